/** The tables of an index, loaded for looking up: which keys exist, how frequent, in which spellings. */

import type { Tables } from '../index/types.ts';
import { isWord } from './tokens.ts';

export interface Lexicon {
  /** Keys in the text that a typed key may stand for; ambiguous ones only when `loose`. */
  spellings(key: string, loose: boolean): string[];
  /** Whether the text has a key as it was typed. */
  has(key: string): boolean;
  /** Words of the text that a part of a word may belong to. */
  words(test: (word: string) => boolean): string[];
  /** About how often a key stands in the text. */
  count(key: string): number;
}

const open = (rows: readonly string[]): Map<string, string[]> =>
  new Map(rows.map((row) => [...row]).map(([typed = '', ...forms]) => [typed, forms]));

export function openLexicon(tables: Tables): Lexicon {
  const counts = new Map(
    tables.vocabulary.flatMap((keys, place) =>
      keys === '' ? [] : keys.split('\t').map((key) => [key, 2 ** place] as const),
    ),
  );
  const words = [...counts.keys()].filter(isWord);
  const same = open(tables.same);
  const like = open(tables.like);
  return {
    spellings: (key, loose) => [
      ...(counts.has(key) ? [key] : []),
      ...(same.get(key) ?? []),
      ...(loose ? (like.get(key) ?? []) : []),
    ],
    has: (key) => counts.has(key),
    words: (test) => words.filter(test),
    count: (key) => counts.get(key) ?? 0,
  };
}
