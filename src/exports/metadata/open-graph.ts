/** Open Graph and Twitter tags: how a link to a page looks where it is shared. */
import { type MetaTag, type Page, pathOf, SITE_NAME, titleAlone } from './about.ts';
import { CARD, cardOf } from './cards.ts';

/** Pages that hold a piece of the text; the others are pages of a site. */
const ARTICLES: readonly string[] = ['chapter', 'section', 'page', 'note'];

export function openGraph(page: Page): MetaTag[] {
  const { about, chapter, description, place } = page;
  const path = pathOf(about);
  if (path === undefined) return [];
  const card = cardOf(chapter, about);
  // A printed page may hold a few lines of text: what a program can see in the picture is not said there.
  const measured = about.kind !== 'page';
  const properties: [property: string, content: string | undefined][] = [
    ['title', titleAlone(page)],
    ['description', description],
    ['type', ARTICLES.includes(about.kind) ? 'article' : 'website'],
    ['url', place.absolute ? place.url(path) : undefined],
    ['locale', 'zh_TW'],
    ['site_name', SITE_NAME],
    ['image', place.url(card.path)],
    ['image:type', measured ? 'image/png' : undefined],
    ['image:width', measured ? String(CARD.width) : undefined],
    ['image:height', measured ? String(CARD.height) : undefined],
    ['image:alt', card.alt],
  ];
  return [
    ...properties.flatMap(([property, content]) =>
      content === undefined ? [] : [{ property: `og:${property}`, content }],
    ),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}
