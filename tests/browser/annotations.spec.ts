/** 劃記: from selected words to a mark that stays, is found elsewhere and after a rebuild, and goes into a file and back. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { inUse, use } from './in-use.ts';

/** Selects words in a block, which may go over its end into the next. */
async function select(page: Page, id: string, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([id, from, to]) => {
      const block = document.getElementById(id ?? '') as Element;
      const texts = document.createTreeWalker(
        block.closest('.text') ?? block,
        NodeFilter.SHOW_TEXT,
        (node) =>
          node.parentElement?.closest('[data-apparatus]')
            ? NodeFilter.FILTER_REJECT
            : NodeFilter.FILTER_ACCEPT,
      );
      let start: [Text, number] | undefined;
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        if (!start && !block.contains(node)) continue;
        const at = start ? 0 : node.data.indexOf(from ?? '');
        if (!start && at >= 0) start = [node, at];
        const end = start ? node.data.indexOf(to ?? '') : -1;
        if (!start || end < 0) continue;
        getSelection()?.setBaseAndExtent(...start, node, end + (to ?? '').length);
        return;
      }
    },
    [id, from, to] as const,
  );
}

/** Marks words by the menu at ¶ and leaves their card open. */
async function mark(page: Page, id: string, from: string, to: string, colour: string) {
  await select(page, id, from, to);
  await page.locator(`.pilcrow[data-cite="${id}"]`).dispatchEvent('click');
  // Pages in Simplified characters have the interface's own Simplified words.
  await page
    .getByRole('button', { name: new RegExp(`(?:劃記所選的文字|给所选文字划线)：${colour}`, 'u') })
    .click();
  await expect(page.locator('.annotation-card')).toBeVisible();
}

const card = (page: Page) => page.getByRole('dialog', { name: '劃記', exact: true });
const list = (page: Page) => page.getByRole('dialog', { name: '我的劃記' });
const items = (page: Page) => list(page).getByRole('listitem');

/** The words that are drawn as marked, without numbers of notes, by colour. */
const drawn = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name, marks]) => name.startsWith('annotation-') && marks.size > 0)
        .map(([name, marks]) => [
          name.replace('annotation-', ''),
          [...marks].map((mark) => {
            const range = document.createRange();
            range.setStart(mark.startContainer, mark.startOffset);
            range.setEnd(mark.endContainer, mark.endOffset);
            const copy = range.cloneContents();
            for (const aside of copy.querySelectorAll('[role], [data-apparatus]')) aside.remove();
            return copy.textContent;
          }),
        ]),
    ),
  );

/** What a program of others loads and keeps while nothing is asked for. */
const asked = (page: Page): string[] => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
};

