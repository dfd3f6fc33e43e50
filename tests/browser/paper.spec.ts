/** On paper: the text and its notes, and no interface. */
import { expect, test } from '@playwright/test';

test('print leaves the interface out and keeps text, notes and page numbers', async ({ page }) => {
  await page.goto('/sections/1/');
  await page.emulateMedia({ media: 'print' });
  for (const name of ['網站導覽', '本章目次', '所在位置']) {
    await expect(page.getByRole('navigation', { name })).toBeHidden();
  }
  await expect(page.locator('#s1-1-p1')).toBeVisible();
  await expect(page.locator('#fn23')).toBeVisible();
  await expect(page.locator('#p43 + .to-page')).toBeVisible();
  await expect(page.locator('[role="doc-backlink"]').first()).toBeHidden();
});

test('print is black on white in dark mode too', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/sections/1/');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe(
    'rgb(0, 0, 0)',
  );
});

test('the whole chapter prints to a PDF of as many pages as a book would have', async ({
  page,
}) => {
  await page.goto('/chapter/');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
  expect(pages).toBeGreaterThan(20);
  expect(pages).toBeLessThan(60);
});
