/** Finds a term whatever marks and spaces stand between its characters: 低盪政策 in 「低盪」政策. */

import type { Lexicon } from '../fold/lexicon.ts';
import { isWord, STOP, type Token, tokenise } from '../fold/tokens.ts';
import { searchedTokens } from '../index/searched-text.ts';
import type { Postings, SearchIndex } from '../index/types.ts';
import { occurrences, type Pattern, patternsOfKeys } from './pattern.ts';
import { either, type Starts } from './postings.ts';

/** More marks than these do not stand in a row: `。」（「`. */
const MARKS_IN_A_ROW = 4;
/** Keys that are looked up, the rarest; the rest is checked in the records. */
const LOOKED_UP = 5;
/** Marks that romanisations set within a word: P’yŏngyang, Tse-tung. */
const WITHIN = new Set(["'", '-']);
/** A word is taken apart into no more words of the text than these. */
const PARTS = 3;

const isMark = (key: string): boolean => key !== STOP && !/[\p{L}\p{N}]/u.test(key);

/** Tokens without the marks; what parts lines stays. */
export const withoutMarks = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ key }) => !isMark(key));

/** Whether positions hold one that is so near to another as marks between allow. */
const near = (positions: readonly number[], from: number, slots: number): boolean =>
  positions.some((p) => {
    const apart = slots < 0 ? from - p : p - from;
    return apart >= Math.abs(slots) && apart <= Math.abs(slots) * (1 + MARKS_IN_A_ROW);
  });

/** Records in which all slots are filled in reach of the rarest. */
function candidates(filled: { slot: number; postings: Postings }[]): number[] {
  const [rarest, ...rest] = filled.toSorted((a, b) => a.postings.size - b.postings.size);
  if (!rarest) return [];
  return [...rarest.postings].flatMap(([record, positions]) =>
    positions.some((at) =>
      rest.every(({ slot, postings }) => near(postings.get(record) ?? [], at, slot - rarest.slot)),
    )
      ? [record]
      : [],
  );
}

/** Where a pattern stands among a record's tokens without marks, as indices of all its tokens. */
function standing(tokens: readonly Token[], pattern: Pattern): number[] {
  const plain = withoutMarks(tokens);
  return occurrences(plain, pattern).map((at) => tokens.indexOf(plain[at] as Token));
}

/** @returns where a pattern of letters and numbers stands, whatever marks are between them */
export async function findUnmarked(
  index: SearchIndex,
  lexicon: Lexicon,
  pattern: Pattern,
): Promise<Starts> {
  const count = (slot: number) =>
    [...(pattern[slot]?.keys ?? [])].reduce((sum, key) => sum + lexicon.count(key), 0);
  const slots = pattern.map((_, slot) => slot).sort((a, b) => count(a) - count(b));
  const filled = await Promise.all(
    slots.slice(0, LOOKED_UP).map(async (slot) => {
      const keys = [...(pattern[slot]?.keys ?? [])];
      return { slot, postings: either(await Promise.all(keys.map((k) => index.postings(k)))) };
    }),
  );
  const starts: Starts = new Map();
  await Promise.all(
    candidates(filled).map(async (record) => {
      const found = standing(searchedTokens(await index.record(record)), pattern);
      if (found.length > 0) starts.set(record, found);
    }),
  );
  return starts;
}

/** The patterns of a term without its marks; none for a single character or word. */
export function unmarkedPatterns(text: string, loose: boolean, lexicon: Lexicon): Pattern[] {
  const keys = withoutMarks(tokenise(text)).map(({ key }) => key);
  if (keys.length < 2) return [];
  return patternsOfKeys(keys, 'prefix', loose, lexicon).map((slots) =>
    Object.assign([...slots], { unmarked: true as const }),
  );
}

/** The ways in which a word is made of words of the text. */
function parted(word: string, lexicon: Lexicon, parts = PARTS): string[][] {
  const ways = lexicon.has(word) ? [[word]] : [];
  if (parts === 1) return ways;
  for (let at = 1; at < word.length; at += 1) {
    const head = word.slice(0, at);
    if (!lexicon.has(head)) continue;
    for (const rest of parted(word.slice(at), lexicon, parts - 1)) ways.push([head, ...rest]);
  }
  return ways;
}

/** A word's patterns with other marks within it: Pyongyang for P’yŏngyang, and the other way. */
export function romanised(text: string, lexicon: Lexicon): Pattern[] {
  const tokens = tokenise(text);
  if (!tokens.every(({ key }) => WITHIN.has(key) || /^\p{Script=Latin}+$/u.test(key))) return [];
  if (tokens.some(({ start }, i) => i > 0 && tokens[i - 1]?.end !== start)) return [];
  const word = tokens.map(({ key }) => (isWord(key) ? key : '')).join('');
  const marks = [...WITHIN].filter((mark) => lexicon.has(mark));
  return parted(word, lexicon)
    .filter((parts) => parts.length === 1 || marks.length > 0)
    .map((parts) =>
      parts.flatMap((part, i) => [
        ...(i === 0 ? [] : [{ typed: "'", keys: new Set(marks) }]),
        { typed: part, keys: new Set([part]) },
      ]),
    );
}
