/** A record that was found → what a result shows of it. */

import { searchedTokens } from '../index/searched-text.ts';
import type { RecordKind, StoredRecord } from '../index/types.ts';
import { occurrences, type Pattern, rangeAt } from '../query/pattern.ts';
import { withoutMarks } from '../query/unmarked.ts';
import { type Excerpt, excerptOf, mergeRanges, type Range } from './excerpt.ts';

export interface Hit {
  kind: RecordKind;
  /** Address below the site's base: the passage or the note. */
  path: string;
  section: string;
  /** Structural place: 第四節 二（一）. */
  place: string;
  /** Printed page on which the first match stands; none where the print numbers none. */
  page?: number;
  note?: number;
  /** What the note is called where numbers begin anew in each section: 2.3. */
  noteName?: string;
  /** Where the match is: in the printed text, or only in a reference the note points back to. */
  foundIn: 'text' | 'reference';
  /** The record's whole text, and the matches in it, as offsets. */
  text: string;
  ranges: Range[];
  excerpt: Excerpt;
  /** References of the sources that the note cites in short, with the matches in them. */
  references: { id: string; text: string; ranges: Range[] }[];
}

/** The matches of patterns in all that is searched of a record. */
function rangesIn(record: StoredRecord, patterns: readonly Pattern[]): Range[] {
  const all = searchedTokens(record);
  return mergeRanges(
    patterns.flatMap((pattern) => {
      const tokens = pattern.unmarked ? withoutMarks(all) : all;
      return occurrences(tokens, pattern).map((at) => rangeAt(tokens, pattern, at));
    }),
  );
}

const within = (ranges: readonly Range[], start: number, end: number): Range[] =>
  ranges
    .filter((r) => r[0] >= start && r[1] <= end)
    .map(([from, to]) => [from - start, to - start]);

export function hitOf(record: StoredRecord, patterns: readonly Pattern[]): Hit {
  const all = rangesIn(record, patterns);
  const ranges = within(all, 0, record.text.length);
  let at = record.text.length + 1;
  const references = (record.references ?? []).map(({ id, text }) => {
    const start = at;
    at += text.length + 1;
    return { id, text, ranges: within(all, start, start + text.length) };
  });
  const matched = references.find((r) => r.ranges.length > 0);
  const foundIn = ranges.length === 0 && matched ? 'reference' : 'text';
  const first = ranges[0]?.[0] ?? 0;
  const page = record.breaks.findLast(([offset]) => offset <= first)?.[1] ?? record.page;
  return {
    kind: record.kind,
    path: record.path,
    section: record.section,
    place: record.place,
    ...(page === undefined ? {} : { page }),
    ...(record.note === undefined ? {} : { note: record.note }),
    ...(record.noteName === undefined ? {} : { noteName: record.noteName }),
    foundIn,
    text: record.text,
    ranges,
    excerpt:
      foundIn === 'reference' && matched
        ? excerptOf(matched.text, matched.ranges)
        : excerptOf(record.text, ranges),
    references,
  };
}
