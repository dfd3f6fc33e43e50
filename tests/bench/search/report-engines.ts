/** The comparison of the engines as Markdown. */
import type { Cost, Quality } from './compare.ts';
import type { Engine } from './engines.ts';
import { kb, share, table, times } from './numbers.ts';

const TITLES: Record<string, string> = {
  ours: 'this site',
  pagefind: 'Pagefind as it comes',
  minisearch: 'MiniSearch, bigrams',
  flexsearch: 'FlexSearch, CJK',
};
const titleOf = (name: string): string => TITLES[name] ?? name;

/** The set that has nothing to find: of it, only the share that finds nothing is told. */
const ABSENT = 'absent strings';

export function qualityTable(
  engines: readonly Engine[],
  quality: ReadonlyMap<string, readonly Quality[]>,
  counts: ReadonlyMap<string, number>,
): string {
  const cell = (set: string, q: Quality) =>
    set === ABSENT
      ? `${Math.floor(q.exact * 100)} % find nothing`
      : `${share(q.recall)} / ${share(q.precision)}`;
  return table(
    ['queries (recall / precision)', 'n', ...engines.map(({ name }) => titleOf(name))],
    [...quality].map(([set, all]) => [
      set,
      String(counts.get(set)),
      ...all.map((q) => cell(set, q)),
    ]),
  );
}

export function bytesTable(costs: ReadonlyMap<string, Cost>): string {
  return table(
    ['KB, medians', 'code', 'index', 'records', 'first search', 'most', 'later search', 'most'],
    [...costs].map(([name, { first, later, firstMost, laterMost }]) => [
      titleOf(name),
      kb(first.code),
      kb(first.index),
      kb(first.records),
      kb(first.code + first.index + first.records),
      kb(firstMost),
      kb(later.code + later.index + later.records),
      kb(laterMost),
    ]),
  );
}

export function timeTable(costs: ReadonlyMap<string, Cost>): string {
  const own = costs.get('ours');
  return table(
    ['time, this site = 1', 'first search', 'queries asked once', 'the same again'],
    [...costs].map(([name, cost]) => [
      titleOf(name),
      times(cost.firstTime / (own?.firstTime ?? Number.NaN)),
      times(cost.laterTime / (own?.laterTime ?? Number.NaN)),
      times(cost.repeatedTime / (own?.repeatedTime ?? Number.NaN)),
    ]),
  );
}
