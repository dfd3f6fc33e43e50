/**
 * Whatever of the index is missing, garbled or hanging: the reader is told in
 * Chinese, never that there are no results; the static lists stand by; and once
 * the file is there again, 再試一次 searches as if nothing had been. Every file in
 * every way is tried in tests/dist/search-failures.test.ts.
 */
import { expect, type Page, type Route, test } from '@playwright/test';
import { open } from './page.ts';

const FILES: Record<string, RegExp> = {
  'the script of the search': /assets\/engine\.[\w-]+\.js/u,
  'the entry': /pagefind-entry\.json/u,
  'the program': /wasm\.unknown\.pagefind/u,
  'the list of records': /\.pf_meta/u,
  'the tables': /tables\.\w+\.pf_tables/u,
  'the facets': /facets\.\w+\.pf_tables/u,
  'a chunk of the index': /\.pf_index/u,
  'a record': /\.pf_fragment/u,
};

async function truncated(route: Route): Promise<void> {
  const body = await (await route.fetch()).body();
  await route.fulfill({ body: body.subarray(0, body.length >> 1) });
}

const WAYS: Record<string, (route: Route) => Promise<void>> = {
  'is missing': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'is cut off by the network': (route) => route.abort(),
  'is an HTML page with status 200': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Not here' }),
  'is empty': (route) => route.fulfill({ body: '' }),
  'is truncated': truncated,
};

const QUERY = '駐韓美軍';
const status = (page: Page) => page.locator('[data-search-page] > [role="status"]');
const results = (page: Page) => page.locator('#results > li');

/** Errors that nothing on the page caught. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

async function search(page: Page, query = QUERY): Promise<void> {
  await page.locator('#q').fill(query);
  await page.locator('#q').press('Enter');
}

async function isTold(page: Page, how: RegExp): Promise<void> {
  await expect(status(page)).toHaveText(how);
  await expect(status(page)).not.toContainText(/沒有「|\d 筆/u);
  await expect(results(page)).toHaveCount(0);
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('navigation', { name: '不用搜尋也能查' })).toBeVisible();
}

async function retryWorks(page: Page): Promise<void> {
  await page.getByRole('button', { name: '再試一次' }).click();
  await expect(status(page)).toHaveText(/^共 \d+ 筆：正文 \d+，註釋 \d+$/u);
  await expect(results(page)).toHaveCount(10);
  await expect(page.locator('#facets').getByRole('group')).not.toHaveCount(0);
}

/** The script in every way; of the index each file in one: all of them are tried without a browser. */
const ways = Object.entries(WAYS);
const waysOf = (file: string, i: number) =>
  file === 'the script of the search' ? ways : ways.slice(i % ways.length).slice(0, 1);

for (const [i, [file, pattern]] of Object.entries(FILES).entries()) {
  for (const [way, answer] of waysOf(file, i)) {
    test(`the reader is told, and may try again, when ${file} ${way}`, async ({ page }) => {
      const errors = uncaught(page);
      await page.route(pattern, answer);
      await page.goto('/search/');
      await search(page);
      await isTold(
        page,
        /^(?:無法載入搜尋索引|搜尋索引已損壞或版本不符)，這次沒有搜尋成功。再試一次/u,
      );
      await page.unroute(pattern);
      await retryWorks(page);
      expect(errors).toEqual([]);
    });
  }

  test(`nobody waits longer than 8 s, and all may try again, when ${file} hangs`, async ({
    page,
  }) => {
    const errors = uncaught(page);
    const hanging = page.waitForRequest(pattern);
    await page.route(pattern, () => undefined);
    await page.clock.install();
    await page.goto('/search/');
    await search(page);
    await hanging;
    await page.clock.runFor(1000);
    await expect(status(page)).toHaveText('搜尋中…第一次要載入索引，請稍候。');
    await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'true');
    await page.clock.runFor(6900);
    await isTold(page, /^等了八秒沒有回應，這次沒有搜尋成功。再試一次/u);
    await page.unroute(pattern);
    await retryWorks(page);
    expect(errors).toEqual([]);
  });
}

test('offline is told as such; online again, the search works', async ({ page, context }) => {
  const errors = uncaught(page);
  await open(page);
  await context.setOffline(true);
  await search(page);
  await isTold(page, /^目前沒有網路，無法載入搜尋索引。再試一次/u);
  await context.setOffline(false);
  await retryWorks(page);
  expect(errors).toEqual([]);
});

test('what was loaded is still searched when the network goes away', async ({ page, context }) => {
  await page.goto('/search/');
  await search(page);
  await expect(results(page)).toHaveCount(10);
  const all = await results(page).allTextContents();
  await search(page, '此句不在文中');
  await context.setOffline(true);
  await search(page);
  await expect(results(page)).toHaveCount(10);
  expect(await results(page).allTextContents()).toEqual(all);
});

test('a reader who denies storage searches all the same', async ({ page }) => {
  const errors = uncaught(page);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    Object.defineProperty(document, 'cookie', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/search/');
  await search(page);
  await expect(status(page)).toHaveText(/^共 \d+ 筆/u);
  await expect(results(page)).toHaveCount(10);
  expect(errors).toEqual([]);
});

test('the box on a page tells it too, and leads to the page of results', async ({ page }) => {
  const errors = uncaught(page);
  await page.route(/\.pf_meta/u, (route) => route.abort());
  await page.goto('/sections/1/');
  await page.locator('#quick').fill(QUERY);
  const drop = page.locator('[data-drop]');
  await expect(drop.getByRole('status')).toContainText('無法載入搜尋索引');
  await page.unroute(/\.pf_meta/u);
  await drop.getByRole('link', { name: '再試一次' }).click();
  await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: QUERY })}`);
  await expect(results(page)).toHaveCount(10);
  expect(errors).toEqual([]);
});

test('the list of notes tells it too, and shows all notes', async ({ page }) => {
  await page.route(/facets\.\w+\.pf_tables/u, (route) => route.abort());
  const errors = uncaught(page);
  await page.goto('/notes/?author=Niksch%2C+Larry+A.');
  await expect(page.locator('[data-notes-search] > [role="status"]')).toContainText(
    '無法載入搜尋索引，這次沒有搜尋成功。',
  );
  await expect(page.locator('.notes > li:visible')).toHaveCount(116);
  await page.unroute(/facets\.\w+\.pf_tables/u);
  await page.getByRole('button', { name: '再試一次' }).click();
  await expect(page.locator('.notes > li:visible').first()).toHaveAttribute('value', '39');
  expect(errors).toEqual([]);
});
