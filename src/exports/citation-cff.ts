/** The chapter as a CITATION.cff (Citation File Format 1.2.0), by which GitHub, Zenodo and others cite a work. */
import { stringify } from 'yaml';
import type { Chapter } from '../model/chapter/chapter.ts';
import { authorsOf, hostOf } from '../model/chapter/host.ts';
import { versionName } from '../model/versions/versions.ts';
import { chapterSource } from './cite/record.ts';

const named = ({ family, given }: { family: string; given: string }) => ({
  'family-names': family,
  'given-names': given,
});

/** What the chapter stands in, by its kind. */
function host(chapter: Chapter): object {
  const { title, publisher, place } = hostOf(chapter);
  if (chapter.kind === 'article') {
    const { volume, issue, issn } = chapter.journal;
    return { journal: title, volume, issue, issn, publisher: publisher && { name: publisher } };
  }
  if (chapter.kind === 'book') {
    const { editors, volume, edition, isbn } = chapter.book;
    return {
      'collection-title': title,
      editors: editors?.map(named),
      volume,
      edition,
      isbn,
      publisher: { name: publisher },
      location: place && { name: place },
    };
  }
  return {
    'collection-title': title,
    'thesis-type': chapter.thesis.genre,
    institution: { name: chapter.institution.name },
  };
}

const TYPES = { thesis: 'thesis', article: 'article', book: 'generic' } as const;

const MESSAGE = '引用本章，請依以下著錄。';

/**
 * The file as text. The format knows software and data alone, so that the site is
 * data to it, and the chapter, a part of its thesis, is what is to be cited.
 */
export function toCff(chapter: Chapter): string {
  const { title, issued, pages, identifiers, lang, licence, keywords } = chapter;
  const authors = authorsOf(chapter).map(named);
  const doi = identifiers.find(({ type }) => type === 'doi')?.value;
  const url = identifiers[0]?.url;
  return stringify(
    {
      'cff-version': '1.2.0',
      message: MESSAGE,
      type: 'dataset',
      title,
      authors,
      ...(chapter.version
        ? { version: versionName(chapter.version), 'date-released': chapter.version.day }
        : {}),
      abstract: chapter.description,
      ...(keywords ? { keywords: keywords.flatMap(({ words }) => words) } : {}),
      ...(licence
        ? licence.startsWith('https:')
          ? { 'license-url': licence }
          : { license: licence }
        : {}),
      ...(identifiers.length > 0
        ? { identifiers: identifiers.map(({ url }) => ({ type: 'url', value: url })) }
        : {}),
      'preferred-citation': {
        type: TYPES[chapter.kind ?? 'thesis'],
        title: chapterSource(chapter).title,
        authors,
        ...host(chapter),
        year: Number(issued.slice(0, 4)),
        ...(pages ? { start: pages.first, end: pages.last } : {}),
        languages: [lang.slice(0, 2)],
        ...(!('thesis' in chapter) && doi ? { doi } : {}),
        ...(url ? { url } : {}),
      },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
