/** Values of .bib files, alike in both dialects: UTF-8, and everything that TeX reads as a command escaped. */
import { familyOf, type Name } from '../../model/sources/name.ts';
import type { Source } from '../../model/sources/source.ts';
import { unsaid } from '../unsaid.ts';

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

/** An address, verbatim but for braces: one that has no partner would break the whole file. */
export const addressed = (url: string | undefined): string | undefined =>
  url?.replaceAll('{', '%7B').replaceAll('}', '%7D');

/** Family, suffix, given; a name that is one stands in braces of its own. */
function nameOf(name: Name): string {
  if ('literal' in name) return `{${escaped(name.literal)}}`;
  const { given, suffix } = name;
  return [familyOf(name), ...(suffix ? [suffix] : []), given].map(escaped).join(', ');
}

/** Names, and “others” where a note says that there are more. */
export function namesOf(names: Name[] | undefined, others = false): string | undefined {
  if (!names) return undefined;
  return [...names.map(nameOf), ...(others ? ['others'] : [])].join(' and ');
}

/**
 * A title whose letters stay as they are: in braces stands each word that has a capital, and each
 * that begins a title or a part of it, where programs would write one. Braces around the whole would
 * serve too, but the parser of Better BibTeX writes such titles small.
 */
function titled(
  { language }: Pick<Source, 'language'>,
  title: string | undefined,
): string | undefined {
  if (title === undefined || language !== 'en') return title && escaped(title);
  const words = title.split(' ');
  return words
    .map((word, i) => {
      const begins = i === 0 || /[.:?!—]$/u.test(words[i - 1] ?? '');
      return begins || /\p{Lu}/u.test(word) ? `{${escaped(word)}}` : escaped(word);
    })
    .join(' ');
}

/** Pages with the dash of TeX between numbers. */
export const pagesOf = ({ page }: Pick<Source, 'page'>): string | undefined =>
  page?.replace(/(?<=\d)-(?=\d)/u, '--');

/** The body that wrote a work, where a body did. */
export function bodyOf({ author = [], authority }: Source): string | undefined {
  const [first] = author;
  return authority ?? (first && 'literal' in first ? first.literal : undefined);
}

/** Fields by name, with the values that the source has; not yet as TeX reads them. */
export type Fields = Record<string, string | undefined>;

/** Fields whose values are made for TeX already, or are read by the letter. */
const VERBATIM = /^(?:author|editor|translator|bookauthor|date|doi|month|pages|url)$/u;
const TITLES = /title$|^series$/u;

/** A field as it is written: months are macros, and stand without braces. */
function written(source: Source, key: string, value: string): string {
  if (key === 'month') return value;
  if (VERBATIM.test(key)) return `{${value}}`;
  return `{${TITLES.test(key) ? titled(source, value) : escaped(value)}}`;
}

/** A dialect: the entry type of a source, and its fields. */
export interface Dialect {
  typeOf(source: Source): string;
  fieldsOf(source: Source, type: string): Fields;
}

function entryOf({ typeOf, fieldsOf }: Dialect, source: Source): string {
  const type = typeOf(source);
  const lines = Object.entries(fieldsOf(source, type)).flatMap(([key, value]) =>
    value ? [`  ${key} = ${written(source, key, value)},\n`] : [],
  );
  return `@${type}{${source.id},\n${lines.join('')}}\n`;
}

/** A .bib file; a blank line parts entries. */
export const bibFile = (dialect: Dialect, sources: readonly Source[]): string =>
  sources.map((source) => entryOf(dialect, source)).join('\n');

/** What has no field: a number, and all that the others do not hold. */
export const noteOf = (source: Source, fields: Fields, more: readonly string[] = []): string =>
  [
    ...(source.number ? [source.number] : []),
    ...unsaid(source, Object.values(fields)),
    ...more,
  ].join('; ');

/** Further addresses, which no field of either dialect is for; styles do not print an annotation. */
export const annotationOf = ({ otherURLs = [] }: Source): string | undefined =>
  otherURLs.join(' ') || undefined;
