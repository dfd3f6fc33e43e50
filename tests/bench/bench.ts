/**
 * `npm run bench`: the chapter on this site and on what else one might have made
 * it with, in one run; then what our own site costs as chapters are added.
 * No part of the tests. Times are ratios only.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDownload } from '../../src/exports/downloads.ts';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import { annotationsTable, MANY } from './annotations.ts';
import { buildTable as growthTable, searchTable } from './growth/report.ts';
import { measureBuilds, measureSearch } from './growth.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { compare } from './peers/compare.ts';
import { hugo } from './peers/hugo.ts';
import { peersOf } from './peers/list.ts';
import { OURS, ours } from './peers/ours.ts';
import { PHONE } from './peers/phone.ts';
import { bareTable, buildTable, missingList, pageTable } from './peers/report.ts';
import { type Texts, textsOf } from './peers/texts.ts';

const CACHE = join('.cache', 'bench');

/** The text that peers are given: `/downloads/chapter.md` as the build makes it. */
async function portable(): Promise<Texts> {
  const read = readContent('content');
  if ('findings' in read) throw new Error('content/ cannot be read: run npm run check');
  const chapterSite = { chapter: buildChapter(read.content), base: '/', site: undefined };
  return textsOf(String(await makeDownload('chapter.md', chapterSite)));
}

async function peers(options: Options): Promise<string[]> {
  const cache = join(process.cwd(), CACHE);
  const texts = await portable();
  const all = peersOf(process.cwd(), cache);
  const comparison = await compare(all, texts, cache, options);
  const { kilobits, latency, slower, width, height } = PHONE;
  return [
    '## This site and its peers',
    'All are given the Markdown of `/downloads/chapter.md` (notes as GFM has them), whole and cut by section, and are set up as their guides say. Ours is the whole site, with its index, the pages in Simplified characters and the downloads; it also checks its content and every link. A peer’s pages have less in them: page breaks only as anchors, no sources, no notes beside the text.',
    buildTable(comparison),
    ...missingList(comparison),
    '### The page of section 4',
    pageTable(comparison, 'section'),
    '### The whole chapter',
    pageTable(comparison, 'chapter'),
    `Chromium as a phone: ${width} × ${height}, ${kilobits / 1000} Mbit/s, ${latency} ms a request, a processor ${slower} times slower; nothing cached, service workers off. Medians; loads: ${options.loads}, builds: ${options.builds}. Bytes are the bodies that one static server sent, text files in brotli 11 made beforehand, HTTP/1.1, until the page had asked for nothing for 1.5 seconds; what a page fetches ahead for others counts. FCP, LCP, build times and TBT are multiples of ours; TBT in milliseconds where ours is below 50. A ratio below 1 is better than ours. TBT is the sum of tasks over 50 ms from the first paint on.`,
  ];
}

/** Our pages beside those of the same text without style or script: what ours cost on top. */
async function bare(options: Options): Promise<string> {
  const cache = join(process.cwd(), CACHE);
  const pair = [ours(process.cwd(), join(cache, OURS)), hugo];
  const comparison = await compare(pair, await portable(), cache, { ...options, builds: 1 });
  return [bareTable(comparison), ...missingList(comparison)].join('\n\n');
}

/** Our pages for a reader who has marked much, beside one who has marked nothing. */
async function annotations(options: Options): Promise<string[]> {
  const folder = join(CACHE, OURS, 'site');
  execFileSync('node', ['src/cli/build.ts'], {
    env: { ...process.env, BUILD_OUT: folder },
    stdio: 'ignore',
  });
  return [
    '## Ours, with annotations',
    `A reader with ${MANY} annotations beside one with none: the phone, the net and the medians as above, the two by turns. Ratios above 1 are what annotations cost.`,
    await annotationsTable(folder, options.loads),
  ];
}

async function growth(options: Options): Promise<string[]> {
  const cache = join(process.cwd(), CACHE);
  return [
    '## Ours, with more chapters',
    'Pages: the routes of the chapter entered again under other addresses, so that Astro renders and writes them as often; the content is read once and the pages in Simplified characters and the index are of one chapter. Checks and links are not in this time. Memory is that of Node, without Pagefind’s own process. What was not run says so, and is drawn out along a straight line, or by the power where that is above 1.',
    growthTable(measureBuilds(cache, options.pages)),
    'Search: the index over as many chapters, each a copy with its pairs of Han characters shuffled (as in `npm run bench:search`). A first search has nothing loaded; the program and the records that are shown are not counted.',
    searchTable(await measureSearch(cache, options.records)),
  ];
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  const parts = [
    `# This site measured on ${options.date}`,
    `\`npm run bench -- --builds ${options.builds} --loads ${options.loads} --pages ${options.pages.join(',')} --records ${options.records.join(',')}\``,
    'Other programs may run on the machine meanwhile: times by themselves mean nothing, and are given as ratios within this one run. Sites were built and loaded in turn, every other round in reverse.',
  ];
  // Each part is kept once it stands: the next takes minutes.
  for (const part of [peers, annotations, growth]) {
    parts.push(...(await part(options)));
    writeFileSync(join(results, `${options.date}.md`), `${parts.join('\n\n')}\n`);
  }
  console.log(parts.join('\n\n'));
}

const { argv } = process;
if (argv.includes('--help')) console.log(USAGE);
else if (argv.includes('--annotations'))
  console.log((await annotations(readOptions(argv.slice(2)))).join('\n\n'));
else if (argv.includes('--bare')) console.log(await bare(readOptions(argv.slice(2))));
else await main();
