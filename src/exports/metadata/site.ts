/**
 * Where the site stands. With its address (SITE) known, every address in the
 * metadata is absolute; without it, addresses are paths from the root, which a
 * reader resolves against the page, and what must be absolute is left out.
 */
import { linkTo, publishedAt } from '../published.ts';

export interface Place {
  /** Whether the site's own address is known. */
  absolute: boolean;
  /** An address below the base (`/notes/43/`) as metadata writes it. */
  url: (path: string) => string;
}

/**
 * @param base the path the site is served under
 * @param site the site's address, if it is known
 */
export function placeOf(base: string, site?: string): Place {
  const published = publishedAt(site === undefined ? undefined : new URL(site), base);
  return { absolute: published.origin !== undefined, url: (path) => linkTo(published, path) };
}