test('words are marked, get a note and tags, and are opened by a press and by the keyboard', async ({
  page,
}) => {
  const requests = asked(page);
  await use(page, '/sections/1/');
  // Nothing is loaded or kept before it is asked for.
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  const scripts = async () =>
    (
      await Promise.all(
        requests
          .filter((url) => url.endsWith('.js'))
          .map(async (url) => (await page.request.get(url)).text()),
      )
    ).join('\n');
  expect(await scripts()).not.toMatch(/annotation-card|TextQuoteSelector|onblocked/u);

  await mark(page, 's1-1-p1', '美國提議', '三強託管', '綠');
  await expect.poll(() => drawn(page)).toEqual({ green: ['美國提議將韓國交由美、蘇、中三強託管'] });
  const dialog = card(page);
  await dialog.getByRole('textbox', { name: '筆記' }).fill('查 FRUS');
  await dialog.getByRole('combobox', { name: '標籤' }).fill('雅爾達、託管');
  expect(await faultsOf(page, '.annotation-card')).toEqual([]);
  await page.keyboard.press('Escape');
  const sign = page.getByRole('button', { name: '這裡有 1 處劃記，其中 1 處有筆記' });
  await expect(sign).toBeFocused();
  expect(await faultsOf(page, 'article')).toEqual([]);

  // After a reload: by a press on the words, and by the button at the paragraph.
  await page.reload();
  await expect.poll(() => drawn(page)).toMatchObject({ green: [expect.stringContaining('三強')] });
  const box = await page.evaluate(() => {
    const [mark] = CSS.highlights.get('annotation-green') ?? [];
    const range = document.createRange();
    range.setStart(mark?.startContainer as Node, mark?.startOffset ?? 0);
    range.setEnd(mark?.endContainer as Node, mark?.endOffset ?? 0);
    const { x, y, width, height } = range.getClientRects()[0] as DOMRect;
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  await expect(dialog.getByRole('textbox', { name: '筆記' })).toHaveValue('查 FRUS');
  await page.keyboard.press('Escape');
  await sign.press('Enter');
  await expect(dialog.getByRole('combobox', { name: '標籤' })).toHaveValue('雅爾達、託管');

  // Deleting can be undone, and another tab follows.
  const other = await page.context().newPage();
  await other.goto('/sections/1/');
  await expect.poll(() => drawn(other)).toMatchObject({ green: [expect.any(String)] });
  await dialog.getByRole('button', { name: '刪除' }).click();
  await expect.poll(() => drawn(page)).toEqual({});
  await expect.poll(() => drawn(other)).toEqual({});
  await page.getByRole('button', { name: '復原' }).click();
  await expect.poll(() => drawn(page)).toMatchObject({ green: [expect.any(String)] });
  await expect.poll(() => drawn(other)).toMatchObject({ green: [expect.any(String)] });
});

test('the same words are marked on every page of the passage, in both scripts, in columns and corrected', async ({
  page,
}) => {
  // It begins on printed page 57, in Simplified characters, and goes over the edge of a page.
  await use(page, '/zh-hans/sections/2/');
  await mark(page, 's2-2-3-1-p5', '深惧美国', '但人民同时', '蓝');
  await page.keyboard.press('Escape');
  await mark(page, 'fn44', 'William', 'Taylor', '红');
  const head = '深懼美國可能再次捲入另一場亞洲';
  const tail = '戰爭，但人民同時';
  const note = 'William J. Taylor';
  const shown: [string, Record<string, string[]>][] = [
    ['/sections/2/', { blue: [head + tail], red: [note] }],
    ['/chapter/', { blue: [head + tail], red: [note] }],
    ['/pages/57/', { blue: [head], red: [note] }],
    ['/pages/58/', { blue: [tail] }],
    ['/notes/44/', { red: [note] }],
    ['/zh-hans/pages/58/', { blue: ['战争，但人民同时'] }],
  ];
  for (const [path, expected] of shown) {
    await page.goto(path);
    await expect.poll(() => drawn(page), path).toEqual(expected);
  }
  await page.evaluate(() =>
    localStorage.setItem(
      'zhangju.settings',
      JSON.stringify({ setting: 'vertical', slips: 'corrected', theme: 'dark' }),
    ),
  );
  await page.goto('/sections/2/');
  await expect(page.locator('[data-digits-set]')).toHaveCount(1);
  await expect.poll(() => drawn(page)).toMatchObject({ blue: [head + tail], red: [note] });
});

test('marks survive a rebuild that moves paragraphs, and what is lost is listed', async ({
  page,
}) => {
  await use(page, '/sections/1/');
  await mark(page, 's1-1-p3', '馬歇爾計畫', '圍堵', '黃');
  await page.keyboard.press('Escape');
  await mark(page, 's1-1-p2', '孰料', '北韓', '紅');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => drawn(page))
    .toMatchObject({ yellow: [expect.any(String)], red: [expect.any(String)] });

  // The next build: a paragraph is new at the head, one is gone, all others have other numbers.
  const rebuilt = (html: string) =>
    html
      .replace(/<p id="s1-1-p2">.*?<\/p>/su, '')
      .replaceAll('id="s1-1-p3"', 'id="s1-1-p0"')
      .replaceAll('id="s1-1-p1"', 'id="s1-1-p3"')
      .replace(/(<h3 id="s1-1">)/u, '<p id="s1-1-p1">新的一段，原來沒有。</p>$1');
  for (const path of ['**/sections/1/', '**/chapter/'])
    await page.route(path, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: rebuilt(await response.text()) });
    });
  await page.evaluate(() => localStorage.setItem('zhangju.annotations/', 'an earlier text'));
  await page.goto('/sections/1/');
  await expect
    .poll(() => drawn(page))
    .toEqual({ yellow: [expect.stringMatching(/^馬歇爾計畫.*圍堵$/u)] });
  await expect(page.locator('#s1-1-p0 > .annotated')).toHaveCount(1);
  await inUse(page);
  await page.getByRole('button', { name: '我的劃記' }).click();
  await expect(list(page)).toContainText('共 2 處劃記，其中 1 處找不到原處');
  await expect(items(page).last()).toContainText('找不到原處');
  await expect(items(page).last().locator('blockquote')).toHaveText(/^孰料.*北韓$/u);

  // The build before is back: so is the mark.
  await page.unrouteAll();
  await page.evaluate(() => localStorage.setItem('zhangju.annotations/', 'another text'));
  await page.goto('/sections/1/');
  await expect.poll(() => drawn(page)).toMatchObject({ red: [expect.stringMatching(/^孰料/u)] });
});

