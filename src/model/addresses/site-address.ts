/** Where a build is published: its address and the path below it, as the environment or the content gives them. */

/** The address or the path is none that a site can have; the message says which one and what to write. */
export class SiteAddressError extends Error {}

/** Where a site stands. */
export interface SiteAddress {
  /** `https://example.org`, without a path; undefined where nobody has given it. */
  site: string | undefined;
  /** The path it is served under: `/`, or `/thesis`, without a slash at its end. */
  base: string;
}

/** What a path is made of: RFC 3986's unreserved characters. All addresses of a site are ASCII. */
const SEGMENT = /^[\w.~-]+$/u;

/** A path as people write it (`thesis`, `/thesis/`) in its one form. */
function pathOf(given: string, name: string): string {
  const segments = given.split('/').filter((segment) => segment !== '');
  const wrong = segments.find((segment) => !SEGMENT.test(segment) || /^\.+$/u.test(segment));
  if (wrong !== undefined)
    throw new SiteAddressError(
      `${name}: the path ${given} holds “${wrong}”; write it with letters, digits and - . _ ~ alone, as in /thesis`,
    );
  return `/${segments.join('/')}`;
}

/** A path with its letters as they are written; one that is no UTF-8 stays as it is, and is refused as such. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function urlOf(given: string, name: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/u.test(url.protocol) && !url.search && !url.hash && !url.username)
    return url;
  const hint = URL.canParse(`https://${given}`) ? `https://${given}` : 'https://example.org';
  throw new SiteAddressError(
    `${name}: ${given} is no address of a site; write it whole and without ? and #, as in ${url ? 'https://example.org' : hint}`,
  );
}

/**
 * Reads where a site is published.
 * @param env the environment: `SITE` (an address, which may have a path) and `BASE` (a path)
 * @param fallback `site` of chapter.yaml, for builds that are told nothing else
 * @throws SiteAddressError for what is no address, and where SITE and BASE name two paths
 */
export function siteAddress(
  env: { SITE?: string | undefined; BASE?: string | undefined },
  fallback?: string,
): SiteAddress {
  const given = env.SITE?.trim() || fallback;
  const named = env.SITE?.trim() ? 'SITE' : 'site in chapter.yaml';
  const base = env.BASE?.trim() ? pathOf(env.BASE.trim(), 'BASE') : undefined;
  if (!given) return { site: undefined, base: base ?? '/' };
  const url = urlOf(given, named);
  const path = pathOf(decoded(url.pathname), named);
  if (base !== undefined && path !== '/' && path !== base)
    throw new SiteAddressError(
      `${named} names the path ${path} and BASE names ${base}; give it once, in either of them`,
    );
  return { site: url.origin, base: base ?? path };
}
