/** Which of the records found comes first. */

import type { RecordKind } from '../index/types.ts';
import type { Starts } from '../query/postings.ts';

/** A term's beginnings. */
export interface Ranked {
  starts: Starts;
}

export interface RankedRecord {
  kind: RecordKind;
  /** Tokens of its printed text. */
  printed: number;
}

// BM25's usual constants.
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.4;
/** Reached only through a reference the note points back to. */
const POINTED_TO = 0.5;
/** A heading names what its whole part is about. */
const HEADING = 1.5;
/** Terms within so many tokens of each other are taken to belong together. */
const NEAR = 20;

/** The bonus of terms that stand close together: 1 when side by side, 0 when far apart. */
function nearness(terms: readonly Ranked[], record: number): number {
  if (terms.length < 2) return 0;
  const [first, ...rest] = terms.map((t) => t.starts.get(record) ?? []);
  const distances = (first ?? []).map((at) =>
    Math.max(...rest.map((starts) => Math.min(...starts.map((s) => Math.abs(s - at))))),
  );
  return Math.max(0, 1 - Math.min(...distances) / NEAR);
}

/** Scores a record that holds all of the terms; more is better. */
export function score(
  record: number,
  facts: readonly RankedRecord[],
  terms: readonly Ranked[],
  averageLength: number,
): number {
  const { kind, printed } = facts[record] ?? { kind: 'paragraph', printed: 1 };
  const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * printed) / averageLength;
  let sum = 0;
  for (const { starts } of terms) {
    const rarity = Math.log(1 + facts.length / starts.size);
    const all = starts.get(record) ?? [];
    const inText = all.filter((at) => at < printed).length;
    const times = inText || all.length;
    // How often a note prints a word says nothing of what it cites; nor does its
    // length, or a bare “Ibid.” would come before the note that cites in full.
    const weight = kind === 'note' ? 1 : (times * (SATURATION + 1)) / (times + SATURATION * length);
    sum += rarity * weight * (inText ? 1 : POINTED_TO);
  }
  return sum * (1 + nearness(terms, record)) * (kind === 'heading' ? HEADING : 1);
}
