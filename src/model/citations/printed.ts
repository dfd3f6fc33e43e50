/** What the printed words of a citation say: its short form, its author; and how words are compared. */
import { printedIn, type Source } from '../source.ts';
import type { Form } from './schema.ts';

/** The marks of short forms, in English and in Chinese usage (Chicago Manual 14.29–36; Taiwanese theses). */
const MARKS: readonly [Form, RegExp][] = [
  ['op-cit', /\b(?:op|loc)\.?\s*cit\b\.?/iu],
  ['ibid', /^\s*(?:ibid|idem)\b\.*/iu],
  ['qianyinwen', /同?前(?:引|揭)(?:文|書|著|註|論文)/u],
  ['tongshangzhu', /^\s*同(?:[上前][註注]?(?![\p{L}\p{N}])|[註注]\s*\d+)/u],
];

/** The short form that a citation is printed in; undefined for one that names its work. */
export function shortFormOf(printed: string): Form | undefined {
  return MARKS.find(([, mark]) => mark.test(printed))?.[0];
}

/** The note that a short form names by its number: 同註 12. */
export function noteNamed(printed: string): number | undefined {
  const match = /^\s*同[註注]\s*(\d+)/u.exec(printed);
  return match ? Number(match[1]) : undefined;
}

/** The author as printed before op. cit. or 前引文: “William J. Taylor, Jr. etc”. */
export function authorAsPrinted(printed: string): string {
  const mark = MARKS.map(([, pattern]) => pattern.exec(printed)).find((match) => match !== null);
  return printed
    .slice(0, mark?.index ?? 0)
    .replace(/[\s,，.、：:]+$/u, '')
    .trim();
}

const SAME: readonly [RegExp, string][] = [
  [/[“”„「」『』〝〞"]/gu, '"'],
  [/[‘’']/gu, "'"],
  [/[‐-―─－]+/gu, '-'],
  [/\s+/gu, ''],
];

/**
 * Words as they are compared: case, width of quotation marks, length of dashes,
 * diacritics of Latin letters and white space aside.
 */
export function folded(words: string): string {
  const base = words
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  return SAME.reduce((s, [from, to]) => s.replace(from, to), base).toLowerCase();
}

/** Whether printed words hold others. */
export const holds = (printed: string, words: string): boolean =>
  folded(printed).includes(folded(words));

/** The title of a work as a note prints it, without the brackets of a description. */
export function titleIn(source: Source, note: number): string | undefined {
  return printedIn(source, 'title', note)?.replace(/^\[(.*)\]$/u, '$1');
}
