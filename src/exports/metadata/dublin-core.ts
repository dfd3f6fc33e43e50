/** Dublin Core terms (DCMI metadata in HTML: `dcterms.title`, with the schema declared by a link). */

import { hostOf, licenceUrl } from '../../model/chapter/host.ts';
import type { Source } from '../../model/sources/source.ts';
import { urlOf } from '../published.ts';
import { titleOf } from '../supplied-title.ts';
import {
  type About,
  chapterName,
  type LinkTag,
  type MetaTag,
  type Page,
  partedNames,
  pathOf,
  SITE_NAME,
  titleAlone,
} from './about.ts';
import { ITEM_TYPES, parted } from './coins.ts';

/** Declares the prefix of the tags. */
export const DCTERMS: LinkTag = { rel: 'schema.dcterms', href: 'http://purl.org/dc/terms/' };

const OF_TEXT: readonly About['kind'][] = ['home', 'chapter', 'section', 'page', 'note'];

type Term = [term: string, content: string | undefined];

/**
 * The page of a source stands for the work, as a record in a library's catalogue does:
 * its author, its date, its language and its kind, and no rights that are not ours to state.
 */
function ofSource(source: Source, address: string | undefined): Term[] {
  return [
    ['title', titleOf(source)],
    ...(source.author ?? []).map((name): Term => ['creator', parted(name)]),
    ['date', source.issued?.date],
    ['language', source.language],
    ['type', ITEM_TYPES[source.type]],
    ['source', source['container-title'] ?? source['event-title']],
    ['publisher', source.publisher],
    ['identifier', source.URL ?? address],
  ];
}

function ofPage(page: Page, address: string | undefined): Term[] {
  const { about, chapter } = page;
  const isChapter = about.kind === 'home' || about.kind === 'chapter';
  const isText = OF_TEXT.includes(about.kind);
  const whole = isChapter ? hostOf(chapter).title : chapterName(chapter);
  return [
    ['title', isChapter ? chapterName(chapter) : titleAlone(page)],
    // What is not the author's text was made by the site, on no day that is recorded.
    ...(isText ? partedNames(chapter) : [SITE_NAME]).map((name): Term => ['creator', name]),
    ['date', isText ? chapter.issued : undefined],
    ['language', chapter.lang],
    // A printed page may hold a few lines of text; its link to the licence says the same.
    ['rights', about.kind === 'page' ? undefined : chapter.rights],
    ['license', isText && about.kind !== 'page' ? licenceUrl(chapter) : undefined],
    ['isPartOf', isText ? whole : SITE_NAME],
    // Of a thesis they name the whole; of what was published by itself, this text.
    ...(isChapter ? chapter.identifiers : []).map(
      ({ url }): Term => ['thesis' in chapter ? 'isPartOf' : 'source', url],
    ),
    ['identifier', address],
  ];
}

export function dublinCore(page: Page): MetaTag[] {
  const { about, published } = page;
  const path = pathOf(about);
  if (path === undefined) return [];
  const address = urlOf(published, path);
  const terms = about.kind === 'source' ? ofSource(about.source, address) : ofPage(page, address);
  return terms.flatMap(([term, content]) =>
    content === undefined ? [] : [{ name: `dcterms.${term}`, content }],
  );
}