test('the list is searched and narrowed, edited and emptied, goes into a file and comes back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await use(page, '/sections/1/');
  await mark(page, 's1-1-p3', '馬歇爾計畫', '圍堵', '黃');
  await card(page).getByRole('combobox', { name: '標籤' }).fill('圍堵');
  await page.keyboard.press('Escape');
  await mark(page, 's1-1-p1', '美國提議', '託管', '綠');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '選單' }).click();
  await page.locator('#menu').getByRole('button', { name: '我的劃記' }).click();
  const dialog = list(page);
  await expect(items(page).locator('blockquote')).toHaveText([/^美國提議/u, /^馬歇爾計畫/u]);
  expect(await faultsOf(page, '.annotations-dialog')).toEqual([]);
  await dialog.getByRole('combobox', { name: '標籤' }).selectOption('圍堵');
  await expect(items(page)).toHaveCount(1);
  await expect(dialog).toContainText('符合的劃記：1／2');
  await dialog.getByRole('combobox', { name: '標籤' }).selectOption('');
  await dialog.getByRole('searchbox').fill('提議');
  await expect(items(page)).toHaveCount(1);
  await items(page).getByRole('button', { name: /^編輯/u }).click();
  await items(page).getByRole('textbox', { name: '筆記' }).fill('一九四五');
  await items(page).getByRole('button', { name: '完成編輯' }).click();
  await expect(items(page).locator('.note')).toHaveText('一九四五');
  await expect(items(page).getByRole('link')).toHaveAttribute('href', '/sections/1/#s1-1-p1');
  await dialog.getByRole('searchbox').fill('');

  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '下載備份' }).click();
  const backup = await readFile(await (await saved).path(), 'utf8');
  expect(JSON.parse(backup)).toMatchObject({
    type: 'AnnotationPage',
    items: [{ target: { source: expect.stringMatching(/\/sections\/1\/$/u) } }, {}],
  });
  const notes = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '下載 Markdown' }).click();
  expect(await readFile(await (await notes).path(), 'utf8')).toMatch(
    /> 美國提議[^\n]+\n>\n> —— 何仁傑，.*頁42，http.*\n\n一九四五\n\n> 馬歇爾計畫[^\n]+\n>\n> —— .*頁42，http/u,
  );

  await dialog.getByRole('button', { name: '清除全部劃記' }).click();
  await dialog.getByRole('button', { name: '確定清除全部 2 處劃記' }).click();
  await expect(items(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('zhangju.annotations/'))).toBeNull();
  const file = (text: string) => ({
    name: 'marks.jsonld',
    mimeType: 'application/ld+json',
    buffer: Buffer.from(text),
  });
  const input = dialog.locator('input[type="file"]');
  await input.setInputFiles(file(backup.slice(0, 500)));
  await expect(dialog).toContainText('marks.jsonld：這個檔案不是 JSON，沒有匯入');
  await expect(items(page)).toHaveCount(0);
  await input.setInputFiles(file(backup));
  await expect(dialog).toContainText('匯入完成：新增 2，更新 0，原已有 0');
  await expect(items(page)).toHaveCount(2);
  await input.setInputFiles(file(backup));
  await expect(dialog).toContainText('新增 0，更新 0，原已有 2');
});

test('a browser that keeps nothing says so, and one without highlights has the button at the paragraph', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
    Reflect.deleteProperty(Object.getPrototypeOf(CSS), 'highlights');
    if (location.search !== '?kept')
      indexedDB.open = () => {
        throw new DOMException('not here', 'SecurityError');
      };
  });
  await use(page, '/sections/1/');
  await select(page, 's1-1-p1', '美國提議', '託管');
  await page.keyboard.press('m');
  await expect(page.getByRole('status')).toContainText('無法存下劃記');
  await use(page, '/sections/1/?kept');
  await select(page, 's1-1-p1', '美國提議', '託管');
  await page.keyboard.press('m');
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '這裡有 1 處劃記' })).toBeFocused();
});
