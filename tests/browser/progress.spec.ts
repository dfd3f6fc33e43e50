/** How far one is and has read: the contents, the running head on a phone, the title page; how long it takes. */
import { expect, type Page, test } from '@playwright/test';
import { inUse } from './in-use.ts';

const scrollTo = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((e) => e.scrollIntoView());
const read = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('zhangju.read') ?? '{}'));

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the folded contents become the running head: heading and printed page', async ({
    page,
  }) => {
    await page.goto('/sections/4/');
    await inUse(page);
    const handle = page.locator('.contents summary');
    await expect(handle).toHaveText('本章目次');
    await scrollTo(page, 's4-2-1-1-p2');
    await expect(handle).toContainText('南韓反美情緒');
    await expect(handle).toContainText(/頁 7[12]$/u);
    await expect(handle).toBeInViewport();
    await scrollTo(page, 's4-2-3-p1');
    await expect(handle).toContainText('日本對駐韓美軍去留之立場');
  });

  test('no mark of a note prints over it', async ({ page }) => {
    await page.goto('/sections/3/');
    await inUse(page);
    const mark = page.locator('a[role="doc-noteref"]').nth(3);
    await mark.evaluate((e) => e.scrollIntoView());
    await page.mouse.wheel(0, 40);
    await expect(page.locator('.contents[data-at]')).toBeVisible();
    const over = () =>
      mark.evaluate((e) => {
        const head = document.querySelector('.contents summary')?.getBoundingClientRect();
        const box = e.getBoundingClientRect();
        if (!head) return 'no head';
        scrollBy({ top: box.top - head.top - head.height / 2, behavior: 'instant' });
        const { left, top, width, height } = e.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        return at?.closest('.contents') ? 'the head' : 'the mark';
      });
    await expect.poll(over).toBe('the head');
  });

  test('opened, they lie over the text, lead on, and close', async ({ page }) => {
    await page.goto('/sections/4/');
    await inUse(page);
    await scrollTo(page, 's4-2-1-1-p2');
    const contents = page.getByRole('navigation', { name: '本章目次' });
    const handle = page.locator('.contents summary');
    await expect(handle).toContainText('南韓');
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await handle.click();
    await expect(contents).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
    await page.keyboard.press('Escape');
    await expect(contents).toBeHidden();
    await handle.click();
    await contents.getByRole('link', { name: /^（三）日本/u }).click();
    await expect(contents).toBeHidden();
    await expect(page).toHaveURL(/#s4-2-3$/u);
    // What one arrives at does not lie under the running head.
    const under = await handle.evaluate((e) => e.getBoundingClientRect().bottom);
    const top = await page.locator('#s4-2-3').evaluate((e) => e.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(under);
  });
});

test('where the browser does not know the place in view, the contents still tell it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const knows = CSS.supports.bind(CSS);
    CSS.supports = (...query: [string]) => !query[0].includes('target-current') && knows(...query);
  });
  await page.goto('/sections/4/');
  await inUse(page);
  await scrollTo(page, 's4-2-3-p1');
  const contents = page.getByRole('navigation', { name: '本章目次' });
  await expect(contents.locator('[aria-current="location"]')).toContainText('（三）日本');
  await scrollTo(page, 's4-2-4-p1');
  await expect(contents.locator('[aria-current="location"]')).toContainText('（四）俄羅斯');
});

test('paragraphs count as read when one has rested at their end, and only those', async ({
  page,
}) => {
  await page.goto('/sections/5/');
  await inUse(page);
  await page.evaluate(() => window.scrollTo(0, 40));
  await expect.poll(async () => (await read(page))['s5']?.length ?? 0).toBeGreaterThan(0);
  const total = await page.locator('article > .text p[id]').count();
  expect((await read(page))['s5']?.length).toBeLessThan(total);
  const link = page.locator('.contents [data-section="s5"]');
  await expect(link).toContainText(/已讀 \d+%/u);
  for (const p of await page.locator('article > .text p[id]').all()) {
    await p.evaluate((e) => e.scrollIntoView({ block: 'end' }));
    await expect.poll(async () => (await read(page))['s5']).toContain(await p.getAttribute('id'));
  }
  await expect(link).toContainText('已讀');
  await expect(link).not.toContainText('%');
  await page.goto('/');
  await expect(page.locator('.toc [data-section="s5"]')).toContainText('已讀');
  await expect(page.locator('.toc [data-section="s1"]')).toContainText('約 13 分鐘');
});

test('the title page says what is left of a section', async ({ page }) => {
  await page.addInitScript(() => {
    const ids = Array.from({ length: 9 }, (_, i) => `s1-1-p${i}`);
    localStorage.setItem('zhangju.read', JSON.stringify({ s1: ids }));
    localStorage.setItem('zhangju.places', '{}');
  });
  await page.goto('/');
  const section = page.locator('.toc [data-section="s1"]');
  await expect(section).toContainText(/還剩 \d+ 分鐘/u);
  await expect(section).not.toContainText('約');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('how long a section takes is said on the title page, at its head, and before the next', async ({
    page,
  }) => {
    await page.goto('/');
    const said = (text: string | null) => /約 (\d+) 分鐘/u.exec(text ?? '')?.[1];
    const first = said(await page.locator('.toc .section').first().textContent());
    const second = said(await page.locator('.toc .section').nth(1).textContent());
    expect(first).toBeDefined();
    await page.goto('/sections/1/');
    expect(said(await page.locator('.breadcrumbs').textContent())).toBe(first);
    const next = page.locator('.pager [rel="next"]');
    expect(said(await next.textContent())).toBe(second);
    await expect(next).toContainText('第二節　冷戰時期駐韓美軍之調整');
    // In the head, Firefox would fetch it ahead, which the policy forbids.
    await expect(next).toHaveAttribute('href', '/sections/2/');
    await expect(page.locator('head link[rel="next"]')).toHaveCount(0);
  });
});
