/**
 * What a search costs to load. Counted are all bytes on the wire (headers too) of
 * scripts, program, index, tables, facets and records, from a cold cache, by the
 * page of results at `/search/?q=…`; of that page itself, HTML and style are not.
 * The preview server compresses nothing, so most servers will send less.
 */
import { expect, type Page, test } from '@playwright/test';
import { stretches } from '../../search/random.ts';
import { REAL } from '../../search/real.ts';
import { ask, open } from './page.ts';

const FIRST = 175_000;
const LATER = 30_000;

const QUERIES = [
  ...REAL.map(({ typed }) => typed),
  ...['的', '美', '國', '，', '韓', '是', '在', 'the', '2003'],
  ...stretches(31, 40, [40, 40]),
  ...stretches(32, 40),
];

/** Adds up what is transferred: by address, or of a kind. */
async function meter(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (/^(?:Script|Fetch|XHR)$/u.test(kinds.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  return {
    /** The bytes since the last call. */
    take: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
  };
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

test(`a first search stays under 175 KB and a later one under 30 KB: ${QUERIES.length} queries`, async ({
  page,
}) => {
  test.setTimeout(240_000);
  expect(QUERIES.length).toBeGreaterThanOrEqual(150);
  const { take } = await meter(page);
  const first: Cost[] = [];
  const later: Cost[] = [];
  for (const [i, query] of QUERIES.entries()) {
    take();
    await open(page, `?${new URLSearchParams({ q: query })}`);
    first.push({ query, bytes: take() });
    // Another query, far from this one in the list, as the second of the same reader.
    const next = QUERIES[(i * 61 + 17) % QUERIES.length] ?? '';
    await ask(page, [next], true);
    later.push({ query: `${next} after ${query}`, bytes: take() });
  }
  const [of1, of2] = [figures(first), figures(later)];
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
