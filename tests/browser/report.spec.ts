/** 回報筆誤: from ¶ with words selected to a letter that the reader's own program sends; nothing where nobody is named. */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { use } from './in-use.ts';

const REPORTS = [
  { mail: 'editor@example.org' },
  { name: 'Tracker', url: 'https://tracker.example/new?title={title}&body={body}' },
];

/** Answers for a site whose chapter.yaml says where reports go. */
const nameSomebody = (page: Page) =>
  page.route('**/places.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), reports: REPORTS } });
  });

test('selected words are put together with their place, and the reader’s correction goes with them', async ({
  page,
  baseURL,
}) => {
  await nameSomebody(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await use(page, '/sections/1/#s1-1-p3');
  await page.evaluate(() => {
    const block = document.querySelector('#s1-1-p3') as Element;
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const at = words.currentNode.textContent?.indexOf('l947') ?? -1;
      if (at >= 0)
        getSelection()?.setBaseAndExtent(words.currentNode, at, words.currentNode, at + 4);
    }
  });
  await page.locator('.pilcrow[data-cite="s1-1-p3"]').dispatchEvent('click');
  await page.getByRole('button', { name: '回報筆誤' }).click();
  const dialog = page.getByRole('dialog', { name: '回報筆誤' });
  await expect(dialog.getByRole('textbox', { name: '印作' })).toHaveValue('l947');
  await dialog.getByRole('textbox', { name: '應作' }).fill('1947');
  const mail = new URL(
    (await dialog.getByRole('link', { name: '寄電子郵件' }).getAttribute('href')) ?? '',
  );
  expect(mail.protocol + mail.pathname).toBe('mailto:editor@example.org');
  expect(mail.searchParams.get('body')?.split('\r\n')).toEqual([
    `位置：${new URL('/sections/1/#s1-1-p3', baseURL).href}`,
    '原書：頁43',
    '印作：l947',
    expect.stringMatching(/^上下文：.{8,}l947.{8,}$/u),
    '應作：1947',
  ]);
  const tracker = dialog.getByRole('link', { name: '到 Tracker 回報' });
  expect(new URL((await tracker.getAttribute('href')) ?? '').searchParams.get('body')).toContain(
    '應作：1947',
  );
  expect(await faultsOf(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('an entry of the emendations can be answered from where it is marked', async ({ page }) => {
  await nameSomebody(page);
  await page.addInitScript(() =>
    localStorage.setItem('zhangju.settings', JSON.stringify({ slips: 'mark' })),
  );
  await page.goto('/sections/1/');
  await page.locator('#s1-1-p3 [data-emendation][role="button"]').first().click();
  await page.locator('.emendation-box').getByRole('button', { name: '回報這一條' }).click();
  const dialog = page.getByRole('dialog', { name: '回報筆誤' });
  await expect(dialog.getByRole('textbox', { name: '印作' })).toHaveValue('的的');
  const mail = await dialog.getByRole('link', { name: '寄電子郵件' }).getAttribute('href');
  expect(new URL(mail ?? '').searchParams.get('body')).toMatch(
    /#s1-1-p3\r\n原書：頁43，校記 em2\r\n/u,
  );
});

test('where nobody is named who would take it, nothing of it is offered', async ({ page }) => {
  await use(page, '/sections/1/#s1-1-p3');
  await page.locator('.pilcrow[data-cite="s1-1-p3"]').dispatchEvent('click');
  await expect(page.getByRole('button', { name: '複製連結' })).toBeVisible();
  await expect(page.getByRole('button', { name: '回報筆誤' })).toHaveCount(0);
});
