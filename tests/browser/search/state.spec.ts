/** The address holds what was asked: it can be reloaded, sent to others, and stepped back through. */
import { expect, type Page, test } from '@playwright/test';
import { noteFacts } from '../../search/facts.ts';
import { answered, ask, open } from './page.ts';

const results = (page: Page) => page.locator('#results > li');
const shown = async (page: Page) => {
  await answered(page);
  return {
    status: await page.locator('[data-search-page] > [role="status"]').innerText(),
    results: await results(page).allInnerTexts(),
    checked: await page
      .locator('#facets input:checked, input[name="in"]:checked')
      .evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value)),
    sort: await page.locator('select[name="sort"]').inputValue(),
    query: await page.locator('#q').inputValue(),
  };
};

test('every part of the state stands in the address, and a reload and another reader see the same', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  await page.locator('#q').fill('參見');
  await expect(results(page)).toHaveCount(10);
  await page.getByRole('radio', { name: '註釋' }).check();
  await page.locator('select[name="sort"]').selectOption('year-desc');
  for (const [facet, value] of [
    ['type', 'newspaper'],
    ['lang', 'zh'],
    ['form', 'full'],
  ]) {
    await page.locator(`#facets input[name="${facet}"][value="${value}"]`).check();
    await answered(page);
  }
  const address = page.url();
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    q: '參見',
    in: 'notes',
    sort: 'year-desc',
    type: 'newspaper',
    lang: 'zh',
    form: 'full',
  });
  const before = await shown(page);
  expect(before.results.length).toBeGreaterThan(1);
  await page.reload();
  expect(await shown(page)).toEqual(before);
  const other = await browser.newPage({ ...(baseURL ? { baseURL } : {}) });
  await other.goto(address);
  await other.locator('[data-search-page]').waitFor();
  expect(await shown(other)).toEqual(before);
  await other.close();
});

test('an address with values of every facet is read', async ({ page }) => {
  const params = new URLSearchParams({
    q: 'asian survey',
    in: 'notes',
    type: 'journal',
    publisher: 'Asian Survey',
    author: 'Niksch, Larry A.',
    year: '1981',
    lang: 'en',
    section: '2',
    form: 'full',
    sort: 'order',
  });
  await open(page, `?${params}`);
  expect((await shown(page)).checked.sort()).toEqual(
    ['1981', '2', 'Asian Survey', 'Niksch, Larry A.', 'en', 'full', 'journal', 'notes'].sort(),
  );
  await expect(results(page).first()).toContainText('註 39');
});

test('back and forward step through the searches', async ({ page }) => {
  await open(page);
  for (const query of ['龍山', '漢城']) {
    await page.locator('#q').fill(query);
    await page.locator('#q').press('Enter');
    await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: query })}`);
    await answered(page);
  }
  await page.getByRole('radio', { name: '正文' }).check();
  await expect(page).toHaveURL(/in=text/u);
  const last = await shown(page);
  await page.goBack();
  await expect(page.getByRole('radio', { name: '全部' })).toBeChecked();
  await page.goBack();
  await expect(page.locator('#q')).toHaveValue('龍山');
  await expect(results(page).first().locator('mark').first()).toHaveText('龍山');
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(/in=text/u);
  await expect.poll(() => shown(page)).toEqual(last);
});

test('back from a passage leads to the same results', async ({ page }) => {
  await open(page, '?q=龍山基地&sort=order');
  const before = await shown(page);
  await results(page).nth(1).locator('a').first().click();
  await expect(page).toHaveURL(/mark=/u);
  await page.goBack();
  expect(await shown(page)).toEqual(before);
});

test('sorted by place, text and notes stand in the order of the chapter', async ({ page }) => {
  await open(page, '?q=龍山&sort=order');
  const [answer] = await ask(page, ['美軍']);
  const numbers = (answer?.paths ?? []).flatMap(
    (path) => /\/notes\/(\d+)\//u.exec(path)?.[1] ?? [],
  );
  const sections = (answer?.paths ?? []).flatMap((p) => /\/sections\/(\d)\//u.exec(p)?.[1] ?? []);
  for (const order of [numbers.map(Number), sections.map(Number)]) {
    expect(order.length).toBeGreaterThan(5);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
});

test('sorted by year, notes stand in the order of their sources, those without a year last', async ({
  page,
}) => {
  const yearOf = new Map(noteFacts().map(({ number, year }) => [number, [...year].map(Number)]));
  for (const [sort, sign] of [
    ['year', 1],
    ['year-desc', -1],
  ] as const) {
    await open(page, `?in=notes&sort=${sort}&lang=zh`);
    const [answer] = await ask(page, ['美國']);
    const years = (answer?.paths ?? []).map((path) => {
      const all = yearOf.get(Number(/\d+/u.exec(path)?.[0])) ?? [];
      return all.length > 0 ? Math.min(...all) : undefined;
    });
    const dated = years.filter((year) => year !== undefined);
    expect(dated.length).toBeGreaterThan(5);
    expect(years.slice(0, dated.length)).toEqual([...dated].sort((a, b) => sign * (a - b)));
  }
});

test('back from a hit far down, loaded anew: as many hits as before, at the same place', async ({
  page,
}) => {
  await open(page, '?q=美國');
  await expect(results(page)).toHaveCount(10);
  for (const count of [20, 30]) {
    await page.locator('#more').click();
    await expect(results(page)).toHaveCount(count);
  }
  const hit = results(page).nth(24);
  await hit.evaluate((e) => e.scrollIntoView({ block: 'center' }));
  const words = await hit.innerText();
  const top = () => hit.evaluate((e) => Math.round(e.getBoundingClientRect().top));
  const before = await top();
  await hit.locator('a').first().click();
  await expect(page).toHaveURL(/mark=/u);
  await page.goBack();
  await answered(page);
  await expect(results(page)).toHaveCount(30);
  expect(await hit.innerText()).toBe(words);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  // Another search begins at its first page.
  await page.locator('#q').fill('日本');
  await page.locator('#q').press('Enter');
  await answered(page);
  await expect(results(page)).toHaveCount(10);
  await page.goBack();
  await answered(page);
  await expect(results(page)).toHaveCount(30);
});

test('back from a note to the narrowed list of notes: at the same place', async ({ page }) => {
  await page.goto('/notes/?lang=zh');
  const items = page.locator('article .notes > li:visible');
  await expect.poll(() => items.count()).toBeLessThan(116);
  const note = items.nth(20);
  await note.evaluate((e) => e.scrollIntoView({ block: 'center' }));
  const top = () => note.evaluate((e) => Math.round(e.getBoundingClientRect().top));
  const before = await top();
  await note.locator('.number').click();
  await expect(page).toHaveURL(/\/notes\/\d+\/$/u);
  await page.goBack();
  await expect.poll(() => items.count()).toBeLessThan(116);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});
