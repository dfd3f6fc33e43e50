/** axe finds nothing on any kind of page: light on a phone, dark on a desk; a colour or a layout alone does not need both. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';
import { KINDS, WIDTHS } from './kinds.ts';

for (const [kind, address] of Object.entries(KINDS))
  test(`axe finds nothing: ${kind}`, async ({ page }) => {
    for (const [colorScheme, width] of [
      ['light', WIDTHS.phone],
      ['dark', WIDTHS.desk],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      expect(await faultsOf(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  });

test('axe would find a fault', async ({ page }) => {
  await page.goto('/sections/1/');
  await page.locator('article').evaluate((article) => {
    article.insertAdjacentHTML('afterbegin', '<img src="x.png"><p>顏色太淡的字</p>');
    const pale = article.querySelector('p');
    pale?.style.setProperty('color', '#ccc');
    pale?.style.setProperty('background', '#fff');
  });
  const found = (await faultsOf(page)).map((problem) => problem.split(':')[0]);
  expect(found.sort()).toEqual(['color-contrast', 'image-alt']);
});

/** The lists that have no markers and do not say that they are lists, as Safari asks outside of a `nav`. */
const silentLists = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('ul, ol')]
      .filter((list) => getComputedStyle(list).listStyleType === 'none')
      .filter((list) => list.getAttribute('role') !== 'list' && !list.closest('nav'))
      .map((list) => list.outerHTML.slice(0, 80)),
  );

test('lists that come with use say that they are lists', async ({ page }) => {
  await page.goto('/search/?q=金大忠');
  await expect(page.locator('#suggestions ul')).not.toHaveCount(0);
  expect(await silentLists(page)).toEqual([]);
  await page.goto('/search/?q=美國');
  await expect(page.locator('#facets ul')).not.toHaveCount(0);
  expect(await silentLists(page)).toEqual([]);
  await use(page, '/sections/4/');
  await page.keyboard.press('g');
  await page.getByRole('textbox', { name: '要跳到哪裡' }).fill('57');
  await expect(page.locator('.goto-dialog li, dialog[open] li')).not.toHaveCount(0);
  expect(await silentLists(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('美國');
  await expect(page.getByRole('list', { name: '前幾筆結果' })).toBeVisible();
  expect(await silentLists(page)).toEqual([]);
});
