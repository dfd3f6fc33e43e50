/** The menus of citing: by keyboard and finger, on every width, for axe; and what they cost. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';
import { WIDTHS } from './kinds.ts';
import { styled } from './styled.ts';

const markOf = (page: Page, id: string) =>
  page.locator(`.pilcrow[data-cite="${id}"]:not(.of-page)`);
const menu = (page: Page) => page.locator('.cite-menu');

test('where the clipboard is denied, the text stands selected in a field', async ({ page }) => {
  await page.addInitScript(() => {
    const writeText = () => Promise.reject(new Error('denied'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await use(page, '/sections/4/');
  await markOf(page, 's4-2-1').focus();
  await page.keyboard.press('Enter');
  await menu(page).getByRole('button', { name: '複製連結' }).click();
  const field = menu(page).getByRole('textbox');
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/#s4-2-1$/u);
});

test('the menu is opened and left by keyboard, and the focus comes back', async ({ page }) => {
  await use(page, '/sections/4/');
  const mark = markOf(page, 's4-2-1');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeVisible();
  await expect(menu(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(mark).toBeFocused();
  await expect(mark).toHaveAttribute('aria-expanded', 'false');
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap on a paragraph shows its mark in sight, a tap elsewhere hides it', async ({
    page,
  }) => {
    await use(page, '/sections/1/#s1-1-p3');
    const mark = markOf(page, 's1-1-p3');
    await expect(mark).toHaveCSS('opacity', '0');
    await page.locator('#s1-1-p3').tap({ position: { x: 100, y: 40 } });
    await expect(mark).toHaveCSS('opacity', '1');
    await expect(mark).toBeInViewport();
    await mark.tap();
    await expect(menu(page)).toBeVisible();
    await page.touchscreen.tap(195, 20);
    await expect(menu(page)).toBeHidden();
    await page.locator('#s1-1-p4').tap({ position: { x: 100, y: 20 } });
    await expect(mark).toHaveCSS('opacity', '0');
  });
});

for (const width of [320, ...Object.values(WIDTHS)]) {
  test(`marks and menus make no page wider than ${width} px, and move nothing`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const address of ['/sections/1/', '/sections/4/', '/pages/45/', '/notes/28/']) {
      // By a link to a place all blocks are laid out at once, and none comes later.
      await use(page, `${address}#main`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        address,
      ).toBeLessThanOrEqual(width);
      const heights = () =>
        page
          .locator('.text > *')
          .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height));
      const withMarks = await heights();
      await styled(page, '.pilcrow { display: none !important }');
      expect(await heights(), address).toEqual(withMarks);
      expect(
        await page.evaluate(() =>
          (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
        ),
        address,
      ).toBeLessThan(0.01);
    }
    await use(page, '/sections/1/');
    await page.evaluate(() => document.querySelector<HTMLElement>('.pilcrow')?.click());
    await expect(menu(page)).toBeInViewport({ ratio: 1 });
    const box = await menu(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const forcedColors of ['none', 'active'] as const) {
    test(`axe finds nothing with menus open: ${colorScheme}, forced colours ${forcedColors}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, forcedColors });
      await use(page, '/sections/4/');
      await markOf(page, 's4-2-1').focus();
      await page.keyboard.press('Enter');
      await expect(menu(page)).toBeVisible();
      expect(await faultsOf(page, '.cite-menu')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('[data-cite-this]').click();
      await expect(page.locator('dialog')).toBeVisible();
      expect(await faultsOf(page, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await expect(page.locator('dialog input')).toBeFocused();
      await page.keyboard.type('註43');
      await expect(page.locator('dialog a').first()).toBeVisible();
      expect(await faultsOf(page, 'dialog')).toEqual([]);
    });
  }
}
