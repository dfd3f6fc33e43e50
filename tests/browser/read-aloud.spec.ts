/** 朗讀: from ¶ and by key, sentence by sentence with the place shown; nothing of it before it is asked for, and nothing without a voice. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';
import { endUtterance, giveVoices, saidOn, shownWords } from './spoken.ts';

/** Its name is in the characters of its page. */
const player = (page: Page) => page.getByRole('region', { name: /^朗[讀读]$/u });
const press = (page: Page, name: string) => player(page).getByRole('button', { name }).click();
const lastSaid = async (page: Page) => (await saidOn(page)).at(-1);

/** Asks for the menu of a block, and to read from there. */
async function readFrom(page: Page, id: string): Promise<void> {
  await page.locator(`.pilcrow[data-cite="${id}"]`).dispatchEvent('click');
  await page.getByRole('button', { name: '從這裡朗讀' }).click();
  await expect(player(page)).toBeVisible();
}

test('a paragraph is read by sentences, each shown; it stops, goes on and back, with notes if one likes', async ({
  page,
}) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await giveVoices(page);
  await use(page, '/sections/3/');
  await page.locator('.pilcrow[data-cite="s3-1-p2"]').dispatchEvent('click');
  await expect(page.getByRole('button', { name: '從這裡朗讀' })).toBeVisible();
  expect(files.filter((url) => /player|read-aloud/u.test(url))).toEqual([]);
  await page.getByRole('button', { name: '從這裡朗讀' }).click();
  await expect(player(page).getByRole('button', { name: '暫停' })).toBeFocused();
  expect(files.filter((url) => /player|read-aloud/u.test(url))).toHaveLength(2);
  const first =
    '1985年11月11日國會通過「葛蘭姆法案(The Gramm-Rudman-Hollings Act)」，要求行政部門設法於1990年10月1日前降低政府的預算赤字。';
  expect(await shownWords(page)).toEqual([first]);
  expect(await lastSaid(page)).toEqual({
    text: '一九八五年十一月十一日國會通過葛蘭姆法案',
    voice: 'Meijia',
    rate: 1,
  });
  await endUtterance(page);
  expect(await lastSaid(page)).toMatchObject({ voice: 'Samantha' });

  await press(page, '暫停');
  await press(page, '下一句');
  await expect.poll(() => shownWords(page)).toEqual([expect.stringMatching(/^根據統計，/u)]);
  await press(page, '上一句');
  await expect.poll(() => shownWords(page)).toEqual([first]);
  await player(page).getByLabel('速度').selectOption('1.5');
  await player(page).getByLabel('語音').selectOption('Tingting');
  await player(page).getByLabel('每句之後讀註釋').check();
  await press(page, '播放');
  const others = [
    'The Gramm-Rudman-Hollings Act',
    '要求行政部門設法於',
    '註五十二：',
    'The Columbia',
  ];
  await expect
    .poll(() => lastSaid(page))
    .toMatchObject({ text: expect.stringMatching(/^一九八五年/u), voice: 'Tingting', rate: 1.5 });
  for (const words of others) {
    await endUtterance(page);
    await expect.poll(async () => (await lastSaid(page))?.text).toContain(words);
  }
  expect(await shownWords(page)).toEqual([first]);

  await page.keyboard.press('Escape');
  await expect(player(page)).toHaveCount(0);
  expect(await shownWords(page)).toEqual([]);
  await readFrom(page, 'fn56');
  await expect
    .poll(() => lastSaid(page))
    .toMatchObject({ text: '註五十六：', voice: 'Tingting', rate: 1.5 });
});

test('on a phone in columns the player covers nothing, and the sentence comes in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() =>
    localStorage.setItem('zhangju.settings', '{"setting":"vertical","theme":"dark"}'),
  );
  await giveVoices(page);
  await use(page, '/sections/3/');
  await readFrom(page, 's3-2-p9');
  const box = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('spoken') ?? [];
      const { left, right, bottom } = (range as Range).getBoundingClientRect();
      const { top } = document.querySelector('.read-aloud')?.getBoundingClientRect() ?? { top: 0 };
      return left >= 0 && right <= innerWidth && bottom <= top;
    });
  await expect.poll(box).toBe(true);
  await press(page, '朗讀選項');
  await expect.poll(box).toBe(true);
  expect(await faultsOf(page, '.read-aloud')).toEqual([]);
  const main = await page.locator('main').boundingBox();
  expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(
    ((await player(page).boundingBox())?.y ?? 0) + 1,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('by key from what one reads, on a page in Simplified characters; the page’s end leads on', async ({
  page,
}) => {
  await giveVoices(page, [
    ['Meijia', 'zh-TW', true],
    ['Sinji', 'zh-HK', true],
  ]);
  await use(page, '/zh-hans/pages/57/');
  await page.keyboard.press('r');
  await expect(player(page)).toContainText('Meijia');
  await expect
    .poll(() => lastSaid(page))
    .toMatchObject({ text: '一，立法部门开始怀疑撤军之可行性。', voice: 'Meijia' });
  await page.keyboard.press('r');
  await expect(player(page).getByRole('button', { name: '播放' })).toBeVisible();
  // The last sentence of the page goes on on the next one.
  const end = player(page).getByText('已读到这一页的最后');
  for (let i = 0; i < 40 && !(await end.isVisible()); i += 1) await press(page, '下一句');
  await expect(player(page).getByRole('link')).toHaveAttribute('href', /\/zh-hans\/pages\/58\/$/u);
});

test('without a voice for the text nothing is offered', async ({ page }) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await giveVoices(page, [['Samantha', 'en-US', true]]);
  await use(page, '/sections/5/');
  await page.locator('.pilcrow[data-cite="s5-p1"]').dispatchEvent('click');
  await expect(page.getByRole('button', { name: '複製連結' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '鍵盤快速鍵' })).toBeVisible();
  await expect(page.locator('.keys')).not.toContainText('朗讀');
  await expect(page.getByRole('button', { name: '從這裡朗讀' })).toHaveCount(0);
  expect(files.filter((url) => /player|read-aloud/u.test(url))).toEqual([]);
});
