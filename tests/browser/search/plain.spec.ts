/** Without JavaScript: everything is read, and search leads to the static lists. */
import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('a section, a note and the sources are whole', async ({ page }) => {
  await page.goto('/sections/1/');
  await expect(page.locator('#s1-1-p1')).toContainText('雅爾達會議');
  await expect(page.locator('#fn23')).toContainText('中央社');
  await page.goto('/notes/39/');
  await expect(page.locator('.note-text')).toContainText('Larry A. Niksch');
  await page.goto('/sources/');
  await expect(page.locator('#niksch-1981')).toContainText('Niksch');
  await page.goto('/notes/?author=Niksch%2C+Larry+A.');
  await expect(page.locator('.notes > li:visible')).toHaveCount(116);
});

test('the page of search says that it needs JavaScript, and offers the static lists', async ({
  page,
}) => {
  await page.goto('/search/?q=龍山基地');
  await expect(page.locator('main noscript p')).toHaveText(/需要 JavaScript/u);
  await expect(page.locator('main noscript p')).toBeVisible();
  await expect(page.locator('[data-search-page]')).toBeHidden();
  const lists = page.getByRole('navigation', { name: '不用搜尋也能查' });
  await expect(lists).toBeVisible();
  const addresses = await lists
    .getByRole('link')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  for (const address of addresses) {
    const [path = '', fragment] = address.split('#');
    expect((await page.goto(path))?.status(), address).toBe(200);
    if (fragment) await expect(page.locator(`#${fragment}`), address).toBeAttached();
  }
});

test('the box on a page leads to the page of search with what was typed', async ({ page }) => {
  await page.goto('/notes/39/');
  await page.locator('#quick').fill('龍山基地');
  await page.locator('#quick').press('Enter');
  await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: '龍山基地' })}`);
  await expect(page.locator('main noscript p')).toHaveText(/需要 JavaScript/u);
  await expect(page.locator('main noscript p')).toBeVisible();
});
