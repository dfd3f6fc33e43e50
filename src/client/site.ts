/** Addresses of the site in the browser, under whatever base path it is served. */

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/** @param path an address below the base, beginning with a slash */
export const inSite = (path: string): string => `${base}${path}`;
