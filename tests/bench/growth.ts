/** What our own site costs as chapters are added: the build in programs of its own, and the search. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeRecords } from '../../src/integrations/search-index.ts';
import { createSearch } from '../../src/search/engine.ts';
import type { Built } from './growth/copies.ts';
import { chapterRecords, grown } from './search/corpus.ts';
import { type DiskIndex, diskIndex } from './search/disk-index.ts';
import { median } from './search/numbers.ts';
import { ASKED } from './search/scale.ts';

export interface BuildCost extends Built {
  times: number;
  /** Bytes of the site without its index, as files. */
  bytes: number;
}

export interface SearchCost {
  times: number;
  records: number;
  /** Milliseconds of writing the index. */
  time: number;
  /** Bytes of all its files. */
  index: number;
  /** Bytes of the index that a first search loads: the median of the queries, and the dearest. */
  first: number;
  most: number;
}

const step = (what: string): void => console.error(`… ${what}`);

/** @param cache where the sites are built, and removed again */
export function measureBuilds(cache: string, sizes: readonly number[]): BuildCost[] {
  return sizes.map((times) => {
    step(`the site with its pages ${times} times over`);
    const folder = join(cache, `growth-${times}`);
    const program = join(import.meta.dirname, 'growth/copies.ts');
    const done = spawnSync(process.execPath, [program, String(times), folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (done.status !== 0) throw new Error(`the build at ${times} failed`);
    const built: Built = JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '');
    const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('pagefind/'))
      .map((name) => statSync(join(folder, name)))
      .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
    rmSync(folder, { recursive: true });
    return { times, ...built, bytes };
  });
}

/** Bytes of the index that a query reads with nothing loaded before. */
async function firstSearch(index: DiskIndex, typed: string): Promise<number> {
  index.read();
  const result = await createSearch(index.open()).search(typed);
  if (result.status === 'failed') throw new Error(`the search for ${typed} failed`);
  return index.read().bytes;
}

/** @param cache where the indexes are written, and removed again */
export async function measureSearch(
  cache: string,
  sizes: readonly number[],
): Promise<SearchCost[]> {
  const records = chapterRecords();
  const folder = join(cache, 'growth-index');
  mkdirSync(cache, { recursive: true });
  const costs: SearchCost[] = [];
  for (const times of sizes) {
    step(`the index of ${times} chapters`);
    const more = grown(records, times);
    const began = performance.now();
    await writeRecords(more, folder);
    const time = performance.now() - began;
    const index = await diskIndex(folder);
    const firsts: number[] = [];
    for (const [, typed] of ASKED) firsts.push(await firstSearch(index, typed));
    const weight = index.weigh(/./u);
    rmSync(folder, { recursive: true });
    const [first, most] = [median(firsts), Math.max(...firsts)];
    costs.push({ times, records: more.length, time, index: weight, first, most });
  }
  return costs;
}
