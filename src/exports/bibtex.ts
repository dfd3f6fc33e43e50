/**
 * Sources as BibTeX for biblatex and biber: UTF-8, dates and types as biblatex
 * has them, everything that TeX reads as a command escaped. A blank line parts entries.
 */
import { isDescription, type Name, type Source } from '../model/sources/source.ts';

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

/** The entry type that fits what is known: without an author, a book with an editor is a collection. */
function typeOf({ type, author, editor }: Source): string {
  if (type === 'chapter' && !editor) return 'inbook';
  if (type === 'book' && !author && editor) return 'collection';
  return TYPES[type];
}

/** By these biblatex and others tell kinds of article apart. */
const SUBTYPES: Partial<Record<Source['type'], string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
};

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as TeX prints it. */
const escaped = (text: string): string => text.replace(/[\\{}%&$#_~^]/gu, (c) => ESCAPES[c] ?? c);

/** Family, suffix, given; a name that is one stands in braces of its own. */
function nameOf(name: Name): string {
  if ('literal' in name) return `{${escaped(name.literal)}}`;
  const { family, given, suffix } = name;
  return [family, ...(suffix ? [suffix] : []), given].map(escaped).join(', ');
}

function namesOf(names: Name[] | undefined, others = false): string | undefined {
  if (!names) return undefined;
  return [...names.map(nameOf), ...(others ? ['others'] : [])].join(' and ');
}

const SEASONS = {
  spring: '21',
  summer: '22',
  'summer/fall': '22',
  fall: '23',
  'fall/winter': '23',
  winter: '24',
};

/** An EDTF date (ISO 8601-2), as biblatex reads it: seasons are months 21 to 24. */
function dateOf({ issued }: Source): string | undefined {
  return issued && (issued.season ? `${issued.date}-${SEASONS[issued.season]}` : issued.date);
}

const LANGUAGES: Record<Source['language'], string> = {
  zh: 'chinese',
  en: 'english',
  ja: 'japanese',
  ko: 'korean',
};

/** A title as it is; in English, styles and readers would else change its capital letters. */
function titled({ language }: Source, title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  return language === 'en' ? `{${escaped(title)}}` : escaped(title);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** A volume in Arabic numerals, which are all that the data model of biblatex allows. */
const volumeOf = ({ volume }: Source): string | undefined =>
  volume && (ROMAN.includes(volume) ? String(ROMAN.indexOf(volume) + 1) : volume);

/** The fields in which biblatex has the place where a work stands, by its type. */
function container(source: Source): Record<string, string | undefined> {
  const { publisher, authority, genre } = source;
  const name = source['container-title'];
  const series = source['collection-title'];
  switch (TYPES[source.type]) {
    case 'article':
      return { journaltitle: titled(source, name), series: titled(source, series) };
    case 'online':
      return { organization: name ?? publisher ?? authority };
    case 'report': {
      const kind = genre ?? series ?? name;
      const plain = source.language === 'zh' ? '研究報告' : 'report';
      return { type: kind ?? plain, institution: publisher ?? bodyOf(source) };
    }
    default:
      return {
        booktitle: titled(source, name),
        series: titled(source, series),
        publisher,
        organization: authority,
        type: genre,
      };
  }
}

/** The body that wrote a work, where a body did. */
function bodyOf({ author = [], authority }: Source): string | undefined {
  const [first] = author;
  return authority ?? (first && 'literal' in first ? first.literal : undefined);
}

/** Types that the data model lets have a place. */
const PLACED = ['book', 'collection', 'inbook', 'incollection', 'inproceedings', 'report', 'misc'];

/** What biblatex has no field for, in this type. */
function notesOf(source: Source): string | undefined {
  const { title, number, issued, genre } = source;
  const type = typeOf(source);
  const notes = [
    title && isDescription(title) ? 'title supplied from the note' : undefined,
    number,
    issued?.season?.includes('/') ? issued.printed : undefined,
    PLACED.includes(type) ? undefined : source['publisher-place'],
    type === 'article' || type === 'online' ? genre : undefined,
    type === 'online' ? source['event-title'] : undefined,
    type === 'online' ? source['event-place'] : undefined,
    type === 'online' && source['container-title'] ? source.publisher : undefined,
    type === 'article' ? source.publisher : undefined,
  ];
  return notes.filter((n) => n !== undefined).join('; ') || undefined;
}

function fieldsOf(source: Source): Record<string, string | undefined> {
  const type = typeOf(source);
  const hasEvent = type === 'inproceedings' || type === 'misc';
  const { organization, institution, type: kind, publisher, ...titles } = container(source);
  const plain = {
    organization,
    institution,
    publisher,
    type: kind,
    volume: volumeOf(source),
    number: source.issue,
    edition: source.edition,
    location: PLACED.includes(type) ? source['publisher-place'] : undefined,
    venue: hasEvent ? source['event-place'] : undefined,
    note: notesOf(source),
  };
  return {
    entrysubtype: SUBTYPES[source.type],
    author: namesOf(source.author, source.missing.includes('author-others')),
    editor: namesOf(source.editor),
    bookauthor: namesOf(source['container-author']),
    translator: namesOf(source.translator),
    title: titled(source, source.title),
    ...titles,
    eventtitle: hasEvent ? titled(source, source['event-title']) : undefined,
    date: dateOf(source),
    pages: source.page?.replace(/(?<=\d)-(?=\d)/u, '--'),
    ...Object.fromEntries(Object.entries(plain).map(([k, v]) => [k, v && escaped(v)])),
    url: source.URL,
    langid: LANGUAGES[source.language],
    keywords: source.kind,
  };
}

function entryOf(source: Source): string {
  const lines = Object.entries(fieldsOf(source)).flatMap(([key, value]) =>
    value ? [`  ${key} = {${value}},`] : [],
  );
  return `@${typeOf(source)}{${source.id},\n${lines.join('\n')}\n}\n`;
}

/** All sources as one .bib file. */
export function toBibtex(sources: readonly Source[]): string {
  return sources.map(entryOf).join('\n');
}
