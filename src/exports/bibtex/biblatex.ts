/** Sources for biblatex and biber: dates and types as its data model has them. A blank line parts entries. */

import { IDENTIFIER_NAME, identifierOf } from '../../model/sources/identifiers.ts';
import type { Source } from '../../model/sources/source.ts';
import { seasonOf } from '../seasons.ts';
import { titleOf } from '../supplied-title.ts';
import { addressed, bodyOf, entry, escaped, namesOf, noted, pagesOf, titled } from './values.ts';

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

/** Types that the data model lets have a place, a publisher, an event, a kind. */
const PLACED = ['book', 'collection', 'inbook', 'incollection', 'inproceedings', 'report', 'misc'];
const PUBLISHED = ['book', 'collection', 'inbook', 'incollection', 'inproceedings'];
const HELD = ['inproceedings', 'unpublished', 'misc'];
const OF_A_KIND = ['misc', 'unpublished'];

/** The fields for what a work stands in and who brought it out, by its entry type; the rest is noted. */
function container(source: Source, type: string): Record<string, string | undefined> {
  const { publisher, authority, genre } = source;
  const name = source['container-title'];
  const series = titled(source, source['collection-title']);
  const text = (value: string | undefined) => value && escaped(value);
  switch (type) {
    case 'article':
      return { journaltitle: titled(source, name), series, note: noted(publisher, genre) };
    case 'online':
      return {
        organization: text(name ?? publisher ?? authority),
        note: noted(genre, name && publisher, source['event-title'], source['event-place']),
      };
    case 'report': {
      const kind = genre ?? source['collection-title'] ?? name;
      const plain = source.language === 'zh' ? '研究報告' : 'report';
      return { type: text(kind ?? plain), institution: text(publisher ?? bodyOf(source)) };
    }
    case 'thesis':
      return { type: text(genre), institution: text(publisher ?? authority) };
    case 'misc':
    case 'unpublished':
      return { howpublished: text(noted(name, source['collection-title'], publisher)) };
    default:
      return { booktitle: titled(source, name), series };
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
function identified(source: Source, type: string): Record<string, string | undefined> {
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

function fieldsOf(source: Source, type: string): Record<string, string | undefined> {
  const { note, ...stands } = container(source, type);
  const { publisher, genre, authority } = source;
  const [place, event] = [source['publisher-place'], source['event-place']];
  const isPlaced = PLACED.includes(type);
  const isPublished = PUBLISHED.includes(type);
  const text = (value: string | undefined) => value && escaped(value);
  return {
    entrysubtype: SUBTYPES[source.type],
    author: namesOf(source.author, source.missing.includes('author-others')),
    editor: namesOf(source.editor),
    bookauthor: namesOf(source['container-author']),
    translator: namesOf(source.translator),
    title: titled(source, titleOf(source)),
    ...stands,
    ...(isPublished ? { publisher: text(publisher) } : {}),
    ...(type === 'misc' || type === 'inproceedings' ? { organization: text(authority) } : {}),
    ...(OF_A_KIND.includes(type) ? { type: text(genre) } : {}),
    volume: text(volumeOf(source)),
    number: text(source.issue),
    issue: text(seasonOf(source)),
    edition: text(source.edition),
    location: isPlaced ? text(place) : undefined,
    eventtitle: HELD.includes(type) ? titled(source, source['event-title']) : undefined,
    venue: HELD.includes(type) ? text(event) : undefined,
    date: source.issued?.date,
    pages: pagesOf(source),
    note: text(
      noted(
        source.number,
        isPlaced ? undefined : place,
        isPublished && type !== 'inproceedings' ? noted(genre, authority) : undefined,
        ...unnumbered(source, type),
        note,
      ),
    ),
    ...identified(source, type),
    url: addressed(source.URL),
    langid: LANGUAGES[source.language],
    keywords: source.kind,
  };
}

/** All sources as one .bib file for biblatex. */
export const toBiblatex = (sources: readonly Source[]): string =>
  sources
    .map((source) => {
      const type = typeOf(source);
      return entry(type, source.id, fieldsOf(source, type));
    })
    .join('\n');
