/** Finds the records in which a term stands, with as little of the index as will do. */

import type { Lexicon } from '../fold/lexicon.ts';
import { searchedTokens } from '../index/searched-text.ts';
import type { SearchIndex } from '../index/types.ts';
import { isLoose, occurrences, type Pattern, patternsOf, type Reach } from './pattern.ts';
import { either, narrow, type Starts, startsOf, unite } from './postings.ts';
import { findUnmarked, romanised, unmarkedPatterns } from './unmarked.ts';

/** Slots that are asked for at once, rarest first: that many rare keys are all but unique. */
const AT_ONCE = 3;
/** What a record, a chunk of the index, and a place in a chunk weigh in bytes, as measured. */
const RECORD = 450;
const CHUNK = 1500;
const PLACE = 1.4;

export interface Found {
  starts: Starts;
  patterns: Pattern[];
}

async function narrowBy(
  index: SearchIndex,
  pattern: Pattern,
  slots: readonly number[],
  before: Starts | undefined,
): Promise<Starts> {
  const filled = await Promise.all(
    slots.map(async (slot) => {
      const keys = [...(pattern[slot]?.keys ?? [])];
      return { slot, postings: either(await Promise.all(keys.map((k) => index.postings(k)))) };
    }),
  );
  filled.sort((a, b) => a.postings.size - b.postings.size);
  let starts = before;
  for (const { slot, postings } of filled)
    starts = starts ? narrow(starts, postings, slot) : startsOf(postings, slot);
  return starts ?? new Map();
}

/** Keeps the records whose own tokens hold the whole pattern. */
async function check(index: SearchIndex, pattern: Pattern, starts: Starts): Promise<Starts> {
  const checked: Starts = new Map();
  await Promise.all(
    [...starts.keys()].map(async (record) => {
      const found = occurrences(searchedTokens(await index.record(record)), pattern);
      if (found.length > 0) checked.set(record, found);
    }),
  );
  return checked;
}

/**
 * Finds a pattern by its rarest slots. As soon as the records left weigh less
 * than the rest of the index that is needed, these are read instead.
 */
async function findPattern(index: SearchIndex, lexicon: Lexicon, pattern: Pattern) {
  const weight = (slot: number) =>
    [...(pattern[slot]?.keys ?? [])].reduce(
      (sum, key) => sum + Math.max(CHUNK, lexicon.count(key) * PLACE),
      0,
    );
  const count = (slot: number) =>
    [...(pattern[slot]?.keys ?? [])].reduce((sum, key) => sum + lexicon.count(key), 0);
  let left = pattern.map((_, slot) => slot).sort((a, b) => count(a) - count(b));
  let starts: Starts | undefined;
  while (left.length > 0) {
    starts = await narrowBy(index, pattern, left.slice(0, AT_ONCE), starts);
    left = left.slice(AT_ONCE);
    const rest = left.reduce((sum, slot) => sum + weight(slot), 0);
    if (starts.size * RECORD < rest) return check(index, pattern, starts);
  }
  return starts ?? new Map();
}

async function findBy(
  index: SearchIndex,
  lexicon: Lexicon,
  text: string,
  reach: Reach,
  loose: boolean,
): Promise<Found> {
  const patterns = patternsOf(text, reach, loose, lexicon);
  const all = await Promise.all(patterns.map((pattern) => findPattern(index, lexicon, pattern)));
  return { starts: all.length > 0 ? unite(all) : new Map(), patterns };
}

/**
 * Finds a text, each step only where the one before finds nothing: as it is
 * typed, then inside words. Of two and more Han characters each may be of
 * another spelling.
 * @param reach `whole` for words as they are, `prefix` for their beginnings too
 */
export async function find(
  index: SearchIndex,
  lexicon: Lexicon,
  text: string,
  reach: 'whole' | 'prefix',
): Promise<Found> {
  const loose = isLoose(text);
  const found = await findBy(index, lexicon, text, reach, loose);
  if (found.starts.size > 0 || reach === 'whole') return found;
  return findBy(index, lexicon, text, 'inside', loose);
}

/** Finds a term that does not stand as typed: with other marks within a word, or between its characters. */
export async function findOtherwise(
  index: SearchIndex,
  lexicon: Lexicon,
  text: string,
): Promise<Found> {
  const words = romanised(text, lexicon);
  const unmarked = unmarkedPatterns(text, isLoose(text), lexicon);
  const all = await Promise.all([
    ...words.map((pattern) => findPattern(index, lexicon, pattern)),
    ...unmarked.map((pattern) => findUnmarked(index, lexicon, pattern)),
  ]);
  return { starts: all.length > 0 ? unite(all) : new Map(), patterns: [...words, ...unmarked] };
}
