/**
 * Sources for BibTeX itself, its styles, and the many programs that read no more: entry types
 * and fields of BibTeX 0.99d, with `url`, `doi`, `isbn`, `issn`, `pmid`, `language` and `translator`, which its styles pass over
 * and other programs read. A blank line parts entries.
 */
import { endsOf, partsOf } from '../../model/sources/dates.ts';
import { identifierOf } from '../../model/sources/identifiers.ts';
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
  report: 'techreport',
  speech: 'misc',
  thesis: 'phdthesis',
  webpage: 'misc',
};

/** The entry type whose required fields are there: without them a style prints commas and nothing between. */
function typeOf(source: Source): string {
  const { type, publisher, genre = '' } = source;
  if (TYPES[type] === 'article' && !source['container-title']) return 'misc';
  if (type === 'paper-conference' && !source['container-title']) return 'unpublished';
  if (type === 'report' && !publisher && !bodyOf(source)) return 'misc';
  if (type === 'thesis' && /碩士|硕士|master/iu.test(genre)) return 'mastersthesis';
  return TYPES[type];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `jan # "~17--20"`, `sep # "--" # oct`: months are macros, which each style writes in its own way. */
function monthOf(source: Source): string | undefined {
  const season = seasonOf(source);
  if (season) return `{${season}}`;
  if (!source.issued) return undefined;
  const [first = [], last] = endsOf(source.issued).map(partsOf);
  const macro = ([, month]: number[]) => (month === undefined ? undefined : MONTHS[month - 1]);
  const day = ([, , n]: number[]) => (n === undefined ? '' : `~${n}`);
  const from = macro(first);
  if (from === undefined) return undefined;
  const isOne = last === undefined || macro(last) === undefined;
  if (isOne) return day(first) ? `${from} # "${day(first)}"` : from;
  if (macro(last) === from && first[0] === last[0])
    return `${from} # "${day(first)}--${last[2] ?? ''}"`;
  const to = day(last) ? `${macro(last)} # "${day(last)}"` : macro(last);
  return `${from} # "${day(first)}--" # ${to}`;
}

/** 1999; 1981--1982. */
function yearOf({ issued }: Source): string | undefined {
  const years = issued && endsOf(issued).map((date) => date.slice(0, 4));
  return years && [...new Set(years)].join('--');
}

/** The fields for what a work stands in and who brought it out, by its entry type. */
function container(source: Source, type: string): Fields {
  const { publisher, authority, genre } = source;
  const name = source['container-title'];
  const series = source['collection-title'];
  switch (type) {
    case 'article':
      return { journal: name };
    case 'techreport':
      return { institution: publisher ?? bodyOf(source), type: genre ?? series ?? name };
    case 'phdthesis':
    case 'mastersthesis':
      return { school: publisher ?? authority, type: genre };
    case 'misc':
      return { howpublished: name ?? series ?? publisher ?? authority };
    case 'unpublished':
      return {};
    default:
      return { booktitle: name, series, publisher: publisher ?? authority };
  }
}

/** Types whose styles print no place. */
const UNPLACED = ['article', 'misc', 'unpublished'];

function fieldsOf(source: Source, type: string): Fields {
  const title = titleOf(source);
  const fields: Fields = {
    author: namesOf(source.author, source.missing.includes('author-others')),
    editor: namesOf(source.editor),
    bookauthor: namesOf(source['container-author']),
    translator: namesOf(source.translator),
    // By this a style files what nobody wrote.
    key: source.author || source.editor ? undefined : title,
    title,
    ...container(source, type),
    volume: source.volume,
    number: source.issue,
    edition: source.edition,
    address: UNPLACED.includes(type) ? undefined : source['publisher-place'],
    year: yearOf(source),
    month: monthOf(source),
    // What other programs read: of a month with a day in it, as BibTeX has one, they take neither.
    date: source.issued?.date,
    pages: pagesOf(source),
  };
  return {
    ...fields,
    note: noteOf(source, fields),
    doi: addressed(identifierOf(source, 'doi')),
    isbn: identifierOf(source, 'isbn'),
    issn: identifierOf(source, 'issn'),
    pmid: identifierOf(source, 'pmid'),
    url: addressed(source.URL),
    annote: annotationOf(source),
    language: source.language,
    keywords: source.kind,
  };
}

/** All sources as one .bib file for BibTeX. */
export const toBibtex = (sources: readonly Source[]): string =>
  bibFile({ typeOf, fieldsOf }, sources);
