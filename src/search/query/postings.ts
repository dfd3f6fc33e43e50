/** Positions of keys → positions of patterns. */
import type { Postings } from '../index/types.ts';

/** Record → token positions at which a pattern begins, ascending. */
export type Starts = Map<number, number[]>;

/** Joins the positions of keys that may fill the same slot. */
export function either(all: readonly Postings[]): Postings {
  const [only] = all;
  if (only && all.length === 1) return only;
  const joined = new Map<number, number[]>();
  for (const postings of all) {
    for (const [record, positions] of postings)
      joined.set(record, [...(joined.get(record) ?? []), ...positions]);
  }
  for (const positions of joined.values()) positions.sort((a, b) => a - b);
  return joined;
}

/** The positions of a slot's keys as beginnings of its pattern. */
export function startsOf(postings: Postings, slot: number): Starts {
  const starts: Starts = new Map();
  for (const [record, positions] of postings) {
    const kept = positions.map((p) => p - slot).filter((p) => p >= 0);
    if (kept.length > 0) starts.set(record, kept);
  }
  return starts;
}

/** Keeps the beginnings at which another slot is filled too. */
export function narrow(starts: Starts, postings: Postings, slot: number): Starts {
  const kept: Starts = new Map();
  for (const [record, positions] of starts) {
    const filled = new Set(postings.get(record));
    const left = positions.filter((p) => filled.has(p + slot));
    if (left.length > 0) kept.set(record, left);
  }
  return kept;
}

/** Adds beginnings to others. */
export function unite(all: readonly Starts[]): Starts {
  return either(all) as Starts;
}
