/** Away from the net: what was read, the whole chapter, new releases, and what goes wrong. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Status } from '../../../src/worker/protocol.ts';
import { Site } from './site.ts';

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for.
  site: async ({}, use) => {
    const site = new Site();
    await site.start();
    await use(site);
    await site.end();
  },
});
test.use({ serviceWorkers: 'allow' });

const SAVE = /^存下全章供離線閱讀/u;

/** How things stand, asked of the worker as the site's own pages ask. */
const status = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    active?.postMessage({ ask: 'status' }, [port2]);
    return new Promise<Status>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
    });
  });

const keeps = (page: Page, path: string) =>
  expect.poll(async () => (await status(page))?.pages ?? [], { timeout: 15_000 }).toContain(path);

/** Opens a page and waits until it is kept. */
async function read(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(site.url(path));
  await keeps(page, path.slice(1));
}

test('a page that was read can be read again without a net, with a query too', async ({
  page,
  site,
}) => {
  await read(page, site, '/sections/1/');
  await site.stop();
  await page.goto(site.url('/sections/1/?mark=1#s1-1-p1'));
  await expect(page.locator('#s1-1-p1')).toBeVisible();
  // Its styles and scripts came with it.
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a page that was not read gives way to one that says so, lists what is kept, and leads back', async ({
  page,
  site,
}) => {
  await read(page, site, '/sections/1/');
  await site.stop();
  const answer = await page.goto(site.url('/notes/5/'));
  expect(answer?.status()).toBe(503);
  await expect(page).toHaveTitle(/這一頁不在這台裝置上/u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('這一頁不在這台裝置上');
  await expect(page.locator('[data-not-kept] code')).toHaveText('/notes/5/');
  const link = page.locator('[data-kept]').getByRole('link', { name: /第一節/u });
  await expect(link).toBeVisible();
  await page.getByRole('button', { name: '回上一頁' }).click();
  await expect(page.locator('#s1-1-p1')).toBeVisible();
  await page.goto(site.url('/notes/5/'));
  await site.start();
  await page.getByRole('button', { name: '再試一次' }).click();
  await expect(page).toHaveTitle(/註 5/u);
});

test('what was read is brought to the new release too', async ({ page, site }) => {
  await read(page, site, '/sections/1/');
  await read(page, site, '/sections/2/');
  const release = site.publish({
    '/sections/1/': ['</title>', '（新）</title>'],
    '/sections/2/': ['</title>', '（新）</title>'],
  });
  await page.goto(site.url('/sections/2/'));
  await expect.poll(async () => (await status(page)).edition).toBe(release);
  await site.stop();
  for (const path of ['/sections/1/', '/sections/2/']) {
    await page.goto(site.url(path));
    await expect(page).toHaveTitle(/（新）/u);
  }
});

test('a missing file is told, and leaves what was kept', async ({ page, site }) => {
  await read(page, site, '/sections/1/');
  site.broken.add('/notes/50/');
  await page.goto(site.url('/offline/'));
  await page.getByRole('button', { name: SAVE }).click();
  await expect(page.getByRole('alert')).toContainText('缺少一個檔案', { timeout: 25_000 });
  await expect(page.getByRole('alert')).toContainText('notes/50/');
  const { whole, pages } = await status(page);
  expect(whole).toBe(false);
  expect(pages).toContain('sections/1/');
  expect(pages).not.toContain('notes/49/');
});

test('saving can be cancelled, and goes on after a break of the line', async ({ page, site }) => {
  await page.goto(site.url('/offline/'));
  site.held.set('/chapter/', new Promise(() => {}));
  await page.getByRole('button', { name: SAVE }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('alert')).toContainText('已取消');
  expect((await status(page)).whole).toBe(false);

  await page.getByRole('button', { name: SAVE }).click();
  await expect.poll(() => site.asked.filter((path) => path === '/chapter/').length).toBe(2);
  await site.stop();
  await expect(page.getByRole('alert')).toContainText('連線中斷');
  await site.start();
  site.held.clear();
  site.asked = [];
  await page.getByRole('button', { name: SAVE }).click();
  await expect(page.getByRole('status')).toContainText('全章已存在這台裝置', { timeout: 25_000 });
  // What had come was not fetched again.
  expect(site.asked).toContain('/chapter/');
  expect(site.asked).not.toContain('/404.html');
});

test('a server too slow to wait for: what is kept is shown, and then that there is news', async ({
  page,
  site,
}) => {
  await read(page, site, '/sections/1/');
  site.publish({ '/sections/1/': ['</title>', '（新）</title>'] });
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  site.held.set('/sections/1/', promise);
  await page.goto(site.url('/sections/1/'));
  await expect(page).not.toHaveTitle(/（新）/u);
  answer();
  await expect(page.getByText('新版已下載')).toBeVisible({ timeout: 10_000 });
  await page.getByRole('button', { name: '立即更新' }).click();
  await expect(page).toHaveTitle(/（新）/u);
});

test('without JavaScript the page offers the EPUB', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url('/offline/'));
  await expect(page.getByText('存下網頁需要 JavaScript')).toBeVisible();
  await expect(page.getByRole('link', { name: 'EPUB 電子書' }).first()).toBeVisible();
  await context.close();
});

