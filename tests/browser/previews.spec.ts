/** What a link leads to, shown at the link: by pointer and keyboard, and out of the way again. */
import { expect, type Page, test } from '@playwright/test';
import { use } from './in-use.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const card = (page: Page) => page.locator('.note-card');

const SHOWN: [on: string, link: string, words: string][] = [
  ['/sections/1/', '.text a[href="#table-3-1"]', '1950年韓戰啟動時間表'],
  ['/pages/44/', '.text a[href*="table-3-1"]', '1950年韓戰啟動時間表'],
  ['/notes/28/', '.citations .trail a[href="/notes/24/"]', 'William J. Taylor'],
  ['/notes/28/', '.page-head a[href*="#s2-1-p5"]', '尼克森'],
  ['/sections/4/', '#fn81 .resolved > a', '戰略與國際研究'],
  ['/sections/2/', '.page-list a[href="/pages/51/"]', '尼克森'],
];

for (const [on, link, words] of SHOWN) {
  test(`a pointer that rests on a link sees what it leads to: ${on} ${link}`, async ({ page }) => {
    await use(page, on);
    await page.locator(link).first().hover();
    await expect(card(page)).toContainText(words);
    await expect(card(page).locator('script, style, [id], [role="doc-backlink"]')).toHaveCount(0);
    await expect(card(page)).toBeInViewport({ ratio: 1 });
    await expect(page.locator(link).first()).not.toBeFocused();
  });
}

test('it can be pointed at, goes when the pointer has left, and goes with Esc', async ({
  page,
}) => {
  await page.clock.install();
  await use(page, '/sections/4/');
  const link = page.locator('#fn81 .resolved > a');
  await link.hover();
  await expect(card(page)).toBeVisible();
  await card(page).hover();
  await page.clock.runFor(400);
  await expect(card(page)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(card(page)).toBeHidden();
  await link.hover();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
});

test('the keyboard sees it too, keeps its place, and goes on', async ({ page }) => {
  await use(page, '/sections/4/');
  await page.locator('#fn81 .number').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const link = page.locator('#fn81 .resolved > a');
  for (let i = 0; i < 3 && !(await link.evaluate((e) => e === document.activeElement)); i += 1)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await expect(card(page)).toBeVisible();
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(card(page)).toBeVisible();
  // Past the note that has the work in full, which is shown as well.
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Tab');
  await expect(card(page)).toBeHidden();
});

test('a link followed at once is followed, and no page is asked for twice', async ({ page }) => {
  await use(page, '/notes/28/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const link = page.locator('.citations .trail a[href="/notes/24/"]');
  for (let i = 0; i < 2; i += 1) {
    await link.hover();
    await expect(card(page)).toBeVisible();
    await page.mouse.move(5, 5);
    await expect(card(page)).toBeHidden();
  }
  expect(asked.filter((path) => path === '/notes/24/')).toHaveLength(1);
  await link.click();
  await expect(page).toHaveURL(/\/notes\/24\/$/u);
});

test('links by which one finds one’s way show nothing', async ({ page }) => {
  await page.clock.install();
  await use(page, '/sections/4/');
  for (const link of [
    '.contents .sections ol a >> nth=1',
    '.breadcrumbs a',
    'a.to-page >> nth=0',
  ]) {
    await page.locator(link).first().hover();
    await page.clock.runFor(500);
    await expect(card(page)).toBeHidden();
  }
});

test('what a reader has opened stays when the pointer passes a link', async ({ page }) => {
  await page.clock.install();
  await use(page, '/notes/28/');
  await page.locator('.pilcrow').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cite-menu')).toBeVisible();
  await page.locator('.citations .trail a[href="/notes/24/"]').hover();
  await page.clock.runFor(600);
  await expect(page.locator('.cite-menu')).toBeVisible();
  await expect(card(page)).toBeHidden();
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap follows the link', async ({ page }) => {
    await use(page, '/notes/28/');
    await page.locator('.citations .trail a[href="/notes/24/"]').tap();
    await expect(page).toHaveURL(/\/notes\/24\/$/u);
  });
});
