/** 跳到…: a place is typed, and one is there; an address that has moved leads on. */
import { expect, test } from '@playwright/test';

for (const [typed, address] of [
  ['頁57', /\/pages\/57\/$/u],
  ['fn 43', /\/notes\/43\/$/u],
  ['第四節二（一）', /\/sections\/4\/#s4-2-1$/u],
  ['s4-2-1-p1', /\/sections\/4\/#s4-2-1-p1$/u],
  ['頁 72，註 88', /\/notes\/88\/$/u],
] as const) {
  test(`g, ${typed}, Enter`, async ({ page }) => {
    await page.goto('/sections/1/');
    await page.keyboard.press('g');
    const box = page.getByRole('textbox', { name: '要跳到哪裡' });
    await expect(box).toBeFocused();
    await box.fill(typed);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  });
}

test('what is not there is said, and Enter leads nowhere', async ({ page }) => {
  await page.goto('/sections/1/');
  await page.getByRole('button', { name: '跳到…' }).click();
  const dialog = page.getByRole('dialog', { name: '跳到…' });
  await dialog.getByRole('textbox').fill('頁900');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('本章沒有頁 900；原書頁碼是 42–83。');
  await expect(page).toHaveURL(/\/sections\/1\/$/u);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: '跳到…' })).toBeFocused();
});

for (const width of [390, 1440])
  test(`the hint is to be read whole, and its examples lead somewhere (${width} px)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/sections/1/');
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: '跳到…' });
    const hint = dialog.locator('.hint');
    await expect(hint).toContainText('例如');
    const covered = await hint.evaluate((node) => {
      const { left, top, bottom } = node.getBoundingClientRect();
      const rows = Array.from({ length: 20 }, (_, i) => top + 1 + (i * (bottom - top - 2)) / 19);
      return rows.filter((y) => !node.contains(document.elementFromPoint(left + 4, y)));
    });
    expect(covered).toEqual([]);
    const [, list = ''] = /例如 (.*?)。/u.exec(await hint.innerText()) ?? [];
    for (const example of list.split('、')) {
      await dialog.getByRole('textbox').fill(example);
      await expect(dialog.getByRole('status'), example).toHaveText(/^按 Enter 跳到/u);
    }
  });

test('g in a field is a letter', async ({ page }) => {
  await page.goto('/sections/1/');
  await page.getByRole('searchbox').fill('');
  await page.keyboard.press('g');
  await expect(page.getByRole('searchbox')).toHaveValue('g');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a citation that the site made leads back to its place', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/sections/4/#s4-2-1-1-p3');
  await page.locator('[data-cite-this]').click();
  await expect(page.locator('.styles .style')).toHaveCount(9);
  const texts = await page.locator('.styles .style p').allTextContents();
  const withAddress = texts.filter((text) => text.includes('http') && text.includes('s4-2-1-1-p3'));
  // Three of them once more with the version of the text.
  expect(withAddress).toHaveLength(8);
  await page.keyboard.press('Escape');
  for (const text of texts) {
    await page.goto('/');
    await page.keyboard.press('g');
    await page.getByRole('textbox', { name: '要跳到哪裡' }).fill(text);
    await page.keyboard.press('Enter');
    // What has no address names the page of the print, and the list the chapter.
    const to = withAddress.includes(text) ? /#s4-2-1-1-p3$/u : /\/(?:pages\/\d+|chapter)\/$/u;
    await expect(page, text).toHaveURL(to);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('跳到… leads to the printed pages, 引用 to how the chapter is cited', async ({ page }) => {
    await page.goto('/sections/1/');
    await page.getByRole('link', { name: '跳到…' }).click();
    await expect(page).toHaveURL(/\/#pages$/u);
    await page.goto('/sections/1/');
    await page.getByRole('link', { name: '引用', exact: true }).click();
    await expect(page).toHaveURL(/\/about\/#cite$/u);
    await expect(page.locator('#cite').locator('..')).toContainText('GB/T 7714—2025');
    await page.goto('/sources/niksch-1981/');
    await expect(page.locator('.use .quoted').first()).toContainText('轉引自何仁傑');
    await page.getByRole('link', { name: '引用', exact: true }).click();
    await expect(page).toHaveURL(/\/sources\/niksch-1981\/#cite$/u);
    await expect(page.getByText(/^Niksch L A\. U\.S\. Troop Withdrawal/u)).toBeVisible();
  });
});

test.describe('an address that has moved', () => {
  test.beforeEach(({ page }) =>
    page.route('**/aliases.json', (route) =>
      route.fulfill({ json: { '/sections/4/#old': '/sections/4/#s4-2', '/old/': '/notes/43/' } }),
    ),
  );

  test('leads on: a fragment, a page, and a fragment that comes later', async ({ page }) => {
    await page.goto('/sections/4/#old');
    await expect(page).toHaveURL(/\/sections\/4\/#s4-2$/u);
    await page.goto('/old/');
    await expect(page).toHaveURL(/\/notes\/43\/$/u);
    await page.goto('/sections/4/');
    await page.evaluate(() => {
      location.hash = '#old';
    });
    await expect(page).toHaveURL(/\/sections\/4\/#s4-2$/u);
  });

  test('is looked for only where the page has no such place', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/sections/4/#s4-2');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /aliases|places/u.test(url))).toEqual([]);
  });
});
