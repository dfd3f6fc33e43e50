/**
 * Recall and precision, in the real index: what is typed against what plain
 * search finds in the printed text. Each set is asserted at 1.00 and 1.00, so one
 * hit too few or too many fails; src/search/README.md states the sets and their sizes.
 * tests/browser/search/quality.spec.ts types a tenth of them into the page.
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
import { expect, test } from 'vitest';
import { printedLines, sourceText } from '../search/printed.ts';
import { REAL } from '../search/real.ts';
import { SEARCHES, SETS } from '../search/sets.ts';
import { type Answered, tallyOf } from '../search/tally.ts';
import { answerOf, openSearch } from './search-index.ts';

const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/gu, '');
const search = openSearch();

async function answersOf(queries: readonly string[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const query of queries) answers.push(await answerOf(search, query));
  return answers;
}

test('the printed text that the truth is searched in stands in the source file, piece by piece', () => {
  const source = squeeze(sourceText());
  const pieces = printedLines().flatMap(({ pieces: all }) => all.flatMap((p) => p.split('\t')));
  expect(pieces.filter((piece) => !source.includes(squeeze(piece)))).toEqual([]);
  expect(squeeze(pieces.join('')).length).toBeGreaterThan(30_000);
});

for (const set of SETS) {
  test(`recall and precision are 1.00: ${set.count} ${set.name}`, {
    timeout: 120_000,
  }, async () => {
    const queries = set.queries();
    const answers = await answersOf(queries.map(({ typed }) => typed));
    const { wrong, wanted, recall, precision } = tallyOf(
      answers,
      queries.map(({ truth }) => truth),
    );
    expect(wrong).toEqual([]);
    expect(queries).toHaveLength(set.count);
    expect(wanted).toBeGreaterThanOrEqual(set.count);
    expect([recall, precision]).toEqual([1, 1]);
  });
}

const { absent } = SEARCHES;
test(`nothing is found: ${absent.count} strings that are not there`, async () => {
  const strings = absent.strings();
  expect(strings).toHaveLength(absent.count);
  const answers = await answersOf(strings);
  const wrong = answers.filter(
    ({ query, paths, status }) =>
      paths.length > 0 || !status.startsWith(`全章與註釋中都沒有「${query}」。可以`),
  );
  expect(wrong).toEqual([]);
});

test('the README states the sets as they are', () => {
  const readme = readFileSync(new URL('../../src/search/README.md', import.meta.url), 'utf8');
  const counts = new Map<string, number>();
  for (const { name, count } of SETS) {
    const whole = name.replace(/, part \d$/u, '');
    counts.set(whole, (counts.get(whole) ?? 0) + count);
  }
  counts.set('real queries, made by hand', REAL.length);
  for (const [name, count] of counts)
    expect(readme).toContain(`| ${name} | ${count} | 1.00 | 1.00 |`);
  expect(readme).toContain(`find nothing | ${absent.count} | – | 1.00 |`);
});
