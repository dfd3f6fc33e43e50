/**
 * `npm run bench:search`: our search beside Pagefind as it comes, MiniSearch
 * and FlexSearch on the same queries in one run; then what ours costs as the
 * text grows. Times are given as ratios only: machines differ, and busy ones more.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRecords } from '../../src/integrations/search-index.ts';
import type { SearchRecord } from '../../src/search/index/records.ts';
import { measureCost, measureQuality } from './search/compare.ts';
import { chapterRecords, grown } from './search/corpus.ts';
import { diskIndex } from './search/disk-index.ts';
import { makeEngines } from './search/engines.ts';
import { openLab } from './search/lab.ts';
import { type Mode, measureModes } from './search/modes.ts';
import { type Options, readOptions, USAGE } from './search/options.ts';
import { querySets } from './search/queries.ts';
import { seeded } from './search/random.ts';
import { bytesTable, qualityTable, timeTable } from './search/report-engines.ts';
import { modeTable, sizeTable, wasmTable } from './search/report-scale.ts';
import { measureSize, type SizeCost } from './search/scale.ts';
import { stretchesOf } from './search/truth.ts';
import { measureWasm, type WasmCost } from './search/wasm.ts';

/** Queries of which first and later searches are weighed; each first one takes a new page. */
const WEIGHED = 60;
/** The key that most records hold. */
const COMMON = '美';

const step = (what: string): void => console.error(`… ${what}`);

async function engines(records: readonly SearchRecord[], work: string, seed: number) {
  step('indexes of four engines');
  const all = await makeEngines(records, work);
  const sets = querySets(stretchesOf(records), seed);
  const counts = new Map(sets.map(({ name, cases }) => [name, cases.length]));
  const lab = await openLab(all);
  try {
    step('what they find');
    const quality = await measureQuality(lab, all, sets);
    step('what they cost');
    const random = seeded(seed);
    const queries = Array.from(
      { length: WEIGHED },
      () => random.pick(random.pick(sets).cases).typed,
    );
    const costs = await measureCost(lab, all, queries);
    return [
      '## Four engines, the same records and queries',
      qualityTable(all, quality, counts),
      'Truth is plain substring search over the printed text. Case, width, diacritics, quotation marks, dashes and regional forms of a character count as the same; a Latin word or number is meant from its beginning.',
      bytesTable(costs),
      `Of ${WEIGHED / 2} pairs of queries, each in a new page; gzip for all alike, code bundled and minified by the same program; with the records of the first ten results (for MiniSearch and FlexSearch, which keep no text, the same files as ours).`,
      timeTable(costs),
      'In Chromium, from a local server: with a fast network, that is.',
    ];
  } finally {
    await lab.close();
  }
}

async function growth(records: readonly SearchRecord[], work: string, options: Options) {
  const sizes: SizeCost[] = [];
  const modes = new Map<number, Mode[]>();
  const wasm: WasmCost[] = [];
  for (const times of options.sizes) {
    step(`${times} times the text`);
    const more = grown(records, times);
    const folder = join(work, `x${times}`);
    await writeRecords(more, folder);
    const index = await diskIndex(folder);
    wasm.push(await measureWasm(index, times, COMMON));
    modes.set(times, await measureModes(records, more, index));
    sizes.push(await measureSize(more, index, times));
    rmSync(folder, { recursive: true });
  }
  return [
    '## Ours, the text grown',
    'Copies of the chapter with their pairs of Han characters shuffled: frequencies stay, long stretches become rare; Latin words and numbers repeat, so the vocabulary grows less than it would. The start is Pagefind’s program, its list of records and chunks, and our tables; each query is asked with nothing else loaded, and without the records it shows. Extrapolated along a straight line, or by the power where it is above 1; times (Node, the shortest of several) as multiples of the first query at ×1.',
    sizeTable(sizes),
    'Where records are read instead of more index: share of queries so settled, records read on average; bytes of the query, of what the index alone would take.',
    modeTable(modes),
    `Pagefind’s program by itself: one search for ${COMMON}, and the list of all records that every start asks for. Times as multiples of the first search; power 2 is quadratic.`,
    wasmTable(wasm),
  ];
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const work = mkdtempSync(join(tmpdir(), 'zhangju-bench-'));
  try {
    const records = chapterRecords();
    const text = [
      `# Search, measured on ${options.date}`,
      `\`npm run bench:search -- --seed ${options.seed} --sizes ${options.sizes.join(',')}\`; ${records.length} records.`,
      ...(await engines(records, work, options.seed)),
      ...(await growth(records, work, options)),
    ].join('\n\n');
    console.log(text);
    if (!options.write) return;
    const results = join(import.meta.dirname, 'results');
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, `search-${options.date}.md`), `${text}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv.includes('--help')) console.log(USAGE);
else await main();
