/** Values of .bib files, alike in both dialects: UTF-8, and everything that TeX reads as a command escaped. */
import { familyOf, type Name } from '../../model/sources/name.ts';
import type { Source } from '../../model/sources/source.ts';

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
export const escaped = (text: string): string =>
  text.replace(/[\\{}%&$#_~^]/gu, (c) => ESCAPES[c] ?? c);

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
export function titled(
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

/** What is put into a note: several things, or nothing. */
export const noted = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join('; ') || undefined;

/** The body that wrote a work, where a body did. */
export function bodyOf({ author = [], authority }: Source): string | undefined {
  const [first] = author;
  return authority ?? (first && 'literal' in first ? first.literal : undefined);
}

/** An entry; fields without a value are left out. Its last field has a comma too. */
export function entry(
  type: string,
  id: string,
  fields: Record<string, string | undefined>,
): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value ? [`  ${key} = ${value.startsWith('\0') ? value.slice(1) : `{${value}}`},`] : [],
  );
  return `@${type}{${id},\n${lines.join('\n')}\n}\n`;
}

/** A value that is written bare, without braces: the macros of months. */
export const bare = (value: string): string => `\0${value}`;
