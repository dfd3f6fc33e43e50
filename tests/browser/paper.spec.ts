/** On paper: the text and its notes, and no interface. */
import { expect, test } from '@playwright/test';
import { use } from './in-use.ts';

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

test('nothing that a reader has opened is printed', async ({ page }) => {
  await use(page, '/sections/1/');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: /鍵盤快速鍵/u });
  await expect(keys).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('button:not(.pilcrow), dialog').locator('visible=true')).toHaveCount(0);
  await expect(keys).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(keys).toBeVisible();
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

test('the number of a printed page stands beside its line, on the sheet', async ({ page }) => {
  // As wide as the text of an A4 sheet.
  await page.setViewportSize({ width: 627, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await page.goto('/sections/1/');
  const mark = await page.locator('#p43 + .to-page').boundingBox();
  const line = await page.locator('#p43').boundingBox();
  // Where it begins, there is no blank in the line.
  expect(line?.width).toBe(0);
  const text = await page.locator('#s1-1-p3').boundingBox();
  if (!mark || !line || !text) throw new Error('nothing is shown');
  expect(mark.x).toBeGreaterThan(text.x + text.width);
  expect(mark.x + mark.width).toBeLessThan(627);
  expect(Math.abs(mark.y + mark.height / 2 - (line.y + line.height / 2))).toBeLessThan(12);
});

test('every sheet says of what it is: chapter and section, or the title of the page', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const [address, head] of [
    ['/sections/4/', '駐韓美軍與朝鮮半島安全　第四節　從不同層面看駐韓美軍問題'],
    ['/pages/57/', '駐韓美軍與朝鮮半島安全　頁 57'],
    ['/chapter/', '第三章　駐韓美軍與朝鮮半島安全'],
    ['/notes/28/', '註 28'],
  ] as const) {
    await page.goto(address);
    const shown = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--head'),
    );
    expect(shown.replace(/^"|"$/gu, '')).toBe(head);
  }
});
