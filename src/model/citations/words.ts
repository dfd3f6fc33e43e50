/** How printed words are compared, and which of them stand in quotation marks. */

import { remembering } from '../../markdown/remembering.ts';
import { printedIn, type Source } from '../sources/source.ts';

const SAME: readonly [RegExp, string][] = [
  [/[“”„「」『』〝〞"]/gu, '"'],
  [/[‘’']/gu, "'"],
  [/[‐-―─－]+/gu, '-'],
  [/\s+/gu, ''],
];

/**
 * Words as they are compared: case, width of quotation marks, length of dashes,
 * diacritics of Latin letters and white space aside. Each short form asks every earlier
 * work for the same few words.
 */
export const folded = remembering((words: string): string => {
  const base = words
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  return SAME.reduce((s, [from, to]) => s.replace(from, to), base).toLowerCase();
});

/** Tells of many words whether printed ones hold them; these are brought into the form of comparison once. */
export function holderOf(printed: string): (words: string) => boolean {
  const own = folded(printed);
  return (words) => own.includes(folded(words));
}

/** Whether printed words hold others. */
export const holds = (printed: string, words: string): boolean => holderOf(printed)(words);

/** So few characters are found inside other words by chance. */
const FEW = 2;

/** Whether printed words hold a title; one of a character or two must not be part of a longer word. */
export function holdsTitle(printed: string, title: string): boolean {
  const words = folded(title);
  if (words.length > FEW) return holds(printed, title);
  const parts = folded(printed).split(words);
  return parts
    .slice(1)
    .some((after, i) => !/[\p{L}\p{N}]$/u.test(parts[i] ?? '') && !/^[\p{L}\p{N}]/u.test(after));
}

/** The title of a work as a note prints it, without the brackets of a description. */
export function titleIn(source: Source, note: number): string | undefined {
  return printedIn(source, 'title', note)?.replace(/^\[(.*)\]$/u, '$1');
}

const QUOTED = [/「[^「」]*」/gu, /『[^『』]*』/gu, /“[^“”]*”/gu, /"[^"]*"/gu];
const FILLER = '■';

/** Printed words with a filler for each character in quotation marks, which names a title and says no more. */
export const unquoted = remembering((printed: string): string => {
  const once = QUOTED.reduce(
    (words, quoted) => words.replace(quoted, (q) => FILLER.repeat(q.length)),
    printed,
  );
  // A quotation inside one of the same marks has hidden the end of the outer.
  return once === printed ? printed : unquoted(once);
});
