/** What a reader does with the text: follow a mark and come back, find the place, copy, print. */
import { expect, test } from '@playwright/test';
import { KINDS } from './kinds.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a mark leads to its note, and the note back to its mark', async ({ page }) => {
    await page.goto('/sections/2/');
    await page.getByRole('link', { name: '註 43', exact: true }).first().click();
    await expect(page).toHaveURL(/#fn43$/u);
    await expect(page.locator('#fn43')).toBeInViewport();
    await page.getByRole('link', { name: '回到註 43 在正文之處' }).click();
    await expect(page).toHaveURL(/#fnref43$/u);
    await expect(page.locator('#fnref43')).toBeInViewport();
  });

  test('all of it can be walked by links: contents, sections, printed pages, notes', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '開始閱讀' }).click();
    await expect(page.locator('h2').first()).toHaveText(/第一節/u);
    await page.getByRole('link', { name: /下一節/u }).click();
    await expect(page).toHaveURL(/\/sections\/2\/$/u);
    await page.getByRole('link', { name: '原書第 57 頁' }).first().click();
    await expect(page).toHaveURL(/\/pages\/57\/$/u);
    await page.getByRole('link', { name: '在第二節中接續閱讀此頁' }).click();
    await expect(page).toHaveURL(/\/sections\/2\/#p57$/u);
    await expect(page.locator('#p57')).toBeInViewport();
    await page.goto('/notes/43/');
    await page.getByRole('link', { name: '在正文中閱讀', exact: true }).click();
    await expect(page).toHaveURL(/\/sections\/2\/#fnref43$/u);
  });

  test('the contents open on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/sections/4/');
    const contents = page.getByRole('navigation', { name: '本章目次' });
    await expect(contents).toBeHidden();
    await page.getByText('本章目次', { exact: true }).click();
    await expect(
      contents.getByRole('link', { name: '（三）日本對駐韓美軍去留之立場' }),
    ).toBeVisible();
  });
});

test('on a phone a table of three columns has its rows stacked, with what they are called', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/sections/4/#table-3-2');
  const cells = page.locator('#table-3-2 tbody tr').first().locator('th, td');
  const [day, event, remark] = await cells.evaluateAll((all) =>
    all.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect),
  );
  expect(event?.left).toBeGreaterThanOrEqual(day?.right ?? Number.NaN);
  expect(remark?.left).toBe(event?.left);
  expect(remark?.top).toBeGreaterThanOrEqual(event?.bottom ?? Number.NaN);
  expect(remark?.width).toBeGreaterThan(200);
  const before = await cells
    .nth(2)
    .evaluate((cell) => getComputedStyle(cell, '::before').content.replaceAll('"', ''));
  expect(before.replace(/\s/gu, '')).toBe('備註：');
  await expect(page.getByRole('columnheader', { name: '備註' })).toBeHidden();
  await page.setViewportSize({ width: 820, height: 844 });
  await expect(page.getByRole('columnheader', { name: '備註' })).toBeVisible();
});

test('the contents stand open beside the text on a desk, and tell the place one is at', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/sections/4/');
  const contents = page.getByRole('navigation', { name: '本章目次' });
  await expect(contents).toBeVisible();
  await expect(contents.locator('[aria-current="page"]')).toHaveText(/第四節/u);
  await page.evaluate(() => document.getElementById('s4-1-1-p1')?.scrollIntoView());
  const first = contents.getByRole('link', { name: /^（一）/u }).first();
  await expect(first).toHaveCSS('color', 'rgb(138, 43, 23)');
});

test('the keyboard comes to the text first', async ({ page }) => {
  await page.goto('/sections/1/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/u);
});

test('copied text is the printed text: no number of a note or a page in it', async ({ page }) => {
  await page.goto('/sections/1/');
  const copied = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.getElementById('s1-1-p3') as HTMLElement);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return getSelection()?.toString() ?? '';
  });
  expect(copied.replace(/\s/gu, '')).toContain('不同生活方式的抉擇');
  expect(copied.replace(/\s/gu, '')).toContain('提供4億美元的軍事援助。1947年5月22日');
});

test('a link to words that cross a mark and a page break finds them', async ({ page }) => {
  for (const words of ['軍事援助。1947年5月22日', '兩種不同生活方式的抉擇']) {
    await page.goto('about:blank');
    await page.goto(`/sections/1/#:~:text=${encodeURIComponent(words)}`);
    await expect(page.locator('#s1-1-p3')).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  }
  await page.goto('about:blank');
  await page.goto(`/sections/1/#:~:text=${encodeURIComponent('此句不在文中')}`);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('the number of a mark is seen, and never stands apart from the word before it', async ({
  page,
}) => {
  await page.goto('/chapter/');
  const apart = await page.evaluate(() =>
    [...document.querySelectorAll('[role="doc-noteref"]')]
      .filter((mark) => {
        const before = mark.previousSibling;
        if (before?.nodeType !== Node.TEXT_NODE || !before.textContent) return false;
        const range = document.createRange();
        range.setStart(before, before.textContent.length - 1);
        range.setEnd(before, before.textContent.length);
        const word = range.getBoundingClientRect();
        const own = mark.getBoundingClientRect();
        return own.width < 4 || own.left < word.left;
      })
      .map((mark) => mark.id),
  );
  expect(apart).toEqual([]);
});

test('a line may end between a mark and a year or a word after it', async ({ page }) => {
  await page.goto('/chapter/');
  const joined = await page.evaluate(() =>
    [...document.querySelectorAll('article > .text [role="doc-noteref"]')]
      .filter(({ nextSibling }) => /^[\p{Script=Latin}\p{N}]/u.test(nextSibling?.textContent ?? ''))
      .map(({ id }) => id),
  );
  expect(joined).toEqual([]);
  await expect(page.locator('#fnref77 + wbr')).toHaveCount(1);
});

test('an address that does not exist says so, with the way on', async ({ page }) => {
  const response = await page.goto('/sections/9/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('找不到這一頁');
});

for (const [kind, address] of Object.entries(KINDS)) {
  test(`nothing is wider than the screen at 320 px and at 400 % zoom: ${kind}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });

  test(`nothing is asked of another site, and nothing fails to load: ${kind}`, async ({
    page,
    baseURL,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await page.goto(address);
    expect(
      asked.filter((url) => !url.startsWith(baseURL ?? '') && !url.startsWith('data:')),
    ).toEqual([]);
    expect(failed).toEqual([]);
  });
}
