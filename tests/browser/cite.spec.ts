/** What is copied by the ¶ and by 引用, and what copied text holds. */
import { expect, type Page, test } from '@playwright/test';
import { use } from './in-use.ts';

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const markOf = (page: Page, id: string) =>
  page.locator(`.pilcrow[data-cite="${id}"]:not(.of-page)`);
const menu = (page: Page) => page.locator('.cite-menu');

async function select(page: Page, from: string, to = from): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const range = document.createRange();
      range.setStartBefore(document.getElementById(from) as Node);
      range.setEndAfter(document.getElementById(to) as Node);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [from, to] as const,
  );
}

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a paragraph is cited by both ways, its link and its words', async ({ page, baseURL }) => {
    await use(page, '/sections/4/');
    await page.locator('#s4-2-1-1-p3').hover();
    await markOf(page, 's4-2-1-1-p3').click();
    const shown = menu(page);
    await expect(shown.getByText('第三章第四節二（一）1¶3')).toBeVisible();
    const link = new URL('/sections/4/#s4-2-1-1-p3', baseURL).href;
    await shown.getByRole('button', { name: '複製連結' }).click();
    await expect(shown.getByRole('status')).toHaveText('已複製連結');
    expect(await copied(page)).toBe(link);
    await shown.getByRole('button', { name: '複製出處' }).click();
    await expect(shown.getByRole('status')).toHaveText('已複製出處');
    expect(await copied(page)).toMatch(new RegExp(`^何仁傑，.*，頁\\d\\d.*，${link}$`, 'u'));
    await shown.getByRole('button', { name: '複製原文與出處', exact: true }).click();
    await expect(shown.getByRole('status')).toHaveText('已複製原文與出處');
    expect(await copied(page)).toMatch(/^「[^¶↩]+」\n何仁傑/u);
    await shown.getByRole('button', { name: /^複製章節位置/u }).click();
    expect(await copied(page)).toBe('第三章第四節二（一）1¶3');
  });

  test('the style last chosen is remembered on the next page', async ({ page }) => {
    await use(page, '/notes/43/');
    await page.locator('.note-text').hover();
    await markOf(page, 'fn43').click();
    await menu(page).getByRole('combobox').selectOption('apa-en');
    await use(page, '/pages/57/');
    await markOf(page, 'p57').click();
    await menu(page).getByRole('button', { name: '複製出處' }).click();
    await expect(menu(page).getByRole('status')).toHaveText('已複製出處');
    expect(await copied(page)).toMatch(/^\(Ho, 2004, Chapter 3, p\. 57\)$/u);
  });

  test('selected words are quoted, with the printed page they stand on', async ({ page }) => {
    await use(page, '/sections/1/');
    await page.evaluate(() => {
      const text = document.getElementById('p43')?.nextSibling?.nextSibling?.nextSibling as Text;
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, 3);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await markOf(page, 's1-1-p3').click();
    await expect(menu(page).getByText('引用所選的文字')).toBeVisible();
    const [words, box, style, button] = await page.evaluate(() =>
      [
        getSelection()?.getRangeAt(0),
        document.querySelector('.cite-menu'),
        document.querySelector('.cite-menu select'),
        document.querySelector('.cite-menu .does'),
      ].map((part) => part?.getBoundingClientRect().toJSON() as DOMRect),
    );
    // It stands by the words, under their line or over it, and its style before what it is for.
    expect(box?.left).toBeLessThanOrEqual(words?.right ?? Number.NaN);
    expect(box?.right).toBeGreaterThanOrEqual(words?.left ?? Number.NaN);
    const gaps = [(box?.top ?? 0) - (words?.bottom ?? 0), (words?.top ?? 0) - (box?.bottom ?? 0)];
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...gaps)).toBeLessThan(16);
    expect(style?.bottom).toBeLessThanOrEqual(button?.top ?? Number.NaN);
    await menu(page).getByRole('button', { name: '複製原文與出處', exact: true }).click();
    await expect(menu(page).getByRole('status')).toHaveText(/已複製/u);
    expect(await copied(page)).toMatch(/^「的抉擇」\n何仁傑，.*，頁43，/u);
  });

  test('the marks of notes and pages within a paragraph are cited from its menu', async ({
    page,
    baseURL,
  }) => {
    await use(page, '/sections/1/');
    await markOf(page, 's1-1-p3').focus();
    await page.keyboard.press('Enter');
    await menu(page).getByRole('button', { name: '引用註 4' }).click();
    await menu(page).getByRole('button', { name: '複製連結' }).click();
    await expect(menu(page).getByRole('status')).toHaveText('已複製連結');
    expect(await copied(page)).toBe(new URL('/sections/1/#fnref4', baseURL).href);
  });

  test('copied text is the printed text: no number, mark or label in it', async ({ page }) => {
    for (const [address, from, to] of [
      ['/sections/1/', 's1-1-p2', 's1-1-p3'],
      ['/sections/4/', 's4-2', 's4-2-1-1-p2'],
      ['/sections/1/', 'fn1', 'fn5'],
    ] as const) {
      await use(page, address);
      await select(page, from, to);
      await page.keyboard.press('ControlOrMeta+C');
      const text = await copied(page);
      const printed = await page.evaluate(() => {
        const part = getSelection()?.getRangeAt(0).cloneContents() as DocumentFragment;
        const aside = '[role="doc-noteref"], [role="doc-backlink"], [data-apparatus]';
        for (const element of part.querySelectorAll(aside)) element.remove();
        return part.textContent;
      });
      expect(text.replace(/\s/gu, ''), from).toBe(printed.replace(/\s/gu, ''));
      expect(text.trim().split(/\n+/u).length, from).toBeGreaterThan(1);
      expect(text, from).not.toMatch(/[¶↩⁠]|存檔/u);
    }
  });

  test('the source is appended to copied text only for those who ask for it', async ({ page }) => {
    await use(page, '/sections/2/');
    await markOf(page, 's2-1-p1').focus();
    await page.keyboard.press('Enter');
    await menu(page).getByLabel('複製正文時附出處').check();
    await use(page, '/sections/1/');
    await page.waitForLoadState('networkidle');
    await select(page, 's1-1-p1');
    await page.keyboard.press('ControlOrMeta+C');
    expect(await copied(page)).toMatch(/[。」]\n\n何仁傑，.*\/sections\/1\/#s1-1-p1$/u);
  });

  test('引用 offers every style for the place one is at, and the chapter as files', async ({
    page,
  }) => {
    await page.goto('/sections/4/#s4-2-1-1-p3');
    await page.getByRole('button', { name: '引用', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '引用' });
    await expect(dialog.getByRole('radio')).toHaveCount(3);
    await expect(dialog.getByRole('heading', { level: 3 })).toHaveCount(9);
    await expect(dialog.locator('.form').filter({ hasText: /^註腳$/u })).toHaveCount(5);
    await dialog.getByRole('button', { name: '複製 GB/T 7714—2025註腳' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 GB/T 7714—2025註腳');
    expect(await copied(page)).toMatch(/^何仁傑\. .*\[D\/OL\]\. 臺北：國立政治大學，2004：\d\d/u);
    await dialog.getByRole('button', { name: '複製 GB/T 7714—2015註腳' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 GB/T 7714—2015註腳');
    expect(await copied(page)).toMatch(/2004: \d\d[-\d]*\[\d{4}-\d\d-\d\d\]\. http/u);
    await dialog.getByRole('radio', { name: '本章（第三章全章）' }).check();
    await dialog.getByRole('button', { name: '複製 APA 第 7 版（英文）書目' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 APA 第 7 版（英文）書目');
    expect(await copied(page)).toMatch(/^Ho, J\.-C\. \(2004\)\./u);
    await dialog.getByRole('button', { name: '複製 BibTeX' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 BibTeX');
    expect(await copied(page)).toContain('author = {何, 仁傑}');
    await dialog.getByRole('button', { name: '複製 BibLaTeX' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 BibLaTeX');
    expect(await copied(page)).toContain('date = {2004');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '引用', exact: true })).toBeFocused();
  });

  test('italics are copied as HTML beside the plain text', async ({ page }) => {
    await page.goto('/sources/niksch-1981/');
    await page.locator('[data-cite-this]').click();
    const dialog = page.getByRole('dialog', { name: '引用' });
    await dialog.getByRole('button', { name: '複製 APA 第 7 版（英文）書目' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 APA 第 7 版（英文）書目');
    const types = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await (await item?.getType('text/html'))?.text();
      return { types: item?.types, html };
    });
    expect(types.types).toEqual(expect.arrayContaining(['text/plain', 'text/html']));
    expect(types.html).toContain('<i>Asian Survey</i>');
    expect(await copied(page)).toMatch(/^Niksch, L\. A\. \(1981\)\. .* Asian Survey, 21\(3\)\.$/u);
  });

  test('on the page of a source 引用 cites that work, 轉引 beside it, and the chapter as 本章', async ({
    page,
  }) => {
    await page.goto('/sources/niksch-1981/');
    await page.locator('[data-cite-this]').click();
    const dialog = page.getByRole('dialog', { name: '引用' });
    await expect(dialog.getByRole('radio')).toHaveCount(2);
    await expect(dialog.getByRole('radio').first()).toBeChecked();
    await expect(dialog.getByText(/^文獻：Niksch/u)).toBeVisible();
    await expect(dialog.locator('.style h3')).toHaveCount(6);
    await expect(dialog.locator('.quoted').first()).toContainText('轉引');
    for (const p of await dialog.locator('.style p').allTextContents())
      expect(p).toMatch(/niksch/iu);
    await dialog.getByRole('button', { name: '複製 RIS' }).click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 RIS');
    expect(await copied(page)).toMatch(/^TY {2}- JOUR\s+ID {2}- niksch-1981/u);
    await dialog.getByRole('radio', { name: '本章（第三章全章）' }).check();
    await expect(dialog.locator('.style h3')).toHaveCount(9);
    await expect(dialog.locator('.style p').first()).toContainText('何仁傑');
  });

  test('on a note 引用 cites the note and each work it cites', async ({ page }) => {
    await page.goto('/notes/48/');
    await page.locator('[data-cite-this]').click();
    const dialog = page.getByRole('dialog', { name: '引用' });
    await expect(dialog.getByRole('radio')).toHaveCount(3);
    // Its number once, and its page.
    await expect(dialog.locator('label').first()).toHaveText(
      /^\s*第三章第\p{L}節[^註]*註48（頁\d+）\s*$/u,
    );
    await expect(dialog.locator('.style p').first()).toContainText('註48');
    await dialog.getByRole('radio', { name: /^文獻：Niksch/u }).check();
    await expect(dialog.locator('.style h3')).toHaveCount(6);
    await expect(dialog.locator('.quoted')).toHaveCount(1);
    await dialog
      .getByRole('button', { name: '複製 Chicago 第 18 版（英文）註腳', exact: true })
      .click();
    await expect(dialog.getByRole('status')).toHaveText('已複製 Chicago 第 18 版（英文）註腳');
    expect(await copied(page)).toMatch(/^Larry A\. Niksch, “U\.S\. Troop Withdrawal/u);
  });

  test('轉引 stands in the page of a source, and is copied with the whole address', async ({
    page,
    baseURL,
  }) => {
    await page.goto('/sources/niksch-1981/');
    await page.getByText('轉引註 48 所引此文獻').click();
    const quoted = page.locator('.use', { hasText: '註 48' }).locator('.quoted').first();
    await quoted.getByRole('button', { name: '複製' }).first().click();
    await expect(quoted.getByRole('status').first()).toHaveText('已複製 轉引（中文註腳）');
    expect(await copied(page)).toContain(`轉引自何仁傑`);
    expect(await copied(page)).toContain(new URL('/notes/48/', baseURL).href);
  });
});
