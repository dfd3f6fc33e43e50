/** The menus of citing: by keyboard and finger, on every width, for axe; and what they cost. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';
import { WIDTHS } from './kinds.ts';
import { noteShifts, shiftsOf } from './shifts.ts';
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

  test('the mark is there before one taps, under the thumb, and opens its menu at once', async ({
    page,
  }) => {
    await use(page, '/sections/1/#s1-1-p3');
    const mark = markOf(page, 's1-1-p3');
    await expect(mark).toHaveCSS('opacity', '1');
    await mark.scrollIntoViewIfNeeded();
    const box = await mark.boundingBox();
    expect(box?.x).toBeGreaterThan(390 * 0.75);
    await mark.tap();
    await expect(menu(page)).toBeVisible();
    await page.touchscreen.tap(195, 20);
    await expect(menu(page)).toBeHidden();
  });

  test('a tap on a paragraph makes its mark plain and brings it in sight, a tap elsewhere lets it go', async ({
    page,
  }) => {
    await use(page, '/sections/1/#s1-1-p3');
    const mark = markOf(page, 's1-1-p3');
    const pale = await mark.evaluate((m) => getComputedStyle(m).color);
    await page.locator('#s1-1-p3').tap({ position: { x: 100, y: 40 } });
    await expect(mark).not.toHaveCSS('color', pale);
    await expect(mark).toBeInViewport();
    await page.locator('#s1-1-p4').tap({ position: { x: 100, y: 20 } });
    await expect(mark).toHaveCSS('color', pale);
  });

  for (const width of [360, 390])
    test(`no mark lies on or under words: ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const address of ['/sections/4/#main', '/pages/79/#main']) {
        await use(page, address);
        const covered = await page.evaluate(() => {
          const words = document.createTreeWalker(
            document.querySelector('article') as Element,
            NodeFilter.SHOW_TEXT,
          );
          const range = document.createRange();
          const lines: DOMRect[] = [];
          while (words.nextNode()) {
            if (words.currentNode.parentElement?.closest('sup, [data-apparatus]')) continue;
            range.selectNodeContents(words.currentNode);
            lines.push(...range.getClientRects());
          }
          // A mark of punctuation may hang beyond the line; its ink is in the half before.
          const hang = 10;
          return [...document.querySelectorAll('.text > [data-cited] > .pilcrow:not(.of-page)')]
            .map((mark) => ({ mark, at: mark.getBoundingClientRect() }))
            .filter(({ at }) =>
              lines.some(
                (line) =>
                  line.left < at.right &&
                  at.left + hang < line.right &&
                  line.top < at.bottom - 4 &&
                  at.top + 4 < line.bottom,
              ),
            )
            .map(({ mark }) => mark.getAttribute('data-cite'));
        });
        expect(covered, address).toEqual([]);
      }
    });

  test('a link is handed to what the device shares with, where there is such a thing', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      Object.defineProperties(Navigator.prototype, {
        share: { configurable: true, value: async (data: unknown) => void shared.push(data) },
        canShare: { configurable: true, value: () => true },
      });
    });
    await use(page, '/sections/1/#s1-1-p3');
    await markOf(page, 's1-1-p3').tap();
    await menu(page).getByRole('button', { name: '分享' }).click();
    const [shared] = await page.evaluate(
      () => (window as unknown as { shared: { title: string; url: string }[] }).shared,
    );
    expect(shared?.url).toMatch(/\/sections\/1\/#s1-1-p3$/u);
    expect(shared?.title).toContain('第一節');
  });

  test('and there is no button for it elsewhere', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: undefined }),
    );
    await use(page, '/sections/1/#s1-1-p3');
    await markOf(page, 's1-1-p3').tap();
    await expect(menu(page)).toBeVisible();
    await expect(menu(page).getByRole('button', { name: '分享' })).toHaveCount(0);
  });
});

for (const width of [320, ...Object.values(WIDTHS)]) {
  test(`marks and menus make no page wider than ${width} px, and move nothing`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await noteShifts(page);
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
        (await shiftsOf(page)).reduce((a, b) => a + b, 0),
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
      await expect(page.locator('dialog')).toHaveCount(0);
      await page.keyboard.press('g');
      await expect(page.locator('dialog input')).toBeFocused();
      await page.keyboard.type('註43');
      await expect(page.locator('dialog a').first()).toBeVisible();
      expect(await faultsOf(page, 'dialog')).toEqual([]);
    });
  }
}
