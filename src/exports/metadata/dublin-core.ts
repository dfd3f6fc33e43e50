/** Dublin Core terms (DCMI metadata in HTML: `dcterms.title`, with the schema declared by a link). */

import { urlOf } from '../published.ts';
import {
  type About,
  chapterName,
  type LinkTag,
  type MetaTag,
  type Page,
  partedName,
  pathOf,
  SITE_NAME,
  titleAlone,
} from './about.ts';

/** Declares the prefix of the tags. */
export const DCTERMS: LinkTag = { rel: 'schema.dcterms', href: 'http://purl.org/dc/terms/' };

const OF_TEXT: readonly About['kind'][] = ['home', 'chapter', 'section', 'page', 'note'];

export function dublinCore(page: Page): MetaTag[] {
  const { about, chapter, published } = page;
  const path = pathOf(about);
  if (path === undefined) return [];
  const isChapter = about.kind === 'home' || about.kind === 'chapter';
  const isText = OF_TEXT.includes(about.kind);
  const whole = isChapter ? chapter.thesis.title : chapterName(chapter);
  const terms: [term: string, content: string | undefined][] = [
    ['title', isChapter ? chapterName(chapter) : titleAlone(page)],
    // What is not the author's text was made by the site, on no day that is recorded.
    ['creator', isText ? partedName(chapter) : SITE_NAME],
    ['date', isText ? chapter.issued : undefined],
    ['language', chapter.lang],
    // A printed page may hold a few lines of text; its link to the licence says the same.
    ['rights', about.kind === 'page' ? undefined : chapter.rights],
    ['isPartOf', isText ? whole : SITE_NAME],
    ...(isChapter ? chapter.identifiers : []).map(({ url }): [string, string] => ['isPartOf', url]),
    ['identifier', urlOf(published, path)],
  ];
  return terms.flatMap(([term, content]) =>
    content === undefined ? [] : [{ name: `dcterms.${term}`, content }],
  );
}
