/** Where this build is published: metadata and files write their addresses by it. */
import { publishedAt } from '../../exports/published.ts';

const { BASE_URL, SITE } = import.meta.env;

export const published = publishedAt(SITE === undefined ? undefined : new URL(SITE), BASE_URL);

/** The path of an address without the base. */
export const belowBase = (pathname: string): string => pathname.slice(published.base.length);
