/** From a short form to its work, and from the work to everything that cites it: by mouse and keyboard, without JavaScript. */
import { expect, test } from '@playwright/test';
import { WIDTHS } from './kinds.ts';

test.use({ javaScriptEnabled: false });

test('a reader of note 53 sees the work and the page under it, and reaches the other notes in one click', async ({
  page,
}) => {
  await page.goto('/sections/3/#fn53');
  const resolved = page.locator('#fn53 .resolved');
  await expect(resolved).toBeVisible();
  await expect(resolved).toContainText(
    'Taylor, “US Troop Reductions from Korea, 1970-1990” (1990)，頁 273',
  );
  await expect(resolved.getByRole('link').last()).toHaveAttribute('href', '/notes/24/');
  await resolved.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/sources\/taylor-1990\/$/u);
  for (const n of [24, 28, 29, 32, 44, 53])
    await expect(page.getByRole('link', { name: `註 ${n}`, exact: true }).first()).toBeVisible();
});

test('the trail of note 48 can be walked by keyboard, back to the full citation', async ({
  page,
}) => {
  await page.goto('/notes/48/');
  await page.locator('.trail').getByRole('link', { name: '註 47' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notes\/47\/$/u);
  await page.locator('.trail').getByRole('link', { name: '註 39' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notes\/39\/$/u);
  await expect(page.locator('.note-text')).toContainText('Asian Survey, vol. 21, no. 3');
});

test('the host sentence on a source page leads to the mark in its paragraph', async ({ page }) => {
  await page.goto('/sources/niksch-1981/');
  // The heading says what it is; the breadcrumbs do not say it again.
  await expect(page.locator('.breadcrumbs li').last()).toHaveText('期刊論文');
  await page.getByRole('link', { name: '註 48，在正文中閱讀' }).click();
  await expect(page).toHaveURL(/\/sections\/2\/#fnref48$/u);
  await expect(page.locator('#fnref48')).toBeInViewport();
});

test('searching by outlet works on a static page: 中央社 leads to its notes', async ({ page }) => {
  await page.goto('/sources/#outlets');
  const item = page.locator('.listings li').filter({ hasText: '中央社' });
  await item.getByRole('link', { name: '註 104' }).click();
  await expect(page).toHaveURL(/\/notes\/104\/$/u);
});

for (const width of [320, ...Object.values(WIDTHS)]) {
  test(`neither bibliography nor pictures make a page wider than ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['/sources/', '/sources/niksch-1981/', '/notes/28/', '/notes/106/']) {
      await page.goto(address);
      const box = await page.locator('html').boundingBox();
      expect(box?.width, address).toBe(width);
      const wide = await page
        .locator('main')
        .evaluateAll((all) => all.map((e) => e.scrollWidth - e.clientWidth));
      expect(wide, address).toEqual([0]);
    }
  });
}
