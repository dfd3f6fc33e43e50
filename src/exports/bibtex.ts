/**
 * Sources as BibTeX for biblatex and biber: UTF-8, dates and types as biblatex
 * has them, everything that TeX reads as a command escaped. A blank line parts entries.
 */
import { isDescription, type Name, outletOf, type Source } from '../model/source.ts';

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

/** The fields by which biblatex calls the place where a work stands. */
function container(source: Source): Record<string, string | undefined> {
  const name = source['container-title'];
  const type = TYPES[source.type];
  if (type === 'article') return { journaltitle: name };
  if (type === 'online') return { organization: name ?? source.publisher };
  return { [type === 'report' ? 'series' : 'booktitle']: name, eventtitle: source['event-title'] };
}

function fieldsOf(source: Source): Record<string, string | undefined> {
  const { title, publisher, authority } = source;
  const printed = source.issued?.season?.includes('/') ? source.issued.printed : undefined;
  const notes = [
    title && isDescription(title) ? 'title supplied from the note' : undefined,
    source.number,
    printed,
  ];
  return {
    author: namesOf(source.author, source.missing.includes('author-others')),
    editor: namesOf(source.editor),
    bookauthor: namesOf(source['container-author']),
    translator: namesOf(source.translator),
    title: title && escaped(title),
    ...Object.fromEntries(Object.entries(container(source)).map(([k, v]) => [k, v && escaped(v)])),
    series: source['collection-title'] && escaped(source['collection-title']),
    date: dateOf(source),
    volume: source.volume && escaped(source.volume),
    number: source.issue && escaped(source.issue),
    pages: source.page?.replace(/(?<=\d)-(?=\d)/u, '--'),
    edition: source.edition && escaped(source.edition),
    publisher: TYPES[source.type] === 'online' ? undefined : publisher && escaped(publisher),
    institution:
      TYPES[source.type] === 'report' ? escaped(publisher ?? outletOf(source) ?? '') : undefined,
    organization: authority && escaped(authority),
    location: source['publisher-place'] && escaped(source['publisher-place']),
    type: source.genre && escaped(source.genre),
    venue: source['event-place'] && escaped(source['event-place']),
    note:
      notes
        .filter((n) => n !== undefined)
        .map(escaped)
        .join('; ') || undefined,
    url: source.URL,
    langid: LANGUAGES[source.language],
    keywords: source.kind,
  };
}

function entryOf(source: Source): string {
  const own = fieldsOf(source);
  // biblatex gives reports an institution where others have a publisher.
  const fields = TYPES[source.type] === 'report' ? { ...own, publisher: undefined } : own;
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value ? [`  ${key} = {${value}},`] : [],
  );
  return `@${TYPES[source.type]}{${source.id},\n${lines.join('\n')}\n}\n`;
}

/** All sources as one .bib file. */
export function toBibtex(sources: readonly Source[]): string {
  return sources.map(entryOf).join('\n');
}
