/** What our search costs as the text grows. */
import { gzipSync } from 'node:zlib';
import { createSearch } from '../../../src/search/engine.ts';
import type { SearchRecord } from '../../../src/search/index/records.ts';
import type { DiskIndex } from './disk-index.ts';
import { bigramIndex, documentsOf } from './engines.ts';

/** Queries by what they are; all stand in the chapter itself. */
export const ASKED: readonly (readonly [what: string, typed: string])[] = [
  ['a rare phrase (龍山基地)', '龍山基地'],
  ['a sentence (20 characters)', '甚至肯定駐韓美軍對區域穩定之貢獻。顯見大'],
  ['a common phrase (美國)', '美國'],
  ['the most common character (美)', '美'],
];

interface AskedCost {
  /** Records found; not a number where the search gave up. */
  found: number;
  /** Bytes and files of the index, and records read to find, not to show. */
  bytes: number;
  chunks: number;
  records: number;
  /** The shortest of several runs: what else the machine does only adds. */
  time: number;
}

export interface SizeCost {
  times: number;
  records: number;
  characters: number;
  /** Bytes of all files, of all records among them, and of the list of all files. */
  index: number;
  texts: number;
  list: number;
  /** Bytes before the first query, without the code. */
  start: number;
  startTime: number;
  asked: Map<string, AskedCost>;
  /** Bytes of MiniSearch's index of pairs. */
  bigrams: number;
  /** Bytes of the pairs' own lists that the phrases need, in an index of pairs cut up as ours is. */
  pairs: Map<string, number>;
}

async function ask(index: DiskIndex, typed: string) {
  index.read();
  const search = createSearch(index.open());
  let began = performance.now();
  const first = await search.search('');
  const startTime = performance.now() - began;
  const start = index.read().bytes;
  began = performance.now();
  const result = first.status === 'failed' ? first : await search.search(typed);
  const time = performance.now() - began;
  const found =
    result.status === 'failed' ? Number.NaN : result.status === 'found' ? result.total : 0;
  return { start, startTime, cost: { found, ...index.read(), time } };
}

/** Numbers below 128 in one byte, others in more, as indexes pack them. */
function packed(numbers: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (let rest of numbers) {
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  }
  return gzipSync(Buffer.from(bytes), { level: 9 });
}

/** Bytes of the lists of a phrase's pairs: in which records they stand, and where. */
function pairBytes(records: readonly SearchRecord[], phrase: string): number {
  let sum = 0;
  for (let i = 0; i + 2 <= phrase.length; i += 1) {
    const pair = phrase.slice(i, i + 2);
    const list: number[] = [];
    let [record, before] = [0, 0];
    for (const { text } of records) {
      let [last, at] = [0, text.indexOf(pair)];
      if (at >= 0) list.push(record - before);
      if (at >= 0) before = record;
      for (; at >= 0; at = text.indexOf(pair, at + 1)) {
        list.push(at - last);
        last = at;
      }
      record += 1;
    }
    sum += packed(list).length;
  }
  return sum;
}

export async function measureSize(
  records: readonly SearchRecord[],
  index: DiskIndex,
  times: number,
): Promise<SizeCost> {
  const asked = new Map<string, AskedCost>();
  const starts: Awaited<ReturnType<typeof ask>>[] = [];
  for (const [what, typed] of ASKED) {
    const runs: Awaited<ReturnType<typeof ask>>[] = [];
    for (let run = 0; run < (times > 10 ? 2 : 6); run += 1) runs.push(await ask(index, typed));
    starts.push(...runs);
    const [one] = runs;
    if (one) asked.set(what, { ...one.cost, time: Math.min(...runs.map(({ cost }) => cost.time)) });
  }
  return {
    times,
    records: records.length,
    characters: records.reduce((sum, { text }) => sum + text.length, 0),
    index: index.weigh(/./u),
    texts: index.weigh(/\.pf_fragment$/u),
    list: index.weigh(/\.pf_meta$/u),
    start: starts[0]?.start ?? 0,
    startTime: Math.min(...starts.map(({ startTime }) => startTime)),
    asked,
    bigrams: gzipSync(JSON.stringify(bigramIndex(documentsOf(records)))).length,
    pairs: new Map(
      ASKED.filter(([, typed]) => typed.length > 1).map(([what, typed]) => [
        what,
        pairBytes(records, typed),
      ]),
    ),
  };
}
