/** Asks every engine the same queries: what it finds, what it loads, how long it takes. */
import type { Page } from '@playwright/test';
import type { Engine } from './engines.ts';
import { askAll, askOnce, type Lab, start, type Traffic } from './lab.ts';
import { mean, median } from './numbers.ts';
import type { QuerySet } from './queries.ts';

export interface Quality {
  recall: number;
  precision: number;
  /** The share of the queries that are answered without a fault. */
  exact: number;
}

/** Found, wanted → how good; over all queries of a set together. */
function qualityOf(set: QuerySet, found: readonly string[][]): Quality {
  let [right, wrong, missing, exact] = [0, 0, 0, 0];
  for (const [i, { wanted }] of set.cases.entries()) {
    const paths = new Set(found[i]);
    const hits = [...paths].filter((path) => wanted.has(path)).length;
    right += hits;
    wrong += paths.size - hits;
    missing += wanted.size - hits;
    if (hits === paths.size && hits === wanted.size) exact += 1;
  }
  return {
    recall: right / (right + missing),
    precision: right / (right + wrong),
    exact: exact / set.cases.length,
  };
}

/** Set → engine → quality. */
export async function measureQuality(
  lab: Lab,
  engines: readonly Engine[],
  sets: readonly QuerySet[],
): Promise<Map<string, Quality[]>> {
  const rows = new Map<string, Quality[]>(sets.map(({ name }) => [name, []]));
  for (const { name } of engines) {
    const page = await lab.page(name);
    await start(page);
    for (const set of sets) {
      const found = await askAll(
        page,
        set.cases.map(({ typed }) => typed),
      );
      rows.get(set.name)?.push(qualityOf(set, found));
    }
    await page.context().close();
  }
  return rows;
}

export interface Cost {
  /** Medians, in bytes. */
  first: Traffic;
  later: Traffic;
  /** The dearest of all. */
  firstMost: number;
  laterMost: number;
  /** Milliseconds; only their ratios between engines of one run mean anything. */
  firstTime: number;
  laterTime: number;
  repeatedTime: number;
}

const total = ({ code, index, records }: Traffic): number => code + index + records;

const medians = (all: readonly Traffic[]): Traffic => ({
  code: median(all.map(({ code }) => code)),
  index: median(all.map(({ index }) => index)),
  records: median(all.map(({ records }) => records)),
});

/** A first and a second search in a page of its own. */
async function twice(lab: Lab, engine: string, queries: readonly [string, string]) {
  const page = await lab.page(engine);
  lab.traffic();
  const began = performance.now();
  await start(page);
  await askOnce(page, queries[0]);
  const time = performance.now() - began;
  const first = lab.traffic();
  await askOnce(page, queries[1]);
  const later = lab.traffic();
  await page.context().close();
  return { first, later, time };
}

const timeAll = async (page: Page, queries: readonly string[]): Promise<number> => {
  const times: number[] = [];
  for (const query of queries) times.push(await askOnce(page, query));
  return mean(times);
};

const ROUNDS = 5;

/** @param queries taken in pairs for first and second searches, and together for times */
export async function measureCost(
  lab: Lab,
  engines: readonly Engine[],
  queries: readonly string[],
): Promise<Map<string, Cost>> {
  const sessions = new Map(
    engines.map(({ name }) => [name, [] as Awaited<ReturnType<typeof twice>>[]]),
  );
  for (let i = 0; i + 1 < queries.length; i += 2) {
    // In turn, so that what else the machine does befalls all alike.
    for (const { name } of engines)
      sessions.get(name)?.push(await twice(lab, name, [queries[i] ?? '', queries[i + 1] ?? '']));
  }
  const pages = new Map<string, Page>();
  for (const { name } of engines) {
    const page = await lab.page(name);
    await start(page);
    await askOnce(page, queries[0] ?? '');
    pages.set(name, page);
  }
  const rounds = new Map(engines.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, page] of pages) rounds.get(name)?.push(await timeAll(page, queries));
  const costs = engines.map(({ name }): [string, Cost] => {
    const all = sessions.get(name) ?? [];
    const [loading = 0, ...warm] = rounds.get(name) ?? [];
    const cost: Cost = {
      first: medians(all.map(({ first }) => first)),
      later: medians(all.map(({ later }) => later)),
      firstMost: Math.max(...all.map(({ first }) => total(first))),
      laterMost: Math.max(...all.map(({ later }) => total(later))),
      firstTime: median(all.map(({ time }) => time)),
      laterTime: loading,
      repeatedTime: median(warm),
    };
    return [name, cost];
  });
  return new Map(costs);
}
