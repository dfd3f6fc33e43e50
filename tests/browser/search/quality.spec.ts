/**
 * Recall and precision, through the page itself: what is typed against what plain
 * search finds in the printed text. Each set is asserted at 1.00 and 1.00, so one
 * hit too few or too many fails; src/search/README.md states the sets and their sizes.
 *
 * All hits of every query are read, on all pages of the results. A query is typed
 * by chance of a seed (tests/search/random.ts) out of the printed text, which
 * tests/search/printed.ts reads from content/ and the first test holds against the
 * source file. What the search takes for the same, the truth does by rules of its
 * own (tests/search/truth.ts):
 *
 * - width, case, diacritics; quotation marks and dashes of any form; white space
 *   but between two Latin words, two numbers, two Han characters; 37,000 and 37000;
 * - 為 爲, 台 臺, 佈 布, 佔 占;
 * - Simplified: text and query are both converted by OpenCC, as whole lines;
 * - Taiwan and Hong Kong forms: the truth of the stretch before it was converted;
 * - words found only inside words are found where nothing begins with them.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { printedLines, sourceText } from '../../search/printed.ts';
import { REAL } from '../../search/real.ts';
import { SEARCHES, SETS } from '../../search/sets.ts';
import { type Answer, ask, open } from './page.ts';

const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/gu, '');

test('the printed text that the truth is searched in stands in the source file, piece by piece', () => {
  const source = squeeze(sourceText());
  const pieces = printedLines().flatMap(({ pieces: all }) => all.flatMap((p) => p.split('\t')));
  expect(pieces.filter((piece) => !source.includes(squeeze(piece)))).toEqual([]);
  expect(squeeze(pieces.join('')).length).toBeGreaterThan(30_000);
});

interface Tally {
  wanted: number;
  found: number;
  right: number;
  wrong: string[];
}

/** Counts hits against the truth, and names the queries that went wrong. */
function tallyOf(answers: readonly Answer[], truths: readonly ReadonlySet<string>[]): Tally {
  const tally: Tally = { wanted: 0, found: 0, right: 0, wrong: [] };
  for (const [i, { query, total, paths, status }] of answers.entries()) {
    const truth = truths[i] ?? new Set();
    const hits = new Set(paths);
    const missing = [...truth].filter((path) => !hits.has(path));
    const extra = paths.filter((path) => !truth.has(path));
    tally.wanted += truth.size;
    tally.found += paths.length;
    tally.right += truth.size - missing.length;
    if (missing.length > 0 || extra.length > 0 || total !== paths.length)
      tally.wrong.push(`${query}: lacks ${missing}; has ${extra}; says ${status}`);
  }
  return tally;
}

for (const set of SETS) {
  test(`recall and precision are 1.00: ${set.count} ${set.name}`, async ({ page }) => {
    test.setTimeout(120_000);
    const queries = set.queries();
    await open(page);
    const tally = tallyOf(
      await ask(
        page,
        queries.map(({ typed }) => typed),
      ),
      queries.map(({ truth }) => truth),
    );
    expect(tally.wrong).toEqual([]);
    expect(queries).toHaveLength(set.count);
    expect(tally.wanted).toBeGreaterThanOrEqual(set.count);
    expect([tally.right / tally.wanted, tally.right / tally.found]).toEqual([1, 1]);
  });
}

test(`nothing is found, and the page says so: ${SEARCHES.absent.count} strings that are not there`, async ({
  page,
}) => {
  test.setTimeout(120_000);
  const strings = SEARCHES.absent.strings();
  expect(strings).toHaveLength(SEARCHES.absent.count);
  await open(page);
  const answers = await ask(page, strings);
  const wrong = answers.filter(
    ({ query, paths, status }) =>
      paths.length > 0 || !status.startsWith(`全章與註釋中都沒有「${query}」。可以`),
  );
  expect(wrong).toEqual([]);
});

test('the README states the sets as they are', () => {
  const readme = readFileSync(new URL('../../../src/search/README.md', import.meta.url), 'utf8');
  const counts = new Map<string, number>();
  for (const { name, count } of SETS) {
    const whole = name.replace(/, part \d$/u, '');
    counts.set(whole, (counts.get(whole) ?? 0) + count);
  }
  counts.set('real queries, made by hand', REAL.length);
  for (const [name, count] of counts)
    expect(readme).toContain(`| ${name} | ${count} | 1.00 | 1.00 |`);
  expect(readme).toContain(`find nothing | ${SEARCHES.absent.count} | – | 1.00 |`);
});
