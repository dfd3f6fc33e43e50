/** The chapter itself as a source, so that it can be cited and exported as every other work is. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorsOf, hostOf } from '../../model/chapter/host.ts';
import type { Source } from '../../model/sources/source.ts';
import { authorOf, fullTitle } from '../imprint.ts';

/** A key for reference managers: ho-2004-3. */
function keyOf(chapter: Chapter): string {
  const name = authorsOf(chapter)[0]?.latin?.family ?? 'chapter';
  return `${name.toLowerCase().replace(/[^a-z]/gu, '')}-${chapter.issued.slice(0, 4)}-${chapter.number}`;
}

/** The forms of the titles that a person has given; undefined where there are none. */
function otherTitles(
  title: string | undefined,
  host: string | undefined,
  publisher?: string,
): Source['latin'] {
  const forms = {
    ...(title ? { title } : {}),
    ...(host ? { 'container-title': host } : {}),
    ...(publisher ? { publisher } : {}),
  };
  return Object.keys(forms).length > 0 ? forms : undefined;
}

/** What a reference says of the kind of publication alone. */
function ofKind(chapter: Chapter): Partial<Source> & Pick<Source, 'kind' | 'type'> {
  if (chapter.kind === 'article') {
    const { volume, issue } = chapter.journal;
    return {
      kind: 'journal',
      type: 'article-journal',
      ...(volume ? { volume } : {}),
      ...(issue ? { issue } : {}),
    };
  }
  if (chapter.kind === 'book') {
    const { editors, series, volume, edition, publisher, place } = chapter.book;
    return {
      kind: 'book',
      type: 'chapter',
      ...(editors ? { editor: editors } : {}),
      ...(series ? { 'collection-title': series } : {}),
      ...(volume ? { volume } : {}),
      ...(edition ? { edition } : {}),
      publisher,
      ...(place ? { 'publisher-place': place } : {}),
    };
  }
  const { thesis, institution } = chapter;
  return { kind: 'book', type: 'chapter', genre: thesis.genre, publisher: institution.name };
}

/** DOI, ISSN and ISBN, which the author or the publisher gave. */
function identifiersOf(chapter: Chapter): Source['identifiers'] {
  const by = authorOf(chapter);
  const doi = chapter.identifiers.find(({ type }) => type === 'doi');
  const issn = chapter.kind === 'article' ? chapter.journal.issn : undefined;
  const isbn = chapter.kind === 'book' ? chapter.book.isbn : undefined;
  return [
    ...(doi ? [{ type: 'doi' as const, value: doi.value, by }] : []),
    ...(isbn ? [{ type: 'isbn' as const, value: isbn, by }] : []),
    ...(issn ? [{ type: 'issn' as const, value: issn, by }] : []),
  ];
}

/** The chapter as a part of what it stands in. */
export function chapterSource(chapter: Chapter): Source {
  const { title, label, issued, pages, identifiers } = chapter;
  const host = hostOf(chapter);
  const { kind, type, ...more } = ofKind(chapter);
  const latin = otherTitles(chapter.latin?.title, host.latin);
  const school = 'institution' in chapter ? chapter.institution.latin : undefined;
  const translated = otherTitles(chapter.translated?.title, host.translated, school);
  return {
    id: keyOf(chapter),
    kind,
    type,
    language: 'zh',
    author: [...authorsOf(chapter)],
    title: fullTitle({ label, title }),
    ...(latin ? { latin } : {}),
    ...(translated ? { translated } : {}),
    'container-title': host.title,
    ...more,
    issued: { date: issued, printed: issued },
    ...(pages ? { page: `${pages.first}-${pages.last}` } : {}),
    ...(identifiers[0] ? { URL: identifiers[0].url } : {}),
    identifiers: identifiersOf(chapter),
    printed: [],
    supplied: [],
    missing: [],
    remarks: [],
  };
}
