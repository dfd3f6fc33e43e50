/**
 * The facets: their counts are true under every combination of choices. What is
 * true is counted from the site's downloads (notes.json, sources.json) by
 * tests/search/facts.ts, and for words by plain search.
 */
import { expect, type Page, test } from '@playwright/test';
import { type Choices, countsOf, FACETS, leaving, noteFacts } from '../../search/facts.ts';
import { printedLines } from '../../search/printed.ts';
import { among, random } from '../../search/random.ts';
import { shortReferences } from '../../search/references.ts';
import { searcher } from '../../search/truth.ts';
import { answered, open } from './page.ts';

const NOTES = noteFacts();
const find = searcher([...printedLines(), ...shortReferences()]);
const WORDS = ['', '美國', 'niksch', '中央社', '參見', 'of'];

const holding = (words: string) => {
  if (words === '') return NOTES;
  const found = find(words);
  return NOTES.filter(({ number }) => found.has(`/notes/${number}/`));
};

const boxes = (page: Page) => page.locator('#facets input[type="checkbox"]');

/** What the panel says: `facet=value` → count. */
const shown = (page: Page): Promise<Record<string, number>> =>
  page.locator('#facets li').evaluateAll((items) =>
    Object.fromEntries(
      items.map((item) => {
        const box = item.querySelector('input');
        return [`${box?.name}=${box?.value}`, Number(item.querySelector('.count')?.textContent)];
      }),
    ),
  );

const total = async (page: Page) =>
  Number(
    /^共 (\d+) 筆/u.exec(
      await page.locator('[data-search-page] > [role="status"]').innerText(),
    )?.[1] ?? 0,
  );

const addressOf = (words: string, choices: Choices) => {
  const params = new URLSearchParams({ in: 'notes', ...(words === '' ? {} : { q: words }) });
  for (const facet of FACETS) for (const value of choices[facet] ?? []) params.append(facet, value);
  return `?${params}`;
};

/** Words and choices by chance: values of one note that holds the words, and at times another. */
function chance(seed: number): { words: string; choices: Choices } {
  const next = random(seed);
  const words = among(WORDS, next);
  const note = among(holding(words), next);
  const choices: Choices = {};
  for (let i = 0; i < 1 + Math.floor(next() * 3); i += 1) {
    const facet = among(FACETS, next);
    const others = Object.keys(countsOf(NOTES, {})).filter((key) => key.startsWith(`${facet}=`));
    const other = among(others, next).slice(facet.length + 1);
    const [own = other] = note[facet];
    choices[facet] = [...new Set([own, ...(next() < 0.4 ? [other] : [])])];
  }
  return { words, choices };
}

test('counts are true for forty combinations of words and choices', async ({ page }) => {
  test.setTimeout(120_000);
  let found = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const { words, choices } = chance(seed);
    const address = addressOf(words, choices);
    await open(page, address);
    const left = leaving(holding(words), choices);
    found += left.length > 0 ? 1 : 0;
    expect(await total(page), address).toBe(left.length);
    expect(await shown(page), address).toEqual(countsOf(holding(words), choices));
  }
  expect(found).toBeGreaterThan(10);
});

test('counts stay true as one clicks, and what is chosen stays in sight and in the address', async ({
  page,
}) => {
  await open(page, '?q=參見&in=notes');
  const choices: Choices = {};
  for (const [facet, value] of [
    ['type', 'website'],
    ['type', 'newspaper'],
    ['lang', 'zh'],
    ['year', '2004'],
    ['section', '4'],
  ] as const) {
    const box = page.locator(`#facets input[name="${facet}"][value="${value}"]`);
    const folded = page.locator(`#facets details:not([open])`).filter({ has: box });
    if (await folded.count()) await folded.locator('summary').click();
    await box.check();
    choices[facet] = [...(choices[facet] ?? []), value];
    await answered(page);
    await expect.poll(() => shown(page)).toEqual(countsOf(holding('參見'), choices));
    expect(await total(page)).toBe(leaving(holding('參見'), choices).length);
    await expect(box).toBeVisible();
    expect(new URL(page.url()).searchParams.getAll(facet)).toEqual(choices[facet]);
  }
  expect(await boxes(page).and(page.locator(':checked')).count()).toBe(5);
  await page.reload();
  await expect.poll(() => shown(page)).toEqual(countsOf(holding('參見'), choices));
});

test('counts of what notes cite are those of the notes, with the text searched beside', async ({
  page,
}) => {
  await open(page, '?q=美國');
  const ofNotes = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([key]) => !key.startsWith('section=')));
  expect(ofNotes(await shown(page))).toEqual(ofNotes(countsOf(holding('美國'), {})));
});

test('a choice made by keyboard keeps the focus, and the space bar takes it back', async ({
  page,
}) => {
  await open(page, '?q=美國');
  const box = page.locator('#facets input[name="lang"][value="en"]');
  await box.focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/lang=en/u);
  await answered(page);
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page).not.toHaveURL(/lang=en/u);
  await answered(page);
  await expect(box).toBeFocused();
  await expect(box).not.toBeChecked();
});

test('choices that leave nothing say so, and can be taken back at once', async ({ page }) => {
  await open(page, '?q=niksch&lang=zh&year=1999');
  await expect(page.locator('[data-search-page] > [role="status"]')).toContainText(
    '有符合的結果，但不在所選的條件之內。',
  );
  await page.getByRole('button', { name: '清除所有條件' }).click();
  await expect(page).toHaveURL('/search/?q=niksch');
  await expect(page.locator('#results > li').first()).toContainText('註 39');
});
