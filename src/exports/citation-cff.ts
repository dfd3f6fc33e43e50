/** The chapter as a CITATION.cff (Citation File Format 1.2.0), by which GitHub, Zenodo and others cite a work. */
import { stringify } from 'yaml';
import type { Chapter } from '../model/chapter/chapter.ts';
import { versionName } from '../model/versions/versions.ts';
import { chapterSource } from './cite/record.ts';

const MESSAGE = '引用本章，請依以下著錄。';

/**
 * The file as text. The format knows software and data alone, so that the site is
 * data to it, and the chapter, a part of its thesis, is what is to be cited.
 */
export function toCff(chapter: Chapter): string {
  const { author, title, thesis, institution, issued, pages, identifiers, lang } = chapter;
  const authors = [{ 'family-names': author.family, 'given-names': author.given }];
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
      ...(identifiers.length > 0
        ? { identifiers: identifiers.map(({ url }) => ({ type: 'url', value: url })) }
        : {}),
      'preferred-citation': {
        type: 'thesis',
        title: chapterSource(chapter).title,
        authors,
        'collection-title': thesis.title,
        'thesis-type': thesis.genre,
        institution: { name: institution.name },
        year: Number(issued.slice(0, 4)),
        ...(pages ? { start: pages.first, end: pages.last } : {}),
        languages: [lang.slice(0, 2)],
        ...(url ? { url } : {}),
      },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
