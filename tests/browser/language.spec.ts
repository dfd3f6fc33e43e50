/** The interface in another language, which a reader chooses in the settings. */
import { expect, type Page, test } from '@playwright/test';
import { messages as en } from '../../src/messages/en.ts';
import { translatorOf } from '../../src/messages/translator.ts';
import { messages as simplified } from '../../src/messages/zh-Hans.ts';
import { messages as traditional } from '../../src/messages/zh-Hant-TW.ts';
import { faultsOf } from './axe.ts';
import { KINDS } from './kinds.ts';

const KEY = 'zhangju.settings';
const LANGUAGES = {
  en: { settings: 'Settings', translate: translatorOf([traditional], en) },
  'zh-Hans': { settings: '设置', translate: translatorOf([traditional], simplified) },
};

/** Gives the browser a language before any page is loaded. */
const speaking = (page: Page, language: string): Promise<unknown> =>
  page.addInitScript(
    ([key, value]) => localStorage.setItem(key as string, JSON.stringify({ interface: value })),
    [KEY, language],
  );

/** Kinds of pages that axe looks at in each language: the front, words in a note, and choices. */
const LOOKED_AT = new Set(['title page', 'a note with a short form and another work', 'search']);

/**
 * Where words of the text, of sources and of names stand, in whatever language the interface
 * is: the text, notes, quotations and references; headings of the text and works that links
 * lead to; what an editor says of the text (content/); names of citation styles; what is
 * shown without scripts.
 */
const PRINTED = `article > .text, article > header, .note-text, .notes .text, blockquote, cite, mark,
  [data-quoted], [translate="no"], noscript, script, style, svg, .toc, .contents, .running, .pager a,
  .breadcrumbs, .printed, .wording, .when, .sentence, .context, .change, .reason, .references, .name,
  .titles, h1 *, .thesis, .author, .imprint, .summary, footer.site, .editorial, .where`;

/** The texts outside of that, and what is read of attributes. */
const interfaceTexts = (page: Page): Promise<string[]> =>
  page.evaluate((printed) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(printed)) found.push(node.nodeValue ?? '');
    for (const element of document.querySelectorAll(
      ':is([aria-label], [placeholder]):not(.archive a)',
    ))
      if (!element.closest(printed))
        found.push(element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '');
    return found.map((text) => text.replace(/[ \n\t]+/gu, ' ').replace(/^ | $/gu, ''));
  }, PRINTED);

for (const [language, { settings, translate }] of Object.entries(LANGUAGES))
  test(`${language}: on no kind of page is a message left in the site's language`, async ({
    page,
  }) => {
    test.slow();
    await speaking(page, language);
    for (const [kind, address] of Object.entries(KINDS)) {
      await page.goto(address);
      await expect(page.locator('header.site [data-settings]'), kind).toHaveText(settings);
      const texts = await interfaceTexts(page);
      expect(texts.length, kind).toBeGreaterThan(10);
      const left = texts.filter((text) => {
        const said = translate(text);
        return said !== undefined && said.trim() !== text.trim();
      });
      expect(left, kind).toEqual([]);
      if (LOOKED_AT.has(kind)) expect(await faultsOf(page), kind).toEqual([]);
    }
  });

test('is chosen in the settings, holds on later pages, and is given back', async ({ page }) => {
  await page.goto('/about/');
  const before = await page.locator('body').innerHTML();
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { name: 'About this site' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('/sections/1/');
  await expect(page.locator('header.site [data-settings]')).toHaveText('Settings');
  expect(await faultsOf(page)).toEqual([]);
  // Longer words leave the header in one row, and its box wide enough to type in.
  for (const width of [768, 820, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    const { header, box } = await page.evaluate(() => ({
      header: document.querySelector('header.site')?.getBoundingClientRect().height ?? 0,
      box: document.querySelector('#quick')?.getBoundingClientRect().width ?? 0,
    }));
    expect(header, `${width}`).toBeLessThan(64);
    expect(box, `${width}`).toBeGreaterThan(90);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/about/');
  await expect(page.getByRole('heading', { name: 'About this site' })).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: '正體中文' }).check();
  await expect(page.getByRole('heading', { name: '關於本站' })).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
  await page.reload();
  expect((await page.locator('main').innerHTML()).length).toBeGreaterThan(0);
  expect(before).toContain('關於本站');
});

test('the text stays in its own language, and each part says its own', async ({ page }) => {
  await page.goto('/sections/1/');
  // Without what the site adds to it.
  const printed = () =>
    page.locator('article > .text').evaluate((text) => {
      const copy = text.cloneNode(true) as Element;
      for (const added of copy.querySelectorAll('[data-apparatus]')) added.remove();
      return copy.textContent;
    });
  const before = await printed();
  await speaking(page, 'en');
  await page.reload();
  const settings = page.locator('header.site [data-settings]');
  await expect(settings).toHaveText('Settings');
  await expect(settings).toHaveAttribute('lang', 'en');
  expect(await printed()).toBe(before);
  await expect(page.locator('article')).toHaveAttribute('lang', 'zh-Hant-TW');
});

test('nothing of another language is loaded unasked', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/sections/1/');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: '設定' })).toBeVisible();
  expect(
    asked.filter((path) => /(?:interface|en|zh-Han\w*(?:-TW)?)\.[\w-]+\.js$/u.test(path)),
  ).toEqual([]);
});
