/** Keyboard shortcuts: listed by ?, one table for the list and for what they do, and they can be turned off. */
import { expect, type Page, test } from '@playwright/test';
import { inUse } from './in-use.ts';

const list = (page: Page) => page.getByRole('dialog', { name: '鍵盤快捷鍵' });
const keys = (page: Page) => list(page).locator('kbd').allTextContents();

test('? lists the keys that do something on this page', async ({ page }) => {
  await page.goto('/sections/4/');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await keys(page)).toEqual(['/', 'g', 's', 't', 'j', 'k', ']', '[', 'c', 'z', '?', 'Esc']);
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await page.goto('/sections/1/');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await keys(page)).not.toContain('[');
  await page.goto('/about/');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await keys(page)).toEqual(['/', 'g', 's', '?', 'Esc']);
});

test('every key that is listed does what it says', async ({ page }) => {
  await page.goto('/sections/4/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.goto('/sections/4/');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: '前往何處' })).toBeFocused();
  await page.goto('/sections/4/');
  await page.keyboard.press('t');
  await expect(page.locator('.contents a[aria-current="page"]')).toBeFocused();
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/\/sections\/5\/$/u);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/\/sections\/4\/$/u);
});

test('j and k go from paragraph to paragraph, a heading with what is under it; c cites the one in view', async ({
  page,
}) => {
  await page.goto('/sections/4/');
  await inUse(page);
  const top = (id: string) => page.locator(`#${id}`).evaluate((e) => e.getBoundingClientRect().top);
  await page.locator('#s4-2-1-1').evaluate((heading) => heading.scrollIntoView());
  await page.keyboard.press('j');
  await expect.poll(() => top('s4-2-1-1-p2')).toBeLessThan(80);
  expect(await top('s4-2-1-1-p2')).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('c');
  const menu = page.getByRole('dialog', { name: /^引用/u });
  await expect(menu).toHaveAccessibleName('引用 第三章第四節二（一）1¶2');
  await expect(menu).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect.poll(() => top('s4-2-1-1')).toBeGreaterThanOrEqual(0);
});

test('with an input method for Zhuyin on, the same keys do the same', async ({ page }) => {
  await page.goto('/sections/4/');
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㄕ', bubbles: true })),
  );
  await expect(page.getByRole('textbox', { name: '前往何處' })).toBeFocused();
});

test('in a field, with a modifier, and in a dialog they are keys like others', async ({ page }) => {
  await page.goto('/sections/4/');
  await page.getByRole('searchbox').fill('');
  await page.keyboard.type('?g]');
  await expect(page.getByRole('searchbox')).toHaveValue('?g]');
  await page.getByRole('searchbox').blur();
  await page.keyboard.press('Control+]');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press(']');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page).toHaveURL(/\/sections\/4\/$/u);
});

test('they can be turned off, that is remembered, and the list stays within reach', async ({
  page,
}) => {
  await page.goto('/sections/4/');
  await inUse(page);
  await page.getByRole('button', { name: '鍵盤快捷鍵' }).click();
  await list(page).getByRole('checkbox', { name: '使用單鍵快捷鍵' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await inUse(page);
  for (const key of ['/', 'g', '?', ']']) await page.keyboard.press(key);
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await page.getByRole('button', { name: '鍵盤快捷鍵' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await list(page).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/\/sections\/5\/$/u);
});
