/** Addresses of the site in the browser, under whatever base path it is served. */

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/** @param path an address below the base, beginning with a slash */
export const inSite = (path: string): string => `${base}${path}`;

/** The whole address of a place, as it is cited: at the site's own address where the build knows it. */
export const absolute = (path: string): string =>
  new URL(inSite(path), import.meta.env.SITE ?? location.origin).href;

/** The address of this page below the base. */
export const here = (): string =>
  location.pathname.startsWith(`${base}/`)
    ? location.pathname.slice(base.length)
    : location.pathname;
