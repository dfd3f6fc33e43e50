/** How long Pagefind's own program takes for one word, the more records hold it. */

import { ORDER } from '../../../src/search/index/open-index.ts';
import { indexWord } from '../../../src/search/index/word.ts';
import type { DiskIndex } from './disk-index.ts';

export interface WasmCost {
  times: number;
  records: number;
  /** Records with the word, and the time of one search for it. */
  hits: number;
  search: number;
  /** The time of listing all records in order, as every start does. */
  list: number;
}

/** @param key a key of the index that stands in many records */
export async function measureWasm(index: DiskIndex, times: number, key: string): Promise<WasmCost> {
  const program = await index.program();
  let began = performance.now();
  const records = program.search('', `${ORDER}:asc`).length;
  const list = performance.now() - began;
  index.loadChunk(program, key);
  // The program compiles itself while it first runs.
  if (times <= 10) program.search(indexWord(key), '');
  began = performance.now();
  const hits = program.search(indexWord(key), '').length;
  return { times, records, hits, search: performance.now() - began, list };
}
