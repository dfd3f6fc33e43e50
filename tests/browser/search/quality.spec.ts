/**
 * Recall and precision, through the page: a tenth of each set of queries is typed
 * into it, all its results are read, and both are 1.00. The whole sets are asked
 * of the same index in tests/dist/search-quality.test.ts.
 */
import { expect, test } from '@playwright/test';
import { SEARCHES, SETS } from '../../search/sets.ts';
import { tallyOf } from '../../search/tally.ts';
import { ask, open } from './page.ts';

const tenth = <T>(list: readonly T[]) => list.filter((_, i) => i % 10 === 0);

test('the page shows what the search finds: a tenth of each set', async ({ page }) => {
  test.setTimeout(120_000);
  const queries = SETS.flatMap((set) => tenth(set.queries()));
  await open(page);
  const answers = await ask(
    page,
    queries.map(({ typed }) => typed),
  );
  const { wrong, wanted, recall, precision } = tallyOf(
    answers,
    queries.map(({ truth }) => truth),
  );
  expect(wrong).toEqual([]);
  expect(wanted).toBeGreaterThan(queries.length);
  expect([recall, precision]).toEqual([1, 1]);
});

test('the page says what is nowhere in the chapter', async ({ page }) => {
  const strings = tenth(SEARCHES.absent.strings());
  expect(strings.length).toBeGreaterThan(30);
  await open(page);
  const wrong = (await ask(page, strings)).filter(
    ({ query, paths, status }) =>
      paths.length > 0 || !status.startsWith(`全章與註釋中都沒有「${query}」。可以`),
  );
  expect(wrong).toEqual([]);
});
