/** The chapter itself as a source, so that it can be exported as every other work is. */

import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Source } from '../../model/sources/source.ts';
import { fullTitle } from '../imprint.ts';

/** A key for reference managers: ho-2004-3. */
const keyOf = ({ author, issued, number }: Chapter): string =>
  `${(author.latin?.family ?? 'chapter').toLowerCase().replace(/[^a-z]/gu, '')}-${issued.slice(0, 4)}-${number}`;

/** The chapter as a part of its thesis. */
export function chapterSource(chapter: Chapter): Source {
  const { author, title, label, thesis, institution, issued, pages, identifiers } = chapter;
  return {
    id: keyOf(chapter),
    kind: 'book',
    type: 'chapter',
    language: 'zh',
    author: [{ family: author.family, given: author.given }],
    title: fullTitle({ label, title }),
    'container-title': thesis.title,
    genre: thesis.genre,
    publisher: institution.name,
    issued: { date: issued, printed: issued },
    ...(pages ? { page: `${pages.first}-${pages.last}` } : {}),
    ...(identifiers[0] ? { URL: identifiers[0].url } : {}),
    printed: [],
    supplied: [],
    missing: [],
    remarks: [],
  };
}
