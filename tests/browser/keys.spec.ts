/** Keyboard shortcuts: listed by ?, one table for the list and for what they do, and they can be turned off. */
import { expect, type Page, test } from '@playwright/test';
import { inUse } from './in-use.ts';

const list = (page: Page) => page.getByRole('dialog', { name: '鍵盤快速鍵' });
const keys = (page: Page) => list(page).locator('kbd').allTextContents();

test('? lists the keys that do something on this page', async ({ page }) => {
  await page.goto('/sections/4/');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await keys(page)).toEqual([
    '/',
    'g',
    's',
    't',
    'j',
    'k',
    ']',
    '[',
    'c',
    'm',
    'z',
    '?',
    'Esc',
  ]);
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await page.goto('/sections/1/');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await keys(page)).not.toContain('[');
  await page.goto('/about/');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  expect(await keys(page)).toEqual(['/', 'g', 's', 'm', '?', 'Esc']);
});

test('every key that is listed does what it says', async ({ page }) => {
  await page.goto('/sections/4/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.goto('/sections/4/');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: '要跳到哪裡' })).toBeFocused();
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
  await expect(page.getByRole('textbox', { name: '要跳到哪裡' })).toBeFocused();
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
  await page.getByRole('button', { name: '鍵盤快速鍵' }).click();
  await list(page).getByRole('checkbox', { name: '使用單鍵快速鍵' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await inUse(page);
  for (const key of ['/', 'g', '?', ']']) await page.keyboard.press(key);
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await page.getByRole('button', { name: '鍵盤快速鍵' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await list(page).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/\/sections\/5\/$/u);
});

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('nothing speaks of keys that are not there', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('zhangju.read', '{}'));
    for (const path of ['/about/', '/search/']) {
      await page.goto(path);
      await page.dispatchEvent('body', 'pointermove');
      await expect(page.getByRole('button', { name: '清除閱讀紀錄' })).toBeVisible();
      await expect(page.getByRole('button', { name: '鍵盤快速鍵' })).toHaveCount(0);
      expect(await page.locator('kbd').filter({ visible: true }).count(), path).toBe(0);
    }
    await page.getByRole('button', { name: '選單' }).tap();
    await page.getByRole('button', { name: '跳到…' }).tap();
    await page.getByRole('textbox', { name: '要跳到哪裡' }).fill('57');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^跳到/u);
  });
});

/** Where the focus is: the block of the text around it, or its own address. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.closest('article > .text > *')?.id ?? at?.getAttribute('href') ?? at?.className;
  });

test('after j six times Tab goes on from there', async ({ page }) => {
  await page.goto('/sections/4/');
  await inUse(page);
  for (let i = 0; i < 6; i++) {
    const before = await focused(page);
    await page.keyboard.press('j');
    // The first press brings what moves.
    await expect.poll(() => focused(page), { intervals: [50] }).not.toBe(before);
  }
  const at = await focused(page);
  expect(at).toMatch(/^s4-/u);
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.press('Tab');
  const next = await page.evaluate(
    (id) =>
      (document.getElementById(id)?.compareDocumentPosition(document.activeElement as Node) ?? 0) &
      (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
    at as string,
  );
  expect(next).not.toBe(0);
  expect(await page.locator('article > .text :focus').count()).toBe(1);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(top - 10);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.skip')).not.toBeFocused();
});

for (const [what, mark] of [
  ['the menu of citing', '#s4-1-1-p1 .pilcrow'],
  ['the card of a note', '#fnref76'],
] as const)
  test(`Tab past either end of ${what} goes on from its mark`, async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 800 });
    await page.goto('/sections/4/');
    await inUse(page);
    const button = page.locator(mark).first();
    await button.focus();
    await page.keyboard.press('Enter');
    const box = page.locator('[popover]:popover-open');
    await expect(box).toBeVisible();
    for (let i = 0; i < 30 && (await box.isVisible()); i++) await page.keyboard.press('Tab');
    await expect(box).toBeHidden();
    const follows = await button.evaluate(
      (m) =>
        m.compareDocumentPosition(document.activeElement as Node) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(follows).not.toBe(0);
    await expect(page.locator('article > .text :focus')).toHaveCount(1);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(box).toBeVisible();
    for (let i = 0; i < 30 && (await box.isVisible()); i++) await page.keyboard.press('Shift+Tab');
    await expect(button).toBeFocused();
  });

test('a printed page has its number as a heading', async ({ page }) => {
  await page.goto('/pages/57/');
  await expect(page.getByRole('heading', { name: /^頁\s*57$/u })).toBeVisible();
});
