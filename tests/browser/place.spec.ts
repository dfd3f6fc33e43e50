/** The place is kept across visits, on the device alone: offered, never forced, and forgotten when asked to. */
import { expect, type Page, test } from '@playwright/test';
import { inUse } from './in-use.ts';

const PLACE = 's4-2-1-1-p2';
const offer = (page: Page) => page.getByRole('complementary', { name: '上次讀到之處' });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('zhangju.places'));

/** Reads section 4 down to a paragraph. */
async function readTo(page: Page, id: string): Promise<void> {
  await page.goto('/sections/4/');
  await inUse(page);
  await page.locator(`#${id}`).evaluate((p) => p.scrollIntoView({ block: 'start' }));
  await expect.poll(() => kept(page)).toContain(id);
}

test('the title page offers the place one had reached, by its names, and leads to the very paragraph', async ({
  page,
}) => {
  await readTo(page, PLACE);
  await page.goto('/');
  const link = offer(page).getByRole('link');
  await expect(link).toHaveText(/^接著讀：第四節 二（一）1，頁 7[12]$/u);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/sections/4/#${PLACE}$`, 'u'));
  await expect(page.locator(`#${PLACE}`)).toBeInViewport();
});

test('coming back to a section one is offered the place in it, and nothing moves by itself', async ({
  page,
}) => {
  await readTo(page, PLACE);
  await page.goto('/sections/1/');
  await expect(page.locator('h1')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await page.goto('/sections/4/');
  await expect(offer(page)).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await offer(page).getByRole('link').click();
  await expect(page.locator(`#${PLACE}`)).toBeInViewport();
  await expect(offer(page)).toHaveCount(0);
});

test('an address with a fragment, and a page loaded anew, have no offer', async ({ page }) => {
  await readTo(page, PLACE);
  await page.goto('about:blank');
  await page.goto('/sections/4/#s4-1');
  await page.waitForLoadState('networkidle');
  await expect(offer(page)).toHaveCount(0);
  await page.goto('/');
  await expect(offer(page)).toBeVisible();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(offer(page)).toHaveCount(0);
});

test('a reader who begins again loses the old place only by reading on', async ({ page }) => {
  await readTo(page, PLACE);
  await page.goto('/sections/4/');
  await expect(offer(page)).toBeVisible();
  await inUse(page);
  await page.evaluate(() => scrollTo(0, 200));
  await expect(page.locator('.contents[data-at]')).toBeAttached();
  await page.goto('/');
  await expect(offer(page).getByRole('link')).toHaveAttribute('href', `/sections/4/#${PLACE}`);
});

test('it can be closed, and does not come again for that place', async ({ page }) => {
  await readTo(page, PLACE);
  await page.goto('/');
  await offer(page).getByRole('button', { name: '關閉' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(offer(page)).toHaveCount(0);
  await readTo(page, 's4-1-1-p1');
  await page.goto('/');
  await expect(offer(page)).toBeVisible();
});

test('it can be forgotten, from the offer and from the foot of every page', async ({ page }) => {
  const all = () => page.evaluate(() => Object.keys(localStorage));
  await readTo(page, PLACE);
  await page.goto('/');
  await offer(page)
    .getByRole('button', { name: /^清除紀錄/u })
    .click();
  expect(await all()).toEqual([]);
  await readTo(page, PLACE);
  await page.goto('/sections/1/');
  await inUse(page);
  await page.getByRole('button', { name: '清除閱讀紀錄' }).click();
  await expect(page.getByText('已清除')).toBeVisible();
  expect(await all()).toEqual([]);
});

test('what is kept says nothing of when', async ({ page }) => {
  await readTo(page, PLACE);
  const entries = await page.evaluate(() => ({ ...localStorage }));
  expect(Object.keys(entries).sort()).toEqual(['zhangju.places', 'zhangju.read']);
  expect(Object.keys(JSON.parse(entries['zhangju.places'])['/sections/4/'])).toEqual([
    'id',
    'name',
  ]);
});

test('where storage is forbidden, nothing happens and nothing breaks', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('/sections/4/');
  await inUse(page);
  await page.locator(`#${PLACE}`).evaluate((p) => p.scrollIntoView());
  await expect(page.locator('.contents[data-at]')).toBeAttached();
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(offer(page)).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('what was kept and cannot be understood is passed over', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => localStorage.setItem('zhangju.places', '{"half'));
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(offer(page)).toHaveCount(0);
  expect(errors).toEqual([]);
});
