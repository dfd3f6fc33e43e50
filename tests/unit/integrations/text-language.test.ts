/** Where the text speaks another language than the interface. */
import { expect, test } from 'vitest';
import { hasNoWord, sayLanguage } from '../../../src/integrations/text-language/page.ts';

const said = (body: string) =>
  sayLanguage(
    `<!doctype html><html lang="en"><head><title>第一節</title></head><body>${body}</body></html>`,
    'zh-Hant-TW',
    hasNoWord,
  )
    .replace(/^.*<body>/su, '')
    .replace(/<\/body>.*$/su, '');

test.each([
  [
    '<ol><li><a>第一節　緣起</a></li><li><a>二</a></li></ol>',
    '<ol lang="zh-Hant-TW"><li><a>第一節　緣起</a></li><li><a>二</a></li></ol>',
  ],
  [
    '<nav aria-label="Contents"><a>第一節</a></nav>',
    '<nav aria-label="Contents"><a lang="zh-Hant-TW">第一節</a></nav>',
  ],
  ['<p>Read on in 第一節.</p>', '<p>Read on in <span lang="zh-Hant-TW">第一節</span>.</p>'],
  [
    '<p>第四節 二（一）, paragraph 6</p>',
    '<p><span lang="zh-Hant-TW">第四節 二（一）</span>, paragraph 6</p>',
  ],
  ['<p>協會（Potomac）的民調。</p>', '<p lang="zh-Hant-TW">協會（Potomac）的民調。</p>'],
  ['<p lang="zh-Hant">已經說了</p>', '<p lang="zh-Hant">已經說了</p>'],
  ['<p>Notes 1–3</p>', '<p>Notes 1–3</p>'],
  [
    '<select><option>Page 第一節</option></select>',
    '<select><option>Page 第一節</option></select>',
  ],
])('%s', (body, with_) => {
  expect(said(body)).toBe(with_);
});

test('the page tells scripts what language the text is in', () => {
  const page = sayLanguage('<html lang="en"><body></body></html>', 'zh-Hant-TW', () => false);
  expect(page).toContain('<html lang="en" data-text="zh-Hant-TW">');
});
