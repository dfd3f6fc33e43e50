/** The chapter itself as a source, so that it can be cited and exported as every other work is. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Source } from '../../model/sources/source.ts';
import { fullTitle } from '../imprint.ts';

/** A key for reference managers: ho-2004-3. */
const keyOf = ({ author, issued, number }: Chapter): string =>
  `${(author.latin?.family ?? 'chapter').toLowerCase().replace(/[^a-z]/gu, '')}-${issued.slice(0, 4)}-${number}`;

/** The forms of the titles that a person has given; undefined where there are none. */
function otherTitles(titles: Chapter['latin'], publisher?: string): Source['latin'] {
  const forms = {
    ...(titles?.title ? { title: titles.title } : {}),
    ...(titles?.thesis ? { 'container-title': titles.thesis } : {}),
    ...(publisher ? { publisher } : {}),
  };
  return Object.keys(forms).length > 0 ? forms : undefined;
}

/** The chapter as a part of its thesis. */
export function chapterSource(chapter: Chapter): Source {
  const { author, title, label, thesis, institution, issued, pages, identifiers } = chapter;
  const latin = otherTitles(chapter.latin);
  const translated = otherTitles(chapter.translated, institution.latin);
  return {
    id: keyOf(chapter),
    kind: 'book',
    type: 'chapter',
    language: 'zh',
    author: [author],
    title: fullTitle({ label, title }),
    ...(latin ? { latin } : {}),
    ...(translated ? { translated } : {}),
    'container-title': thesis.title,
    genre: thesis.genre,
    publisher: institution.name,
    issued: { date: issued, printed: issued },
    ...(pages ? { page: `${pages.first}-${pages.last}` } : {}),
    ...(identifiers[0] ? { URL: identifiers[0].url } : {}),
    identifiers: [],
    printed: [],
    supplied: [],
    missing: [],
    remarks: [],
  };
}