// One reader saves the chapter once, and meets one release after another.
test.describe('with the whole chapter kept', () => {
  test.describe.configure({ mode: 'serial' });
  const site = new Site();
  let context: BrowserContext;
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    await site.start();
    context = await browser.newContext({ serviceWorkers: 'allow' });
    page = await context.newPage();
  });
  test.afterAll(async () => {
    await context.close();
    await site.end();
  });

  test('the whole chapter: size beforehand, then sections, notes, sources and search without a net', async () => {
    await page.goto(site.url('/offline/'));
    const button = page.getByRole('button', { name: SAVE });
    await expect(button).toHaveText(/至多 \d+\.\d MB/u);
    await button.click();
    await expect(page.getByRole('status')).toContainText('全章已存在這台裝置', {
      timeout: 25_000,
    });
    const { bytes, size, whole } = await status(page);
    expect(whole).toBe(true);
    expect(bytes).toBe(size);
    await site.stop();
    for (const [path, place] of [
      ['/sections/4/#s4-2-1-1-p3', '#s4-2-1-1-p3'],
      ['/notes/91/', 'main'],
      ['/sources/niksch-1981/', 'main'],
      ['/chapter/', '#fn116'],
      ['/pages/57/', 'article'],
    ] as const) {
      expect((await page.goto(site.url(path)))?.status() ?? 200, path).toBe(200);
      await expect(page.locator(place), path).toBeVisible();
    }
    await page.goto(site.url('/search/?q=龍山基地'));
    await expect(page.locator('#results > li').first()).toBeVisible();
    expect((await page.goto(site.url('/notes/999/')))?.status()).toBe(404);
    await page.goto(site.url('/sections/2'));
    await expect(page).toHaveURL(site.url('/sections/2/'));
  });

  test('a new release comes in as a whole, and only what changed is fetched', async () => {
    await site.start();
    await page.goto(site.url('/offline/'));
    const before = await status(page);
    const release = site.publish({ '/sections/2/': ['</title>', '（二版）</title>'] });
    site.asked = [];
    await page.goto(site.url('/sections/2/'));
    await expect(page).toHaveTitle(/（二版）/u);
    await expect.poll(async () => (await status(page)).edition).toBe(release);
    // The list and the worker's program are asked for again, and the browser's own icon.
    const fetched = site.asked.filter((p) => !/^\/(?:offline\.json|sw\.js|favicon\.svg)$/u.test(p));
    expect([...new Set(fetched)]).toEqual(['/sections/2/']);
    expect((await status(page)).whole).toBe(true);
    // Once no page of the old release is open, nothing of it is left.
    await page.goto(site.url('/sections/3/'));
    await expect
      .poll(() => page.evaluate(() => caches.keys()))
      .not.toContainEqual(expect.stringContaining(before.edition));
    await site.stop();
    await page.goto(site.url('/sections/2/'));
    await expect(page).toHaveTitle(/（二版）/u);
  });

  test('a page open from the release before finds its own files when the server has them no more', async () => {
    await site.start();
    const old = await context.newPage();
    await old.goto(site.url('/sections/1/'));
    const script = (await status(old)).cache;
    const release = site.publish({ '/sections/2/': ['</title>', '（三版）</title>'] });
    for (const path of await old.evaluate(
      async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      script,
    )) {
      const own = path.slice(new URL(site.url('/')).pathname.length - 1);
      if (own.startsWith('/assets/')) site.broken.add(own);
    }
    await page.goto(site.url('/sections/2/'));
    await expect.poll(async () => (await status(page)).edition).toBe(release);
    await old.keyboard.press('g');
    await expect(old.getByRole('dialog')).toBeVisible();
    await old.close();
  });

  test('a new release that cannot be had whole leaves the one before, whole', async () => {
    site.broken.clear();
    const { edition: release } = await status(page);
    site.publish({
      '/sections/2/': ['</title>', '（四版）</title>'],
      '/sections/3/': ['</title>', '（四版）</title>'],
    });
    site.broken.add('/sections/3/');
    await page.goto(site.url('/sections/2/'));
    await expect(page).toHaveTitle(/（四版）/u);
    await expect.poll(async () => (await status(page)).trouble?.path).toBe('sections/3/');
    expect((await status(page)).edition).toBe(release);
    await site.stop();
    // Away from the net all is of one release again.
    await page.goto(site.url('/sections/2/'));
    await expect(page).not.toHaveTitle(/（四版）/u);
    await page.goto(site.url('/search/?q=龍山基地'));
    await expect(page.locator('#results > li').first()).toBeVisible();
  });

  test('removal empties the caches', async () => {
    await site.start();
    await page.goto(site.url('/offline/'));
    await page.getByRole('button', { name: '從這台裝置移除' }).click();
    await expect(page.getByRole('button', { name: SAVE })).toBeFocused();
    const { whole, pages, bytes, size } = await status(page);
    expect({ whole, pages }).toEqual({ whole: false, pages: ['offline/'] });
    expect(bytes).toBeLessThan(size / 10);
  });
});
