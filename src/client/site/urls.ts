/** Addresses of the site in the browser, under whatever base path it is served. */

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/** @param path an address below the base, beginning with a slash */
export const inSite = (path: string): string => `${base}${path}`;

/** The whole address of a place, as it is cited: at the site's own address where the build knows it. */
export const absolute = (path: string): string =>
  new URL(inSite(path), import.meta.env.SITE ?? location.origin).href;

/** Where the pages in Simplified characters stand. */
const CONVERTED = /^\/zh-hans(?=\/)/u;

const path = (): string =>
  location.pathname.startsWith(`${base}/`)
    ? location.pathname.slice(base.length)
    : location.pathname;

/** Whether this page is one in Simplified characters, made from a printed one. */
export const isConverted = (): boolean => CONVERTED.test(path());

/** The address of this page below the base; of a converted page, that of its original, which is what one cites. */
export const here = (): string => path().replace(CONVERTED, '');

/** An address in the script, Simplified or as printed, that is being read: the text and its notes stand in both. */
export const inSameScript = (to: string): string =>
  inSite(
    isConverted() && /^\/(?:(?:chapter|sections|pages|notes)\/|#|$)/u.test(to)
      ? `/zh-hans${to}`
      : to,
  );
