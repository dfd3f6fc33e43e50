/** Blocks out of sight are laid out when one comes near: a page is read sooner, and nothing else is different. */
import { expect, type Page, test } from '@playwright/test';
import { inUse } from './in-use.ts';
import { noteShifts, shiftsOf } from './shifts.ts';

test.use({ viewport: { width: 390, height: 844 } });

const BLOCKS = '.text > :not(section), .notes > li';

/** How many blocks are not laid out. */
const waiting = (page: Page) =>
  page
    .locator(BLOCKS)
    .evaluateAll(
      (blocks) =>
        blocks.filter(
          (b) => !(b.firstElementChild ?? b).checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    );

/** How far a block stands below the window's edge. */
const top = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((e) => Math.round(e.getBoundingClientRect().top));

test('most of a section waits until it comes near, and all of it is laid out once the page is used', async ({
  page,
}) => {
  await page.goto('/sections/4/');
  expect(await waiting(page)).toBeGreaterThan(50);
  await inUse(page);
  await expect.poll(() => waiting(page)).toBe(0);
});

for (const setting of [
  'vertical',
  'horizontal at 1440 px',
  'on paper',
  'by a link to a place',
] as const) {
  test(`none waits: ${setting}`, async ({ page }) => {
    if (setting === 'horizontal at 1440 px')
      await page.setViewportSize({ width: 1440, height: 900 });
    if (setting === 'on paper') await page.emulateMedia({ media: 'print' });
    if (setting === 'vertical')
      await page.addInitScript(() => {
        localStorage['zhangju.settings'] = '{"setting":"vertical"}';
      });
    await page.goto(`/sections/4/${setting === 'by a link to a place' ? '#s4-2' : ''}`);
    const kept = page
      .locator(BLOCKS)
      .evaluateAll(
        (blocks) => new Set(blocks.map((b) => getComputedStyle(b).contentVisibility)).size,
      );
    expect(await kept).toBe(1);
    await expect(page.locator('.text > p').last()).toHaveCSS('content-visibility', 'visible');
  });
}

for (const id of ['s4-2-4-p5', 'p79', 'fn110', 's4-2-2']) {
  test(`a link leads to the very place, and it stays: #${id}`, async ({ page }) => {
    await page.goto(`/sections/4/#${id}`, { waitUntil: 'networkidle' });
    await expect.poll(() => top(page, id)).toBeLessThan(64);
    const before = await top(page, id);
    expect(before).toBeGreaterThanOrEqual(0);
    await inUse(page);
    await expect.poll(() => waiting(page)).toBe(0);
    expect(Math.abs((await top(page, id)) - before)).toBeLessThanOrEqual(1);
  });
}

test('words at the end of the page are found by the browser’s own search', async ({ page }) => {
  await page.goto('/chapter/');
  expect(
    await page.evaluate(() =>
      (window as unknown as { find(s: string): boolean }).find('國際政治研究，2001年第3期'),
    ),
  ).toBe(true);
  await expect(page.locator('#fn114')).toBeInViewport();
});

test('all of the text is selected and copied', async ({ page }) => {
  await page.goto('/sections/4/');
  const [selected, whole] = await page.evaluate(async () => {
    const text = document.querySelector('article > .text') as Element;
    getSelection()?.selectAllChildren(text);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const plain = (s: string) => s.replace(/\s/gu, '').length;
    const printed = text.cloneNode(true) as Element;
    for (const added of printed.querySelectorAll('[data-apparatus]')) added.remove();
    return [plain(String(getSelection())), plain(printed.textContent)];
  });
  // Numbers of pages and marks are not copied.
  expect(selected).toBeGreaterThan(0.98 * (whole ?? 0));
});

test('a page loaded anew is where it was', async ({ page }) => {
  await page.goto('/sections/4/#s4-2-2-p3', { waitUntil: 'networkidle' });
  await page.mouse.wheel(0, 500);
  await expect.poll(() => top(page, 's4-2-2-p3')).toBeLessThan(-300);
  const before = await top(page, 's4-2-2-p3');
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(async () => Math.abs((await top(page, 's4-2-2-p3')) - before)).toBeLessThan(32);
});

for (const id of ['', 's4-2-4-p5'])
  test(`nothing moves while the rest is laid out, and when one reads on: #${id}`, async ({
    page,
  }) => {
    await noteShifts(page);
    await page.goto(`/sections/4/#${id}`, { waitUntil: 'networkidle' });
    await inUse(page);
    await expect.poll(() => waiting(page)).toBe(0);
    await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
        scrollBy({ top: 600, behavior: 'instant' });
        await frame();
        await frame();
      }
    });
    expect(await shiftsOf(page)).toEqual([]);
  });
