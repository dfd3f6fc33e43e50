/** Sources for biblatex and biber: dates and types as its data model has them. */
import { IDENTIFIER_NAME, identifierOf } from '../../model/sources/identifiers.ts';
import type { Source } from '../../model/sources/source.ts';
import { seasonOf } from '../seasons.ts';
import { titleOf } from '../supplied-title.ts';
import {
  addressed,
  annotationOf,
  bibFile,
  bodyOf,
  type Fields,
  namesOf,
  noteOf,
  pagesOf,
} from './values.ts';

const TYPES: Record<Source['type'], string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  hearing: 'misc',
  'paper-conference': 'inproceedings',
  report: 'report',
  speech: 'misc',
  thesis: 'thesis',
  webpage: 'online',
};

/**
 * The entry type that fits what is known. Without an author a book with an editor is a collection; a
 * paper in no proceedings is unpublished; a report of no institution is what is online, or else misc.
 */
function typeOf(source: Source): string {
  const { type, author, editor, publisher, URL: url } = source;
  if (type === 'chapter' && !editor) return 'inbook';
  if (type === 'book' && !author && editor) return 'collection';
  if (type === 'paper-conference' && !source['container-title']) return 'unpublished';
  if (type === 'report' && !publisher && !bodyOf(source)) return url ? 'online' : 'misc';
  if (TYPES[type] === 'article' && !source['container-title'] && !source.issued) return 'misc';
  return TYPES[type];
}

/** By these biblatex and others tell kinds of article apart. */
const SUBTYPES: Partial<Record<Source['type'], string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
};

const LANGUAGES: Record<Source['language'], string> = {
  zh: 'chinese',
  en: 'english',
  ja: 'japanese',
  ko: 'korean',
};

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** A volume in Arabic numerals, which are all that the data model allows. */
const volumeOf = ({ volume }: Source): string | undefined =>
  volume && (ROMAN.includes(volume) ? String(ROMAN.indexOf(volume) + 1) : volume);

/** Types that the data model lets have a place, a standard number, an event. */
const PLACED = ['book', 'collection', 'inbook', 'incollection', 'inproceedings', 'report', 'misc'];
const PUBLISHED = ['book', 'collection', 'inbook', 'incollection', 'inproceedings'];
const HELD = ['inproceedings', 'unpublished', 'misc'];

/** The fields for what a work stands in and who brought it out, by its entry type. */
function container(source: Source, type: string): Fields {
  const { publisher, authority, genre } = source;
  const name = source['container-title'];
  const series = source['collection-title'];
  switch (type) {
    case 'article':
      return { journaltitle: name, series };
    case 'online':
      return { organization: name ?? publisher ?? authority };
    case 'report': {
      const plain = source.language === 'zh' ? '研究報告' : 'report';
      return { type: genre ?? series ?? name ?? plain, institution: publisher ?? bodyOf(source) };
    }
    case 'thesis':
      return { type: genre, institution: publisher ?? authority };
    case 'misc':
      return { howpublished: name ?? series ?? publisher, organization: authority, type: genre };
    case 'unpublished':
      return { howpublished: series ?? publisher, type: genre };
    case 'inproceedings':
      return { booktitle: name, series, publisher, organization: authority };
    default:
      return { booktitle: name, series, publisher };
  }
}

/** Types that the data model lets have a standard number. */
const NUMBERED = { isbn: PUBLISHED, issn: ['article'] };

/** The standard numbers that a type has no field for, to be noted. */
const unnumbered = (source: Source, type: string): string[] =>
  (['isbn', 'issn'] as const).flatMap((key) => {
    const value = identifierOf(source, key);
    return value === undefined || NUMBERED[key].includes(type)
      ? []
      : [`${IDENTIFIER_NAME[key]} ${value}`];
  });

/** The fields for identifiers; biblatex has PubMed among its eprints. */
function identified(source: Source, type: string): Fields {
  const pmid = identifierOf(source, 'pmid');
  const number = (key: 'isbn' | 'issn') =>
    NUMBERED[key].includes(type) ? identifierOf(source, key) : undefined;
  return {
    doi: addressed(identifierOf(source, 'doi')),
    isbn: number('isbn'),
    issn: number('issn'),
    eprint: pmid,
    eprinttype: pmid && 'pubmed',
  };
}

function fieldsOf(source: Source, type: string): Fields {
  const isHeld = HELD.includes(type);
  const fields: Fields = {
    entrysubtype: SUBTYPES[source.type],
    author: namesOf(source.author, source.missing.includes('author-others')),
    editor: namesOf(source.editor),
    bookauthor: namesOf(source['container-author']),
    translator: namesOf(source.translator),
    title: titleOf(source),
    ...container(source, type),
    volume: volumeOf(source),
    number: source.issue,
    issue: seasonOf(source),
    edition: source.edition,
    location: PLACED.includes(type) ? source['publisher-place'] : undefined,
    eventtitle: isHeld ? source['event-title'] : undefined,
    venue: isHeld ? source['event-place'] : undefined,
    date: source.issued?.date,
    pages: pagesOf(source),
  };
  return {
    ...fields,
    note: noteOf(source, fields, unnumbered(source, type)),
    ...identified(source, type),
    url: addressed(source.URL),
    annotation: annotationOf(source),
    langid: LANGUAGES[source.language],
    keywords: source.kind,
  };
}

/** All sources as one .bib file for biblatex. */
export const toBiblatex = (sources: readonly Source[]): string =>
  bibFile({ typeOf, fieldsOf }, sources);
