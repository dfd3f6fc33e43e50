/** The pages in Simplified characters in the browser: switching keeps the place, and what is cited is the printed text. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const switchOf = (page: Page) => page.locator('.trailhead > a:not([data-cite-this])');

/** Scrolls a block to the top of the window. */
const bringToTop = (page: Page, id: string) =>
  page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ block: 'start' }), id);

test('the key z leads to the same paragraph and back', async ({ page }) => {
  await page.goto('/sections/2/');
  await bringToTop(page, 's2-1-p4');
  await page.keyboard.press('z');
  await expect(page).toHaveURL(/\/zh-hans\/sections\/2\/#s2-1-p4$/u);
  await expect(page.locator('#s2-1-p4')).toBeInViewport();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await bringToTop(page, 's2-1-p6');
  await page.keyboard.press('z');
  await expect(page).toHaveURL(/:\d+\/sections\/2\/#s2-1-p6$/u);
});

test('the link at the head leads to the place that is read; at the beginning, to the page', async ({
  page,
}) => {
  await page.goto('/notes/');
  await switchOf(page).hover();
  await switchOf(page).click();
  await expect(page).toHaveURL(/\/zh-hans\/notes\/$/u);
  await expect(switchOf(page)).toHaveText('正体版');
  await bringToTop(page, 'fn40');
  await page.mouse.move(5, 5);
  await expect(page.locator('.pilcrow').first()).toBeAttached();
  await switchOf(page).dispatchEvent('pointerdown');
  expect(await switchOf(page).getAttribute('href')).toMatch(/\/notes\/#fn40$/u);
});

test('a ¶ offers its own place on its counterpart', async ({ page }) => {
  await page.goto('/zh-hans/sections/4/');
  await page.locator('#s4-2-1-1-p3').hover();
  await page.locator('.pilcrow[data-cite="s4-2-1-1-p3"]').click();
  await page.locator('.cite-menu').getByRole('link', { name: '读正体原文' }).click();
  await expect(page).toHaveURL(/:\d+\/sections\/4\/#s4-2-1-1-p3$/u);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the switch leads there and back', async ({ page }) => {
    await page.goto('/pages/57/');
    await switchOf(page).click();
    await expect(page).toHaveURL(/\/zh-hans\/pages\/57\/$/u);
    await expect(page.getByRole('note')).toContainText('简体版');
    await page.getByRole('note').getByRole('link').click();
    await expect(page).toHaveURL(/:\d+\/pages\/57\/$/u);
  });
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a paragraph is cited, linked and quoted as printed', async ({ page, baseURL }) => {
    await page.goto('/sections/4/');
    const printed = await page.locator('#s4-2-1-1-p3').evaluate((p) => {
      for (const e of p.querySelectorAll('[role="doc-noteref"], [data-apparatus]')) e.remove();
      return p.textContent?.trim().slice(0, 20) ?? '';
    });
    await page.goto('/zh-hans/sections/4/');
    await page.locator('#s4-2-1-1-p3').hover();
    await page.locator('.pilcrow[data-cite="s4-2-1-1-p3"]').click();
    const menu = page.locator('.cite-menu');
    const link = new URL('/sections/4/#s4-2-1-1-p3', baseURL).href;
    await menu.getByRole('button', { name: '复制链接' }).click();
    await expect(menu.getByRole('status')).toHaveText('已复制链接');
    expect(await copied(page)).toBe(link);
    await menu.getByRole('button', { name: '复制原文与出处', exact: true }).click();
    await expect(menu.getByRole('status')).toHaveText('已复制原文与出处');
    const quotation = await copied(page);
    expect(quotation).toContain(printed.slice(0, 8));
    expect(quotation).toContain(link);
    expect(quotation).toMatch(/何仁傑/u);
  });

  test('selected words are quoted as printed', async ({ page }) => {
    await page.goto('/zh-hans/sections/1/');
    await page.evaluate(() => {
      const text = document.querySelector('#s1-1-p1')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 12);
    });
    const selected = await page.evaluate(() => String(getSelection()));
    await page.locator('#s1-1-p1').hover();
    await page.locator('.pilcrow[data-cite="s1-1-p1"]').click();
    const menu = page.locator('.cite-menu');
    await menu.getByRole('button', { name: '复制原文与出处', exact: true }).click();
    await expect(menu.getByRole('status')).toHaveText('已复制原文与出处');
    const [words = ''] = (await copied(page)).split('」');
    expect(words.slice(1)).toHaveLength(selected.length);
    expect(words.slice(1)).not.toBe(selected);
    await page.goto('/sections/1/');
    expect(await page.locator('#s1-1-p1').textContent()).toContain(words.slice(1));
  });

  test('引用 cites the printed page', async ({ page, baseURL }) => {
    await page.goto('/zh-hans/notes/43/');
    await page.getByRole('button', { name: '引用', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(new URL('/notes/43/', baseURL).href);
    await expect(dialog).not.toContainText('zh-hans');
    await expect(dialog).toHaveAttribute('lang', 'zh-Hant-TW');
  });
});

test('跳到… stays in the script, and the search box searches the printed text', async ({
  page,
}) => {
  await page.goto('/zh-hans/sections/1/');
  await page.keyboard.press('g');
  await page.getByRole('textbox', { name: '要跳到哪里' }).fill('註43');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/zh-hans\/(?:notes\/43\/|sections\/\d\/#fn43)$/u);
  await page.locator('#quick').fill('卢武铉');
  const hit = page.locator('[data-drop] li a').first();
  await expect(hit).toBeVisible();
  expect(await hit.getAttribute('href')).not.toContain('zh-hans');
});

test('the notes can be narrowed', async ({ page }) => {
  await page.goto('/zh-hans/notes/');
  await page.locator('#q').fill('Niksch');
  await expect(page.locator('.notes > li:visible').first()).toBeVisible();
  await expect.poll(() => page.locator('.notes > li:visible').count()).toBeLessThan(30);
});

for (const address of ['/zh-hans/', '/zh-hans/sections/1/', '/zh-hans/notes/28/']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, and nothing is cut off at 320 px: ${address}, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(address);
      expect(await faultsOf(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
