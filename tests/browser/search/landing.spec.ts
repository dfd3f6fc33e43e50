/** A hit leads to its passage: in sight, with the words that were found marked there. */
import { expect, type Page, test } from '@playwright/test';
import { open } from './page.ts';

/** What is marked on the page, as printed: noterefs and apparatus left out. */
function markedOn(page: Page): Promise<{ text: string; seen: boolean }[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('found') ?? [])].map((range) => {
      if (!(range instanceof Range)) throw new TypeError('not a range');
      const copy = range.cloneContents();
      for (const aside of copy.querySelectorAll('[role="doc-noteref"], [data-apparatus]'))
        aside.remove();
      const { top, bottom, width } = range.getBoundingClientRect();
      return {
        text: (copy.textContent ?? '').replace(/\s+/gu, ''),
        seen: width > 0 && top >= 0 && bottom <= innerHeight,
      };
    }),
  );
}

const CASES: [what: string, query: string, address: RegExp][] = [
  ['in a paragraph', '龍山基地', /\/sections\/\d\/\?mark=[^#]+#s\d-[\d-]+-p\d+$/u],
  ['across a noteref', '軍事援助。1947年5月22日', /#s1-1-p3$/u],
  ['across a page break', '兩種不同生活方式的抉擇', /#s1-1-p3$/u],
  ['at the end of a long paragraph', '並在1949年撲滅了希臘革命', /#s1-1-p3$/u],
  ['in a heading', '美日安保體系之加強', /#s4-1-2$/u],
  ['in the source of a table', '嚴家祺，「『抗美援朝』救台灣」，http', /#table-3-1$/u],
  ['in a cell of a table', '著手安排史、金會面', /#table-3-1$/u],
  ['in a note', '美國副國防部長：駐日美軍將溫和穩健地變化', /\/notes\/19\/\?mark=/u],
  [
    'in a note, its address',
    'http://www.ttnn.com/cna/news.cfm/030117/70',
    /\/notes\/\d+\/\?mark=/u,
  ],
];

for (const [what, query, address] of CASES) {
  for (const width of [390, 1440]) {
    test(`the words are marked and in sight ${what}, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      await open(page, `?${new URLSearchParams({ q: query })}`);
      const link = page.locator('#results > li > a').first();
      await link.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(address);
      await page.waitForFunction(() => CSS.highlights.has('found'));
      const marked = await markedOn(page);
      expect(marked.map(({ text }) => text)).toContain(query.replace(/\s+/gu, ''));
      await expect.poll(async () => (await markedOn(page))[0]?.seen).toBe(true);
    });
  }
}

test('what was typed in another script or width is marked as it is printed', async ({ page }) => {
  for (const [query, printed] of [
    ['卢武铉', '盧武鉉'],
    ['３８度線', '38度線'],
    ['NIKSCH', 'Niksch'],
  ] as const) {
    await open(page, `?${new URLSearchParams({ q: query })}`);
    await page.locator('#results > li > a').first().click();
    await page.waitForFunction(() => CSS.highlights.has('found'));
    const texts = (await markedOn(page)).map(({ text }) => text);
    expect(texts.length, query).toBeGreaterThan(0);
    expect(new Set(texts), query).toEqual(new Set([printed]));
  }
});

test('all words of a query are marked in the passage', async ({ page }) => {
  await open(page, '?q=中央社+2003');
  await page.locator('#results > li > a').first().click();
  await expect(page).toHaveURL(/\/notes\/19\//u);
  await page.waitForFunction(() => CSS.highlights.has('found'));
  expect((await markedOn(page)).map(({ text }) => text).sort()).toEqual(['2003', '中央社']);
});

test('dates of an excerpt are set as on the page', async ({ page }) => {
  await open(page, '?q=北韓嚴詞拒絕');
  await expect(page.locator('#results .words').first()).toContainText('2004年3月9日美聯社');
});

test('the excerpt is verbatim, marks what was found, and tells the place', async ({ page }) => {
  await open(page, '?q=niksch');
  const first = page.locator('#results > li').first();
  await expect(first.locator('.place')).toHaveText(/^註 39　第二節.*　頁 55$/u);
  await expect(first.locator('.words')).toContainText(
    'Larry A. Niksch, “ U.S. Troop Withdrawal from South Korea: Past Shortcomings',
  );
  await expect(first.locator('mark')).toHaveText(['Niksch']);
  const ibid = page.locator('#results > li').filter({ hasText: /^註 48/u });
  await expect(ibid.locator('.words')).toHaveText(/Ibid/u);
  await expect(ibid.locator('.means')).toContainText(
    '所指：Niksch, Larry A. “U.S. Troop Withdrawal',
  );
  await expect(ibid.locator('.means mark')).toHaveText(['Niksch']);
});

test('a mark that is not in the passage marks nothing, and the passage is shown', async ({
  page,
}) => {
  await page.goto('/sections/1/?mark=此句不在文中#s1-4-2-p2');
  await expect(page.locator('#s1-4-2-p2')).toBeInViewport();
  expect(await markedOn(page)).toEqual([]);
});
