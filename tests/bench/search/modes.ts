/** Where the search leaves the index and reads records instead, by the length of what is typed. */
import { createSearch } from '../../../src/search/engine.ts';
import { tokenise } from '../../../src/search/fold/tokens.ts';
import type { SearchRecord } from '../../../src/search/index/records.ts';
import { memoryIndex } from '../../unit/search/memory-index.ts';
import type { DiskIndex } from './disk-index.ts';
import { mean } from './numbers.ts';
import { seeded } from './random.ts';

const LENGTHS = [2, 3, 5, 8, 12, 20, 40] as const;
const QUERIES = 40;
/** Paragraphs that are long enough for the longest stretch. */
const LONG = 60;

export interface Mode {
  length: number;
  /** The share of queries that were settled by reading records, and how many of them. */
  reading: number;
  records: number;
  /** Mean bytes of a query on its own, and what it would be from the index alone. */
  bytes: number;
  indexOnly: number;
}

/**
 * Asks stretches of the chapter at one size. What is asked for is seen in
 * memory; what that weighs, on the files.
 */
export async function measureModes(
  chapter: readonly SearchRecord[],
  records: readonly SearchRecord[],
  files: DiskIndex,
): Promise<Mode[]> {
  const index = memoryIndex(records);
  const tables = await index.tables();
  const search = createSearch({ ...index, tables: async () => tables });
  const texts = chapter.map(({ text }) => text).filter((text) => text.length > LONG);
  const random = seeded(7);
  const modes: Mode[] = [];
  for (const length of LENGTHS) {
    const costs = [];
    while (costs.length < QUERIES) {
      const text = random.pick(texts);
      const at = random.between(0, text.length - length);
      const typed = text.slice(at, at + length);
      if (!/^[\p{Script=Han}，、]+$/u.test(typed)) continue;
      index.asked.length = 0;
      index.read.length = 0;
      await search.search(typed);
      const read = [...index.read];
      costs.push({
        read: read.length,
        bytes: files.costOf(index.asked, read),
        indexOnly: files.costOf(
          tokenise(typed).map(({ key }) => key),
          [],
        ),
      });
    }
    modes.push({
      length,
      reading: mean(costs.map(({ read }) => Math.sign(read))),
      records: mean(costs.map(({ read }) => read)),
      bytes: mean(costs.map(({ bytes }) => bytes)),
      indexOnly: mean(costs.map(({ indexOnly }) => indexOnly)),
    });
  }
  return modes;
}
