/** /notes/: the static list is narrowed in place, by words and by sources, and its address keeps what was chosen. */
import { expect, type Page, test } from '@playwright/test';
import { leaving, noteFacts } from '../../search/facts.ts';
import { printedLines } from '../../search/printed.ts';
import { shortReferences } from '../../search/references.ts';
import { searcher } from '../../search/truth.ts';

const NOTES = noteFacts();
const find = searcher([...printedLines(), ...shortReferences()]);
const status = (page: Page) => page.locator('[data-notes-search] > [role="status"]');
const field = (page: Page) => page.locator('[data-notes-search] input[name="q"]');

const shown = (page: Page): Promise<number[]> =>
  page
    .locator('.notes > li')
    .evaluateAll((all) =>
      (all as HTMLLIElement[]).filter((li) => li.offsetParent !== null).map((li) => li.value),
    );

const holding = (words: string) =>
  NOTES.map(({ number }) => number).filter((number) => find(words).has(`/notes/${number}/`));

test('all notes are shown, and nothing is said, until something is asked', async ({ page }) => {
  await page.goto('/notes/');
  await expect(field(page)).toBeVisible();
  expect(await shown(page)).toHaveLength(116);
  await expect(status(page)).toHaveText('');
});

test('words narrow the list to the notes that hold them or point to them; cleared, all are back', async ({
  page,
}) => {
  await page.goto('/notes/');
  await field(page).fill('niksch');
  await expect.poll(() => shown(page)).toEqual(holding('niksch'));
  expect(holding('niksch')).toContain(48);
  await expect(status(page)).toHaveText(`${holding('niksch').length} 條註`);
  await expect(page).toHaveURL('/notes/?q=niksch');
  // A section without any of them is not shown either.
  await expect(page.locator('section.endnotes:visible')).toHaveCount(
    new Set(
      NOTES.filter((n) => holding('niksch').includes(n.number)).flatMap((n) => [...n.section]),
    ).size,
  );
  await page.reload();
  await expect.poll(() => shown(page)).toEqual(holding('niksch'));
  await field(page).fill('');
  await expect.poll(() => shown(page)).toHaveLength(116);
  await expect(page).toHaveURL('/notes/');
  await expect(status(page)).toHaveText('');
});

test('choices narrow it, singly and together, and back takes them off', async ({ page }) => {
  await page.goto('/notes/');
  await page.getByText('依文獻種類、刊物／出版者、作者、年份篩選').click();
  const choose = (name: string, value: string) =>
    page.locator(`#facets input[name="${name}"][value="${value}"]`).check();
  await choose('type', 'wire');
  const wires = leaving(NOTES, { type: ['wire'] });
  await expect.poll(() => shown(page)).toEqual(wires);
  await choose('publisher', '中央社');
  const both = leaving(NOTES, { type: ['wire'], publisher: ['中央社'] });
  await expect.poll(() => shown(page)).toEqual(both);
  expect(both.length).toBeLessThan(wires.length);
  await field(page).fill('2003');
  await field(page).press('Enter');
  const all = both.filter((number) => holding('2003').includes(number));
  await expect.poll(() => shown(page)).toEqual(all);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    q: '2003',
    type: 'wire',
    publisher: '中央社',
  });
  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(both);
  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(wires);
  await page.goBack();
  await expect.poll(() => shown(page)).toHaveLength(116);
});

test('an address with an author shows the notes that cite that author, short forms too', async ({
  page,
}) => {
  await page.goto(`/notes/?${new URLSearchParams({ author: 'Niksch, Larry A.' })}`);
  const notes = leaving(NOTES, { author: ['Niksch, Larry A.'] });
  await expect.poll(() => shown(page)).toEqual(notes);
  expect(notes).toEqual(expect.arrayContaining([39, 48]));
  await expect(page.locator('#facets input:checked')).toBeVisible();
});

test('words that no note holds leave none, and say so', async ({ page }) => {
  await page.goto('/notes/?q=皇后');
  await expect(status(page)).toContainText('都沒有「皇后」');
  expect(await shown(page)).toEqual([]);
  await field(page).fill('');
  await expect.poll(() => shown(page)).toHaveLength(116);
});

test('the lists of outlets and authors lead into the notes they narrow', async ({ page }) => {
  await page.goto('/sources/');
  const link = page.locator('a[href*="/notes/?"]').first();
  const query = new URL((await link.getAttribute('href')) ?? '', 'http://x').searchParams;
  await link.click();
  await expect(page).toHaveURL(/\/notes\/\?/u);
  const choices = Object.fromEntries([...query].map(([name, value]) => [name, [value]]));
  await expect.poll(() => shown(page)).toEqual(leaving(NOTES, choices));
  expect(leaving(NOTES, choices).length).toBeGreaterThan(0);
});
