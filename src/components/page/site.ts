/** Where this build is published: metadata and files write their addresses by it. */
import { publishedAt } from '../../exports/published.ts';

const { BASE_URL, SITE } = import.meta.env;

// `SITE=` of the environment, which gives no address, reaches npm run dev as an empty one.
export const published = publishedAt(SITE ? new URL(SITE) : undefined, BASE_URL);

/** The path of an address without the base. */
export const belowBase = (pathname: string): string => pathname.slice(published.base.length);
