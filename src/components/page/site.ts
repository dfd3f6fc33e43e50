/** The place that the site is built for: metadata write their addresses by it. */
import { placeOf } from '../../exports/metadata/site.ts';

const base = import.meta.env.BASE_URL;

export const place = placeOf(base, import.meta.env.SITE);

/** The path of an address without the base. */
export const belowBase = (pathname: string): string =>
  pathname.slice(base.replace(/\/$/u, '').length);
