/** Addresses of the site → what a link says, under whatever base path the site is built for. */

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/** @param path an address below the base, beginning with a slash */
export function href(path: string): string {
  return `${base}${path}`;
}
