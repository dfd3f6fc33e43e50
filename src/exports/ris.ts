/** Sources as RIS, a tag a line, lines ended as its readers expect (CRLF); `ER` ends a record. */
import { endsOf, partsOf } from '../model/sources/dates.ts';
import { identifierOf } from '../model/sources/identifiers.ts';
import { familyOf, type Name } from '../model/sources/name.ts';
import type { Source } from '../model/sources/source.ts';
import { seasonOf } from './seasons.ts';
import { titleOf } from './supplied-title.ts';
import { unsaid } from './unsaid.ts';

const TYPES: Record<Source['type'], string> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  hearing: 'HEAR',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  speech: 'GEN',
  thesis: 'THES',
  webpage: 'ELEC',
};

type Line = [tag: string, value: string | undefined];

/**
 * Family, given, suffix: the order of RIS; Chinese names are parted too, so that readers file them.
 * A comma parts every name there is, so that a body is parted from the one above it by a full stop,
 * as in catalogues: U.S. Congress. House Committee.
 */
function nameOf(name: Name): string {
  if ('literal' in name) return name.literal.replace(/\.?,\s*/gu, '. ');
  const { given, suffix } = name;
  return [familyOf(name), given, ...(suffix ? [suffix] : [])].join(', ');
}

const names = (tag: string, list: Name[] | undefined): Line[] =>
  (list ?? []).map((name): Line => [tag, nameOf(name)]);

/** 1977/06/10/ — year, month, day, and in words a season, or the end of an interval. */
function dates(source: Source): Line[] {
  if (!source.issued) return [];
  const [first = '', last] = endsOf(source.issued);
  const [year = 0, month, day] = partsOf(first);
  const padded = [month, day].map((n) => (n === undefined ? '' : String(n).padStart(2, '0')));
  const words = seasonOf(source) ?? (last === undefined ? '' : `to ${last}`);
  return [
    ['PY', String(year)],
    ['DA', [String(year), ...padded, words].join('/')],
  ];
}

function pages({ page }: Source): Line[] {
  const [first, last] = (page ?? '').split(/(?<=\d)-(?=\d)/u);
  return [
    ['SP', first || undefined],
    ['EP', last],
  ];
}

function linesOf(source: Source): Line[] {
  const { type, genre, number } = source;
  const lines: Line[] = [
    ['TY', TYPES[source.type]],
    ['ID', source.id],
    ...names('AU', source.author),
    ...names('ED', source.editor),
    ...names(source.editor ? 'A2' : 'ED', source['container-author']),
    ...names('A4', source.translator),
    ['TI', titleOf(source)],
    ['T2', source['container-title'] ?? source['event-title']],
    ['T3', source['collection-title']],
    ...dates(source),
    ['VL', source.volume],
    ['IS', source.issue],
    ...pages(source),
    ['ET', source.edition],
    ['PB', source.publisher ?? source.authority],
    ['CY', source['publisher-place'] ?? source['event-place']],
    ['M3', genre],
    ['N1', number],
    // Programs read no kind of a chapter.
    ['N1', type === 'chapter' ? genre : undefined],
    ['DO', identifierOf(source, 'doi')],
    ...(['isbn', 'issn'] as const).map((kind): Line => ['SN', identifierOf(source, kind)]),
    ['AN', identifierOf(source, 'pmid')],
    ['UR', source.URL],
    ...(source.otherURLs ?? []).map((url): Line => ['L2', url]),
    ['LA', source.language],
    ['KW', source.kind],
  ];
  const held = lines.map(([, value]) => value);
  return [...lines, ...unsaid(source, held).map((value): Line => ['N1', value])];
}

/** All sources as one .ris file. */
export function toRis(sources: readonly Source[]): string {
  return sources
    .map((source) => {
      const lines = linesOf(source).flatMap(([tag, value]) =>
        value === undefined ? [] : [`${tag}  - ${value}\r\n`],
      );
      return `${lines.join('')}ER  - \r\n`;
    })
    .join('');
}
