/** The nearest words of the text and of the names to a term that stands nowhere: 金大忠 → 金大中. */

import type { Lexicon } from '../fold/lexicon.ts';
import { isWord, type Token, tokenise } from '../fold/tokens.ts';
import { searchedText, searchedTokens } from '../index/searched-text.ts';
import type { NameEntry, Postings, SearchIndex } from '../index/types.ts';
import { either } from '../query/postings.ts';
import { distance } from './distance.ts';

/** Han characters of a term for which the text is looked through. */
const SHORTEST = 3;
const LONGEST = 10;
/** A word of so many letters may have two of them wrong. */
const LONG_WORD = 8;
const SHORT_WORD = 4;
/** Places of the text that are read, and words that are given. */
const PLACES = 4;
const WORDS = 3;

const isHan = (key: string): boolean => /^\p{Script=Han}$/u.test(key);
const keysOf = (text: string): string[] => tokenise(text).map(({ key }) => key);

/** Names with a form that differs in one character, or in a few letters. */
function nearNames(
  keys: readonly string[],
  names: readonly NameEntry[],
  same: (a: string, b: string) => boolean,
): string[] {
  const letters = (parts: readonly string[]) => (parts.some(isHan) ? parts : [...parts.join(' ')]);
  const typed = letters(keys);
  const allowed = typed.length >= LONG_WORD && !keys.some(isHan) ? 2 : 1;
  return names.flatMap(({ preferred, forms }) =>
    [preferred, ...forms].filter((form) => {
      const parts = letters(keysOf(form));
      if (parts.length < 2 || Math.abs(parts.length - typed.length) > allowed) return false;
      const shared = parts.map((part, i) => {
        const own = typed[i];
        return own !== undefined && same(own, part) ? own : part;
      });
      // One of two characters is no likeness by itself, but for the name of somebody or something.
      return distance(typed, shared) <= allowed && shared.some((part) => typed.includes(part));
    }),
  );
}

function nearWords(word: string, lexicon: Lexicon): string[] {
  if (word.length < SHORT_WORD || /\d/u.test(word)) return [];
  const allowed = word.length < LONG_WORD ? 1 : 2;
  const letters = [...word];
  return lexicon
    .words((own) => Math.abs(own.length - word.length) <= allowed && !/\d/u.test(own))
    .map((own) => ({ own, apart: distance(letters, [...own]) }))
    .filter(({ apart }) => apart <= allowed)
    .sort((a, b) => a.apart - b.apart || lexicon.count(b.own) - lexicon.count(a.own))
    .map(({ own }) => own);
}

/** Typed characters by where they stand in the text's word, and how many that has. */
interface Shape {
  slots: { typed: number; at: number }[];
  length: number;
}

/** A word with one character of another kind, one more, one less, or two that changed places. */
function shapesOf(count: number): Shape[] {
  const all = Array.from({ length: count }, (_, i) => i);
  const without = all.map((i) => ({
    slots: all.filter((j) => j !== i).map((j) => ({ typed: j, at: j })),
    length: count,
  }));
  const more = all.slice(1).map((i) => ({
    slots: all.map((j) => ({ typed: j, at: j < i ? j : j + 1 })),
    length: count + 1,
  }));
  const less = all.map((i) => ({
    slots: all.filter((j) => j !== i).map((j) => ({ typed: j, at: j < i ? j : j - 1 })),
    length: count - 1,
  }));
  const turned = all.slice(1).map((i) => ({
    slots: all.map((j) => ({ typed: j, at: j === i ? i - 1 : j === i - 1 ? i : j })),
    length: count,
  }));
  return [...without, ...turned, ...more, ...(count > SHORTEST ? less : [])];
}

/** Where a shape stands, as record and position of its first token. */
function placesOf({ slots }: Shape, postings: readonly (Postings | undefined)[]) {
  const filled = slots
    .map(({ typed, at }) => ({ at, held: postings[typed] }))
    .sort((a, b) => (a.held?.size ?? 0) - (b.held?.size ?? 0));
  const [first, ...rest] = filled;
  if (!first || filled.some(({ held }) => !held)) return [];
  return [...(first.held ?? [])].flatMap(([record, positions]) =>
    positions
      .map((p) => p - first.at)
      .filter((p) => rest.every(({ at, held }) => held?.get(record)?.includes(p + at)))
      .map((at) => ({ record, at })),
  );
}

async function nearStretches(
  index: SearchIndex,
  lexicon: Lexicon,
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length < SHORTEST || keys.length > LONGEST || !keys.every(isHan)) return [];
  const postings = await Promise.all(
    keys.map(async (key) => {
      const own = lexicon.spellings(key, true);
      return own.length === 0
        ? undefined
        : either(await Promise.all(own.map((k) => index.postings(k))));
    }),
  );
  // More than one character that is not in the text is no slip.
  if (postings.filter((held) => !held).length > 1) return [];
  const places = shapesOf(keys.length).flatMap((shape) =>
    placesOf(shape, postings).map((place) => ({ ...place, length: shape.length })),
  );
  const words = await Promise.all(
    places.slice(0, PLACES).map(async ({ record, at, length }) => {
      const stored = await index.record(record);
      const tokens: Token[] = searchedTokens(stored).slice(at, at + length);
      if (!tokens.every(({ key }) => isHan(key))) return '';
      return searchedText(stored).slice(tokens[0]?.start, tokens.at(-1)?.end);
    }),
  );
  return words.filter(Boolean);
}

/** @returns words like a term, the likeliest first; each stands in the text or is a name */
export async function nearest(
  index: SearchIndex,
  lexicon: Lexicon,
  names: readonly NameEntry[],
  term: string,
): Promise<string[]> {
  const keys = keysOf(term);
  const [only = ''] = keys;
  const same = (a: string, b: string) => a === b || lexicon.spellings(a, true).includes(b);
  const found = [
    ...nearNames(keys, names, same),
    ...(keys.length === 1 && isWord(only)
      ? nearWords(only, lexicon)
      : await nearStretches(index, lexicon, keys)),
  ];
  return [...new Set(found)].slice(0, WORDS);
}
