/** What crawlers ask for first: /sitemap.xml (sitemaps.org 0.9) and /robots.txt. */
import { address, allAddresses } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Place } from './site.ts';

export const SITEMAP = '/sitemap.xml';

/** Where the pages in Simplified characters stand: their canonical addresses are those of the originals. */
const CONVERTED = address.simplified('/');

/** Every canonical page of the site. A sitemap takes whole addresses alone, so there is none without the site's. */
export function toSitemap(chapter: Chapter, place: Place): string {
  if (!place.absolute) throw new Error('a sitemap needs the address of the site');
  const pages = allAddresses(chapter).filter(
    (path) => path.endsWith('/') && !path.startsWith(CONVERTED),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map((path) => `<url><loc>${place.url(path)}</loc></url>`),
    '</urlset>\n',
  ].join('\n');
}

/** Everything may be read. */
export function toRobots(place: Place): string {
  const sitemap = place.absolute ? `\nSitemap: ${place.url(SITEMAP)}\n` : '';
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
