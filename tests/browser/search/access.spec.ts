/** Search for everyone: axe, a narrow screen, the keyboard alone, and what a screen reader is told. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from '../axe.ts';
import { answered, open } from './page.ts';

const ADDRESSES: Record<string, string> = {
  results: '/search/?q=niksch',
  'results and choices': '/search/?q=參見&type=newspaper&in=notes',
  'nothing found': '/search/?q=皇后',
  'narrowed notes': '/notes/?author=Niksch%2C+Larry+A.',
};

async function ready(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[role="status"]').filter({ hasText: /\S/u }).first()).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
}

for (const [what, address] of Object.entries(ADDRESSES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${what}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await ready(page, address);
      expect(await faultsOf(page)).toEqual([]);
    });
  }

  test(`nothing is wider than a screen of 320 px: ${what}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await ready(page, address);
    for (const details of await page.locator('main details:not([open]) > summary').all())
      if (await details.isVisible()) await details.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });
}

test('axe finds nothing in the results under the box, light and dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/notes/39/');
    await page.locator('#quick').fill('龍山基地');
    await expect(page.locator('[data-drop] ol > li').first()).toBeVisible();
    expect(await faultsOf(page, 'header.site')).toEqual([]);
  }
});

test('the count is announced, and the list is a list of links under the search region', async ({
  page,
}) => {
  await open(page, '?q=龍山基地');
  const region = page.getByRole('search', { name: '搜尋正文與註釋' });
  const status = region.getByRole('status').first();
  await expect(status).toHaveAttribute('aria-live', 'polite');
  await expect(status).toHaveText(/^共 \d+ 筆/u);
  const list = region.getByRole('list', { name: '搜尋結果' });
  await expect(list).toHaveAttribute('aria-busy', 'false');
  const items = list.locator('> li');
  for (const item of await items.all()) {
    const address = await item.getByRole('link').first().getAttribute('href');
    expect(address).toMatch(/^\/(?:sections\/\d\/\?[^#]*#(?:s\d|table|ch)|notes\/\d+\/\?)/u);
    await expect(item.locator('.place')).toHaveText(/(?:第.節|註 \d+).*頁 \d\d$/u);
  }
});

test('a reader without a mouse searches, sorts, narrows, reads on and opens a hit', async ({
  page,
}) => {
  await page.goto('/search/');
  await expect(page.locator('#q')).toBeFocused();
  await page.keyboard.type('年');
  await page.keyboard.press('Enter');
  await answered(page);
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 400; i += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((s) => document.activeElement?.matches(s) === true, selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  };
  await tabTo('input[name="in"]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/in=notes/u);
  await tabTo('select[name="sort"]');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/sort=order/u);
  await tabTo('#facets input[value="zh"]');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/lang=zh/u);
  await answered(page);
  await tabTo('#more');
  await page.keyboard.press('Enter');
  await expect(page.locator('#results > li').nth(10).locator('a').first()).toBeFocused();
  const address = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
});
