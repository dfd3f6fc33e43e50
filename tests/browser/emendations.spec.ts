/** Emendations in the text: as printed, marked, set right; what is said of each; the page that lists them. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

const SECTION = '/sections/2/';
/** 另我們 → 令我們, certain. */
const emendation = (page: Page) => page.locator('#s2-2-1-2-p1 [data-emendation]').nth(1);
/** 紛而 → 紛紛, doubtful. */
const doubtful = (page: Page) => page.locator('#s2-2-1-2-p2 [data-emendation]').nth(2);
const box = (page: Page) => page.locator('.emendation-box');

async function open(page: Page, address: string, mode?: string): Promise<void> {
  if (mode)
    await page.addInitScript(
      (m) => localStorage.setItem('zhangju.settings', JSON.stringify({ slips: m })),
      mode,
    );
  await page.goto(address);
  if (mode && mode !== 'off')
    await expect(page.locator('[data-emendation][role="button"]').first()).toBeAttached();
}

/** What a reader copies who selects a passage. */
const copied = (page: Page, id: string) =>
  page.evaluate((name) => {
    const passage = document.getElementById(name) as HTMLElement;
    getSelection()?.selectAllChildren(passage);
    return getSelection()?.toString() ?? '';
  }, id);

test('emendations look like any text, and nothing of them is loaded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, SECTION);
  await page.waitForLoadState('networkidle');
  await expect(emendation(page)).toHaveText('另我們');
  await expect(emendation(page)).toHaveCSS('text-decoration-line', 'none');
  await expect(emendation(page)).not.toHaveAttribute('role');
  expect(asked.filter((url) => /slips|emendations/u.test(url))).toEqual([]);
});

test('marked: the words stay, each certain or doubtful emendation is underlined its own way', async ({
  page,
}) => {
  await open(page, SECTION, 'mark');
  await expect(emendation(page)).toHaveText('另我們');
  await expect(emendation(page)).toHaveCSS('text-decoration-style', 'dotted');
  await expect(doubtful(page)).toHaveCSS('text-decoration-style', 'wavy');
  expect(await copied(page, 's2-2-1-2-p1')).toContain('壓制另我們反感');
});

test('set right: certain emendations read and copy as corrected, doubtful ones as printed', async ({
  page,
}) => {
  await open(page, SECTION, 'corrected');
  await expect(page.locator('#s2-2-1-2-p1')).toContainText('令我們');
  expect(await copied(page, 's2-2-1-2-p1')).toContain('壓制令我們反感');
  expect(await copied(page, 's2-2-1-2-p2')).toContain('紛而主張');
  await expect(emendation(page).locator('ins')).toHaveText('令我們');
  await expect(page.getByRole('button', { name: '令我們' })).toBeVisible();
  // What is taken out still has a place that can be pressed.
  await expect(page.locator('#s2-2-3-1').getByRole('button', { name: '刪去「。」' })).toBeVisible();
});

test('set right, the citation of a passage still quotes the print', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, SECTION, 'corrected');
  await page.keyboard.press('Shift');
  const mark = page.locator('.pilcrow[data-cite="s2-2-1-2-p1"]');
  await mark.focus();
  await page.keyboard.press('Enter');
  await page
    .locator('.cite-menu')
    .getByRole('button', { name: '複製原文與出處', exact: true })
    .click();
  await expect(page.locator('.cite-menu [role="status"]')).not.toBeEmpty();
  const quoted = await page.evaluate(() => navigator.clipboard.readText());
  expect(quoted).toContain('壓制另我們反感');
  expect(quoted).not.toContain('令我們');
});

for (const mode of ['mark', 'corrected']) {
  test(`${mode}: the box of an emendation is opened and left by keyboard, and the focus comes back`, async ({
    page,
  }) => {
    await open(page, SECTION, mode);
    await emendation(page).focus();
    await page.keyboard.press('Enter');
    await expect(box(page)).toBeVisible();
    await expect(box(page)).toContainText('另我們');
    await expect(box(page)).toContainText('令我們');
    await expect(emendation(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(box(page).getByRole('link', { name: '校記' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box(page)).toBeHidden();
    await expect(emendation(page)).toBeFocused();
    await expect(emendation(page)).toHaveAttribute('aria-expanded', 'false');
  });
}

test('the very first press on an emendation opens its box, and its link leads to the list', async ({
  page,
}) => {
  await open(page, SECTION, 'mark');
  await doubtful(page).click();
  await expect(box(page)).toBeVisible();
  await expect(box(page)).toContainText('存疑');
  const id = await doubtful(page).getAttribute('data-emendation');
  await box(page).getByRole('link', { name: '校記' }).click();
  await expect(page).toHaveURL(new RegExp(`/emendations/#${id}$`, 'u'));
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test('the switch changes all pages and is remembered; off puts the print back', async ({
  page,
}) => {
  await open(page, '/emendations/');
  const choose = (name: RegExp) => page.getByRole('radio', { name }).check();
  await expect(page.getByRole('radio', { name: /^照印/u })).toBeChecked();
  await choose(/^校正/u);
  await page.goto(SECTION);
  await expect(emendation(page).locator('ins')).toHaveText('令我們');
  await page.goto('/emendations/');
  await expect(page.getByRole('radio', { name: /^校正/u })).toBeChecked();
  await choose(/^照印/u);
  expect(await page.evaluate(() => localStorage.getItem('zhangju.settings'))).toBeNull();
  await page.goto(SECTION);
  await expect(emendation(page)).toHaveText('另我們');
  await expect(page.locator('html')).not.toHaveAttribute('data-slips');
});

test('where the data cannot be loaded, the text stays as printed', async ({ page }) => {
  await page.route('**/downloads/emendations.json', (route) => route.abort());
  await page.addInitScript(() => localStorage.setItem('zhangju.settings', '{"slips":"corrected"}'));
  await page.goto(SECTION);
  await page.waitForLoadState('networkidle');
  await expect(emendation(page)).toHaveText('另我們');
});

for (const [mode, address] of [
  ['mark', SECTION],
  ['corrected', SECTION],
  ['mark', '/notes/9/'],
  ['off', '/emendations/'],
] as const) {
  test(`axe finds nothing: ${address}, emendations ${mode}`, async ({ page }) => {
    await open(page, address, address === '/notes/9/' ? undefined : mode);
    if (address === SECTION) {
      await emendation(page).click();
      await expect(box(page)).toBeVisible();
    }
    expect(await faultsOf(page)).toEqual([]);
  });
}

for (const [width, colorScheme] of [
  [320, 'light'],
  [1440, 'dark'],
] as const) {
  test(`the list fits ${width} px, ${colorScheme}, and axe finds nothing`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await open(page, '/emendations/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await faultsOf(page)).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the list is whole, and the switch is not offered', async ({ page }) => {
    await page.goto('/emendations/');
    await expect(page.locator('.emendation').first()).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});
