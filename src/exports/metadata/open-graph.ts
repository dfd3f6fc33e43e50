/** Open Graph and Twitter tags: how a link to a page looks where it is shared. */

import { linkTo, urlOf } from '../published.ts';
import { type MetaTag, type Page, pathOf, SITE_NAME, titleAlone } from './about.ts';
import { CARD, cardOf } from './cards.ts';

/** Pages that hold a piece of the text, or stand for a work; the others are pages of a site. */
const ARTICLES: readonly string[] = ['chapter', 'section', 'page', 'note', 'source'];

type Property = [property: string, content: string | undefined];

function pictureOf({ about, chapter, published }: Page): Property[] {
  const card = cardOf(chapter, about);
  // A printed page may hold a few lines of text: what a program can see in the picture is not said there.
  const measured = about.kind !== 'page';
  return [
    ['image', linkTo(published, card.path)],
    ['image:type', measured ? 'image/png' : undefined],
    ['image:width', measured ? String(CARD.width) : undefined],
    ['image:height', measured ? String(CARD.height) : undefined],
    ['image:alt', card.alt],
  ];
}

export function openGraph(page: Page): MetaTag[] {
  const { about, chapter, description, published } = page;
  const path = pathOf(about);
  if (path === undefined) return [];
  const properties: Property[] = [
    ['title', titleAlone(page)],
    ['description', description],
    ['type', ARTICLES.includes(about.kind) ? 'article' : 'website'],
    ['url', urlOf(published, path)],
    ['locale', 'zh_TW'],
    ['site_name', SITE_NAME],
    ...(chapter.cards ? pictureOf(page) : []),
  ];
  return [
    ...properties.flatMap(([property, content]) =>
      content === undefined ? [] : [{ property: `og:${property}`, content }],
    ),
    { name: 'twitter:card', content: chapter.cards ? 'summary_large_image' : 'summary' },
  ];
}
