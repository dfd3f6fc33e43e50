/** The box on every page: `/` goes to it, the first results stand under it, arrows walk them, Esc leaves. */
import { expect, type Page, test } from '@playwright/test';
import { KINDS } from '../kinds.ts';

const box = (page: Page) => page.locator('input[type="search"]').first();
const drop = (page: Page) => page.locator('[data-drop]');
const hits = (page: Page) => drop(page).locator('ol > li');

for (const [kind, address] of Object.entries(KINDS)) {
  test(`a slash goes to the box, and into it when one types there: ${kind}`, async ({ page }) => {
    await page.goto(address);
    // The page of search brings its box itself, and puts the caret in it.
    await box(page).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('');
    await page.keyboard.type('1/2');
    await expect(box(page)).toHaveValue('1/2');
  });
}

test('the first results stand under the box, and their number is announced', async ({ page }) => {
  await page.goto('/sections/1/');
  await expect(drop(page)).toBeHidden();
  await box(page).fill('龍山基地');
  await expect(hits(page).first()).toContainText('龍山基地');
  await expect(drop(page).getByRole('status')).toHaveText(/^共 \d+ 筆.*看全部結果$/u);
  await expect(drop(page).getByRole('status')).toHaveAttribute('aria-live', 'polite');
  expect(await hits(page).count()).toBeLessThanOrEqual(5);
  await drop(page).getByRole('link', { name: '看全部結果' }).click();
  await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: '龍山基地' })}`);
});

test('arrows walk the results and come back to the box; Enter on one leads to its passage', async ({
  page,
}) => {
  await page.goto('/notes/39/');
  await page.keyboard.press('/');
  await page.keyboard.type('龍山基地');
  await expect(hits(page).first()).toBeVisible();
  const links = drop(page).getByRole('link');
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  const first = hits(page).first().getByRole('link').first();
  while (!(await first.evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  const address = await first.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address ?? '');
  await page.waitForFunction(() => (CSS.highlights.get('found')?.size ?? 0) > 0);
});

test('Enter in the box leads to all results', async ({ page }) => {
  await page.goto('/sections/1/');
  await box(page).fill('中央社 2003');
  await box(page).press('Enter');
  await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: '中央社 2003' })}`);
  await expect(page.locator('#results > li').first()).toContainText('註 19');
});

test('Esc closes the results and keeps what was typed; another Esc leaves the box', async ({
  page,
}) => {
  await page.goto('/sections/1/');
  await page.keyboard.press('/');
  await page.keyboard.type('龍山');
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(drop(page)).toBeHidden();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).not.toBeFocused();
});

test('a click or the focus elsewhere closes the results', async ({ page }) => {
  await page.goto('/sections/1/');
  await box(page).fill('龍山');
  await expect(hits(page).first()).toBeVisible();
  await page.mouse.click(3, 600);
  await expect(drop(page)).toBeHidden();
  await box(page).focus();
  await expect(drop(page)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(drop(page)).toBeHidden();
});

test('what is not there is told in the box too', async ({ page }) => {
  await page.goto('/sections/1/');
  await box(page).fill('皇后');
  await expect(drop(page).getByRole('status')).toContainText('全章與註釋中都沒有「皇后」。');
  await expect(hits(page)).toHaveCount(0);
});

test('on a phone the results are no wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/sections/1/');
  await box(page).fill('U.S. Troop Withdrawal');
  await expect(hits(page).first()).toBeVisible();
  const edges = await drop(page).boundingBox();
  expect(edges?.x).toBeGreaterThanOrEqual(0);
  expect((edges?.x ?? 0) + (edges?.width ?? 0)).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
