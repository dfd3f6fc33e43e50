/** axe finds nothing on any kind of page: light on a phone, dark on a desk; a colour or a layout alone does not need both. */
import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
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
