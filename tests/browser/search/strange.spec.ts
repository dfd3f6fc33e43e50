/** Queries that nobody means, or somebody means ill: answered in Chinese, never run, never an error. */
import { expect, type Page, test } from '@playwright/test';
import { answered, ask, open } from './page.ts';

const HTML = '<img src=x onerror="globalThis.hacked=1"><script>hacked=1</script>';

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});
test.afterEach(() => {
  expect(errors).toEqual([]);
});

/** One query of these UTF-16 units; JSON between test and page would spoil some of them. */
async function askUnits(page: Page, units: number[]) {
  await page.evaluate((all) => {
    const input = document.querySelector<HTMLInputElement>('#q');
    if (!input) return;
    input.value = String.fromCharCode(...all);
    input.form?.requestSubmit();
  }, units);
  await answered(page);
  return page.locator('[data-search-page] > [role="status"]').innerText();
}

const unitsOf = (text: string) => Array.from(text, (c) => c.charCodeAt(0));

for (const [what, query] of [
  ['HTML', HTML],
  ['an entity', '&lt;b&gt;&amp;'],
  ['an address that is a script', 'javascript:alert(1)'],
] as const) {
  test(`${what} is shown as what it is, on the page and in the box, and makes no element`, async ({
    page,
  }) => {
    await open(page, `?${new URLSearchParams({ q: query })}`);
    await expect(page.locator('#q')).toHaveValue(query);
    await expect(page.locator('[data-search-page] > [role="status"]')).toContainText(
      `沒有「${query.slice(0, 40)}`,
    );
    await page.goto('/sections/1/');
    await page.locator('#quick').fill(query);
    await expect(page.locator('[data-drop] [role="status"]')).toContainText(query.slice(0, 40));
    expect(await page.locator('main img, [data-drop] img, [data-drop] script').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  });
}

test('HTML in the other parts of the address makes no element either', async ({ page }) => {
  const params = new URLSearchParams({ q: '美國', in: HTML, sort: HTML, author: HTML, type: HTML });
  await open(page, `?${params}`);
  await expect(page.getByRole('button', { name: '清除所有條件' })).toBeVisible();
  expect(await page.locator('main img, main [data-search-page] script').count()).toBe(0);
  await page.goto(`/sections/1/?${new URLSearchParams({ mark: HTML })}#s1-1-p1`);
  await expect(page.locator('#s1-1-p1')).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

test('a query of 10,000 characters is told to be too long, and the address stays one that servers take', async ({
  page,
}) => {
  await open(page);
  const [answer] = await ask(page, ['龍'.repeat(10_000)]);
  expect(answer?.status).toBe('輸入的文字太長，請縮短到一段以內。');
  expect(answer?.paths).toEqual([]);
  const response = await page.reload();
  expect(response?.status()).toBe(200);
});

test('signs of regular expressions stand for themselves', async ({ page }) => {
  await open(page);
  for (const { query, paths, status } of await ask(page, ['.*', '[', '(?:', '^$', '\\', '*']))
    expect([paths, status.startsWith(`全章與註釋中都沒有「${query}」。`)], query).toEqual([
      [],
      true,
    ]);
  const [whole, part] = await ask(page, ['美.國', '駐韓美軍.*']);
  expect(whole?.paths).not.toContain('/sections/1/#s1');
  expect(part?.total).toBeGreaterThan(0);
});

test('NUL, lone surrogates and direction marks are not searched for, and hide nothing', async ({
  page,
}) => {
  await open(page);
  const plain = await askUnits(page, unitsOf('龍山基地'));
  expect(plain).toMatch(/^共 \d+ 筆/u);
  for (const units of [
    [0x202e, ...unitsOf('龍山基地'), 0x200f],
    [...unitsOf('龍山'), 0, ...unitsOf('基地')],
    [...unitsOf('龍山基地'), 0xd800],
    [0xdc00, ...unitsOf('龍山'), 0x200b, ...unitsOf('基地')],
    [0xfeff, ...unitsOf('龍山基地')],
  ])
    expect(await askUnits(page, units), units.join()).toBe(plain);
});

test('what holds nothing to search for says so', async ({ page }) => {
  await open(page);
  for (const units of [[0], [0xd800], [0x202e, 0x200f], [0x200b]])
    expect(await askUnits(page, units), units.join()).toMatch(/^請輸入要找的字/u);
  for (const text of ['""', '-', '"', '" "', '－', '- -'])
    expect(await askUnits(page, unitsOf(text)), text).toMatch(
      /^(?:請輸入要找的字|全章與註釋中都沒有|共 \d)/u,
    );
});

test('an address that says nothing sensible is read as far as it can be', async ({ page }) => {
  for (const query of [
    '?q=%E9%BE',
    '?q=%00&year=',
    '?year=abc&q=美國',
    '?q=美國&sort=x&in=y&in=z',
  ]) {
    await open(page, query);
    await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
    await expect(page.locator('[data-search-page] > [role="status"]')).toHaveText(
      /^(?:請輸入要找的字|全章與註釋中都沒有|有符合的結果|共 \d)/u,
    );
  }
});
