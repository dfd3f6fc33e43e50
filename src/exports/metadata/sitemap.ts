/** What crawlers ask for first: /sitemap.xml (sitemaps.org 0.9) and /robots.txt. */
import { address, allAddresses } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { linkTo, type Published } from '../published.ts';

export const SITEMAP = '/sitemap.xml';

/** Where the pages in Simplified characters stand: their canonical addresses are those of the originals. */
const CONVERTED = address.simplified('/');

/** Every canonical page of the site. A sitemap takes whole addresses alone, so there is none without the site's. */
export function toSitemap(chapter: Chapter, published: Published): string {
  if (published.origin === undefined) throw new Error('a sitemap needs the address of the site');
  const pages = allAddresses(chapter).filter(
    (path) => path.endsWith('/') && !path.startsWith(CONVERTED),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map((path) => `<url><loc>${linkTo(published, path)}</loc></url>`),
    '</urlset>\n',
  ].join('\n');
}

/** Everything may be read. */
export function toRobots(published: Published): string {
  const sitemap =
    published.origin !== undefined ? `\nSitemap: ${linkTo(published, SITEMAP)}\n` : '';
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
