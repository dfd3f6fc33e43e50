/** What a query should find: plain substring search over the printed text. Shares no code with `src/search`. */
import { Converter } from 'opencc-js';
import type { SearchRecord } from '../../../src/search/index/records.ts';

/** A stretch of printed text that nothing runs out of: a paragraph, a line of a table, a reference. */
export interface Stretch {
  path: string;
  /** As printed. */
  text: string;
  plain: string;
  /** `plain` in Simplified characters. */
  simplified: string;
}

export const simplify = Converter({ from: 't', to: 'cn' });
const toTaiwan = Converter({ from: 't', to: 'tw' });

/** Pairs written for one another in Taiwan itself, which no converter makes the same. */
const SAME_HAN: readonly (readonly [string, string])[] = [
  ['臺', '台'],
  ['佈', '布'],
  ['佔', '占'],
];

const SAME_MARKS: readonly (readonly [RegExp, string])[] = [
  [/[“”「」『』＂]/gu, '"'],
  [/[‘’＇]/gu, "'"],
  [/[─—–－-]+/gu, '-'],
  [/[‧・•]/gu, '·'],
  [/…+/gu, '…'],
];

const classOf = (c: string | undefined): string => {
  if (c === undefined || !/[\p{L}\p{N}]/u.test(c)) return 'mark';
  if (/[0-9]/u.test(c)) return 'digit';
  return /\p{Script=Latin}/u.test(c) ? 'latin' : 'letter';
};

/**
 * A text with what no reader tells apart made the same: case, width, diacritics,
 * regional forms of a character (爲/為, 臺/台), shapes of quotation marks and
 * dashes, and spaces that only typesetting put there.
 */
export function charactersOf(text: string): string {
  let plain = toTaiwan(text.normalize('NFC'));
  for (const [form, same] of SAME_HAN) plain = plain.replaceAll(form, same);
  for (const [marks, mark] of SAME_MARKS) plain = plain.replace(marks, mark);
  plain = plain.replace(/[\uff01-\uff5e]/gu, (c) => c.normalize('NFKC'));
  plain = plain.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  plain = plain.replace(/\s+/gu, ' ').trim();
  return plain.replace(/ /gu, (space, at: number) => {
    const before = classOf(plain[at - 1]);
    return before === classOf(plain[at + 1]) && before !== 'mark' ? space : '';
  });
}

export function stretchesOf(records: readonly SearchRecord[]): Stretch[] {
  return records.flatMap(({ path, text, references = [] }) =>
    [...text.split('\n'), ...references.map((reference) => reference.text)].map((line) => ({
      path,
      text: line,
      plain: charactersOf(line),
      simplified: charactersOf(simplify(line)),
    })),
  );
}

/** Whether an offset does not stand inside a Latin word or a number. */
function beginsThere(text: string, at: number): boolean {
  const after = classOf(text[at]);
  return classOf(text[at - 1]) !== after || after === 'letter' || after === 'mark';
}

/**
 * The paths of the records in which a typed string stands. A Latin word or a
 * number is meant from its beginning; only when that finds nothing, anywhere.
 */
export function holding(
  typed: string,
  stretches: readonly Stretch[],
  form: 'plain' | 'simplified' = 'plain',
): Set<string> {
  const wanted = charactersOf(typed);
  const begun = new Set<string>();
  const anywhere = new Set<string>();
  for (const stretch of stretches) {
    const text = stretch[form];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      anywhere.add(stretch.path);
      if (beginsThere(text, at)) begun.add(stretch.path);
    }
  }
  return begun.size > 0 ? begun : anywhere;
}
