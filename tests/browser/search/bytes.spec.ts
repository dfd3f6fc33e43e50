/**
 * What a search costs to load. Counted are all bytes on the wire (headers too) of
 * scripts, program, index, tables, facets and records, from a cold cache, by the
 * page of results at `/search/?q=…`; of that page itself, HTML and style are not.
 * The server of the tests sends the headers of dist/_headers. It compresses nothing, which every
 * host does with scripts: they are counted as gzip makes them. The index is compressed as it is.
 */
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { INDEX, openSearch } from '../../dist/search-index.ts';
import { stretches } from '../../search/random.ts';
import { REAL } from '../../search/real.ts';
import { ask, open } from './page.ts';

const FIRST = 140_000;
const LATER = 30_000;

const QUERIES = [
  ...REAL.map(({ typed }) => typed),
  ...['的', '美', '國', '，', '韓', '是', '在', 'the', '2003'],
  ...stretches(31, 40, [40, 40]),
  ...stretches(32, 40),
];

/** Of so many queries, one is asked in the browser too. */
const EVERY = 20;

interface Transfer {
  path: string;
  bytes: number;
}

/** Notes what is transferred of scripts and of what they ask for. */
async function meter(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  const paths = new Map<string, string>();
  let seen: Transfer[] = [];
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (/^(?:Script|Fetch|XHR)$/u.test(type)) paths.set(requestId, new URL(response.url).pathname);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path !== undefined) seen.push({ path, bytes: encodedDataLength });
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  return {
    /** What came since the last call. */
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}

/** The same search without a browser: which files of the index it reads for a query, and for one after it. */
async function filesRead(
  query: string,
  next: string,
): Promise<{ first: string[]; later: string[] }> {
  const read: string[] = [];
  const search = openSearch((path) => {
    read.push(path);
    return undefined;
  });
  const run = async (typed: string) => {
    read.length = 0;
    const result = await search.search(typed);
    if (result.status === 'failed') throw result.error;
    await Promise.all([
      result.status === 'found' ? result.page(0) : undefined,
      result.facets(),
      result.suggestions(),
    ]);
    return [...read];
  };
  return { first: await run(query), later: await run(next) };
}

interface Cost {
  query: string;
  bytes: number;
}

/** The median of costs, and the dearest of them. */
function figures(costs: Cost[]) {
  const sorted = [...costs].sort((a, b) => a.bytes - b.bytes);
  const median = sorted[sorted.length >> 1]?.bytes ?? 0;
  const dearest = sorted.at(-1);
  return { least: sorted[0]?.bytes ?? 0, median, max: dearest?.bytes ?? 0, query: dearest?.query };
}

/** The size of a script as hosts send it. */
const packed = (path: string) => gzipSync(readFileSync(`dist${path}`)).length;
const sizeOf = (path: string) => statSync(`dist${path}`).size;
const isOfIndex = ({ path }: Transfer) => path.startsWith(INDEX);

test(`a first search stays under 140 KB and a later one under 30 KB: ${QUERIES.length} queries`, async ({
  page,
}) => {
  test.setTimeout(240_000);
  expect(QUERIES.length).toBeGreaterThanOrEqual(150);
  const { take } = await meter(page);
  // What goes with every first search, and what a response takes beyond its file: seen in the browser.
  let scripts = Number.POSITIVE_INFINITY;
  let headers = 0;
  const costs: { first: Cost; files: string[]; later: Cost; laterFiles: string[] }[] = [];
  for (const [i, query] of QUERIES.entries()) {
    // Another query, far from this one in the list, as the second of the same reader.
    const next = QUERIES[(i * 61 + 17) % QUERIES.length] ?? '';
    const { first, later } = await filesRead(query, next);
    costs.push({
      first: { query, bytes: 0 },
      files: first,
      later: { query: `${next} after ${query}`, bytes: 0 },
      laterFiles: later,
    });
    if (i % EVERY !== 0) continue;
    take();
    await open(page, `?${new URLSearchParams({ q: query })}`);
    const begun = take();
    await ask(page, [next], true);
    const gone = take();
    // The browser reads no file that the search by itself does not read, and nothing but them later.
    for (const [transfers, files] of [
      [begun, first],
      [gone, later],
    ] as const) {
      const asked = transfers.filter(isOfIndex).map(({ path }) => path);
      expect(
        asked.filter((path) => !files.includes(path)),
        query,
      ).toEqual([]);
      expect(asked.length, query).toBeGreaterThan(0);
    }
    expect(
      gone.filter((one) => !isOfIndex(one)),
      query,
    ).toEqual([]);
    const own = begun.filter((one) => !isOfIndex(one));
    // With a first sign of use the interface comes too, and is no part of a search.
    const all = own.reduce((sum, { path, bytes }) => sum + bytes - sizeOf(path) + packed(path), 0);
    scripts = Math.min(scripts, all);
    for (const { path, bytes } of [...begun, ...gone])
      headers = Math.max(headers, bytes - sizeOf(path));
  }
  expect(scripts).toBeGreaterThan(10_000);
  expect(headers).toBeGreaterThan(0);
  const bytesOf = (files: string[]) => files.reduce((sum, path) => sum + sizeOf(path) + headers, 0);
  const of1 = figures(
    costs.map(({ first, files }) => ({ ...first, bytes: scripts + bytesOf(files) })),
  );
  const of2 = figures(
    costs.map(({ later, laterFiles }) => ({ ...later, bytes: bytesOf(laterFiles) })),
  );
  console.log(`first search: median ${of1.median} bytes, max ${of1.max} (${of1.query})`);
  console.log(`later search: median ${of2.median} bytes, max ${of2.max} (${of2.query})`);
  // The program alone is 68 KB: less would mean that nothing was counted.
  expect(of1.least).toBeGreaterThan(68_000);
  expect(of2.median).toBeGreaterThan(0);
  expect(of1.max, of1.query).toBeLessThan(FIRST);
  expect(of2.max, of2.query).toBeLessThan(LATER);
});

for (const address of ['/sections/1/', '/notes/', '/search/']) {
  test(`nothing of the index is loaded before search is used: ${address}`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(address, { waitUntil: 'networkidle' });
    const ofSearch = () => asked.filter((path) => /pagefind|engine/u.test(path));
    expect(ofSearch()).toEqual([]);
    await page.locator('input[name="q"]').last().fill('龍山');
    await expect.poll(() => ofSearch().some((path) => path.endsWith('.pf_index'))).toBe(true);
  });
}
