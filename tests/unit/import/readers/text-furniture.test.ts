/** What stands around the text of an extracted file: running heads, tables of contents, lists of notes. */
import { expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { readText } from '../../../../src/import/readers/text.ts';
import type { SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { notesOf, shown, wordsOf } from './shown.ts';

const FULL = '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止沒有例外';

const read = (pages: string[][]): SourceDocument => {
  const text = pages.map((lines) => lines.join('\n')).join('\n\f');
  const document = readText(new TextEncoder().encode(text), {
    settings: readSettings(''),
    answers: {},
  });
  expect(account(document)).toEqual([]);
  return document;
};

const headingsOf = ({ blocks }: SourceDocument) =>
  blocks.flatMap((b) => (b.type === 'heading' ? [shown(b.inlines)] : []));
const headsOf = ({ furniture }: SourceDocument) => furniture.map(({ text }) => text);

const page = (words: string) => [`${words}${FULL.slice(2)}`, FULL, `${words}完。`];

test('a heading whose words are the running head of its chapter is a heading', () => {
  const document = read([
    ['第二章　甲', ...page('子是')],
    ['第二章　甲', ...page('丑是')],
    ['第二章　甲', ...page('寅是')],
  ]);
  expect(headingsOf(document)).toEqual(['第二章　甲']);
  expect(headsOf(document)).toEqual(['第二章　甲', '第二章　甲']);
});

test('where the label stands elsewhere, its words over the page are a running head', () => {
  const document = read([
    ['第二章　甲', '第二章', '甲', ...page('子是')],
    ['第二章　甲', ...page('丑是')],
  ]);
  expect(headingsOf(document)).toEqual(['第二章甲']);
});

test('the titles of chapters over their notes, pages after their headings, are no running heads', () => {
  const document = read([
    ['渡口與市鎮', '第一章　甲', `${FULL}。1`, '完。'],
    ['渡口與市鎮', ...page('子是')],
    ['渡口與市鎮', ...page('丑是')],
    ['渡口與市鎮', '註釋', '第一章　甲', '1 某書，頁 3。'],
  ]);
  expect(headingsOf(document)).toEqual(['第一章　甲']);
  expect(notesOf(document)).toEqual(['1 某書，頁 3。']);
});

test('a table of contents is left out, whatever stands before its numbers', () => {
  const document = read([
    ['目錄', '第一章　甲 1', '一、乙 …… 2', '第二章　丙　12', '附錄 30'],
    ['第一章　甲', '一、乙', ...page('子是')],
  ]);
  expect(headingsOf(document)).toEqual(['第一章　甲', '一、乙']);
  expect(document.leftOut.map(({ why, source }) => [why, source.length])).toEqual([
    ['contents', 5],
  ]);
});

test.each([
  ['（註1）', '1（註）'],
  ['[1]', '1[]'],
])('the number of a note stands before the brackets of its mark: %s, %s', (mark, label) => {
  const document = read([
    [
      '第一章　甲',
      ...[1, 2, 3].map((n) => `${FULL}。${mark.replace('1', String(n))}`),
      ...[1, 2, 3].flatMap((n) => [label.replace('1', String(n)), `某書，頁 ${n}。`]),
    ],
  ]);
  expect(notesOf(document)).toEqual(
    [1, 2, 3].map((n) => `${label.replace('1', String(n))} 某書，頁 ${n}。`),
  );
  expect(wordsOf(document.blocks).match(/\[\^\d\]/gu)).toEqual(['[^1]', '[^2]', '[^3]']);
});

test('a note that ends its page with a title and a comma goes on at the next', () => {
  const document = read([
    ['第一章　甲', `${FULL}。1`, FULL, '完。', '1 A. B., “Brokers in the Ports,”'],
    [FULL, `${FULL}。2`, '完。', '', 'Journal of Trade 4 (1901).', '2 某書，頁 3。'],
    page('子是'),
  ]);
  expect(notesOf(document)).toEqual([
    '1 A. B., “Brokers in the Ports,”Journal of Trade 4 (1901).',
    '2 某書，頁 3。',
  ]);
});

const NOTE = (n: number) => `${n} 某書，頁 ${n}。`;

test.each<[string, (words: string, n: number) => string[]]>([
  ['the head, and the number below', (words, n) => [`${words}歲時與市鎮`, String(n + 56)]],
  ['the head and the number', (words, n) => [`${words}歲時與市鎮 ${n + 56}`]],
  ['the number and the head', (words, n) => [`${words}${n + 56} 歲時與市鎮`]],
])('set close after a page: %s', (_, foot) => {
  const document = read(
    [1, 2, 3].map((n) => [`${'甲乙丙'[n - 1]}是${FULL}。${n}`, FULL, ...foot(NOTE(n), n)]),
  );
  expect(notesOf(document)).toEqual([1, 2, 3].map(NOTE));
  expect(document.pages.map(({ number }) => number)).toEqual(['57', '58', '59']);
  expect(headsOf(document).filter((h) => h.includes('歲時與市鎮'))).toHaveLength(3);
});

test('numbers set close before the pages that they count are no text', () => {
  const document = read([1, 2, 3].map((n) => [`- ${n + 56} -${'甲乙丙'[n - 1]}是${FULL}。`, FULL]));
  expect(wordsOf(document.blocks)).toMatch(/^甲是/u);
  expect(wordsOf(document.blocks)).not.toMatch(/\d/u);
  expect(document.pages.map(({ number }) => number)).toEqual(['57', '58', '59']);
});

test('heads by turns that end in the same words, on lines of their own, stay whole', () => {
  const document = read(
    [1, 2, 3, 4].map((n) => [
      `${'甲乙丙丁'[n - 1]}是${FULL}。`,
      `${FULL}。`,
      n % 2 === 1 ? '歲時與市鎮' : '渡口與市鎮',
      String(n + 56),
    ]),
  );
  expect(headsOf(document).filter((h) => h.endsWith('與市鎮'))).toEqual([
    '歲時與市鎮',
    '渡口與市鎮',
    '歲時與市鎮',
    '渡口與市鎮',
  ]);
  expect(wordsOf(document.blocks)).not.toContain('市鎮');
});

test('a number beside the running head is no text, also where it does not count', () => {
  const document = read([
    ['歲時與市鎮', 'iv', ...page('子是')],
    ['歲時與市鎮', '57', ...page('丑是')],
    ['歲時與市鎮', '58', ...page('寅是')],
  ]);
  expect(wordsOf(document.blocks)).not.toMatch(/iv|5[78]/u);
  expect(document.pages.map(({ number }) => number)).toEqual([undefined, '57', '58']);
});
