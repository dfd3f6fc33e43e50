/**
 * Where the site is published, for metadata and for files that leave it. With its address (SITE)
 * known, every link is whole; without it, links are paths from the root, which a reader resolves
 * against where they stand, and what must be whole is left out.
 */

export interface Published {
  /** https://example.org; undefined where the build was told no address. */
  origin: string | undefined;
  /** The path it is served under, without a slash at the end. */
  base: string;
}

/** @param site the site's address, if the build knows one */
export function publishedAt(site: URL | undefined, base: string): Published {
  return { origin: site?.origin, base: base.replace(/\/$/u, '') };
}

/** An address of the site as a link in a file on the same host; whole, where its origin is known. */
export function linkTo({ origin = '', base }: Published, path: string): string {
  return origin + base + path;
}

/** A whole address, for files that are read far from the site; undefined where its origin is unknown. */
export function urlOf(published: Published, path: string): string | undefined {
  return published.origin === undefined ? undefined : linkTo(published, path);
}
