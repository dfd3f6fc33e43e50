/** The order in which records found are shown. */

import type { LoadedIndex } from '../index/open-tables.ts';
import type { SearchIndex } from '../index/types.ts';
import type { Matches } from '../query/match.ts';
import { score } from './score.ts';

export type Sort = 'relevance' | 'order' | 'year' | 'year-desc';

export async function inOrder(
  index: SearchIndex,
  { facts, averageLength }: LoadedIndex,
  { terms }: Matches,
  records: readonly number[],
  sort: Sort,
): Promise<number[]> {
  if (sort === 'order') return [...records].sort((a, b) => a - b);
  if (sort === 'relevance') {
    const scores = new Map(records.map((r) => [r, score(r, facts, terms, averageLength)]));
    return [...records].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
  }
  const years = new Map<number, number>();
  for (const [year, holders] of (await index.members()).get('year') ?? []) {
    for (const record of holders)
      years.set(record, Math.min(Number(year), years.get(record) ?? Number.POSITIVE_INFINITY));
  }
  const sign = sort === 'year' ? 1 : -1;
  // Records without a year stand last in either direction.
  const key = (record: number) => sign * (years.get(record) ?? sign * Number.MAX_SAFE_INTEGER);
  return [...records].sort((a, b) => key(a) - key(b) || a - b);
}
