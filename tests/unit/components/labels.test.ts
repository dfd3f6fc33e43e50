/** What pages call things: places of emendations, locators, notes, and the copies of old addresses. */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import {
  around,
  corrected,
  placeAddress,
  placeLabel,
} from '../../../src/components/emendations/labels.ts';
import { noteName } from '../../../src/components/notes/note-name.ts';
import { role } from '../../../src/components/page/role.ts';
import { blockName, locatorLabel, styleName } from '../../../src/components/sources/labels.ts';
import { dayOf, makeRobust } from '../../../src/components/sources/robust-links.ts';
import { noteMarkdown } from '../../../src/components/text/editor-note.ts';
import type { Chapter } from '../../../src/model/chapter/chapter.ts';
import type { Block } from '../../../src/model/text/document.ts';

type Placed = Parameters<typeof placeLabel>[0];
const placed = (id: string, type: Block['type'], more = {}) =>
  ({
    at: id,
    page: 73,
    place: {
      section: { number: 4, id: 's4', label: '第四節', blocks: [] },
      block: { id, type },
      ...more,
    },
  }) as unknown as Placed;

test('where an emendation stands', () => {
  expect(placeAddress(placed('s4-p5', 'paragraph'))).toBe('/sections/4/#s4-p5');
  const inNote = placed('s4-p5', 'paragraph', { note: { number: 12, name: '2.3' } });
  expect([placeLabel(inNote), placeAddress(inNote)]).toEqual([
    '註 2.3，頁 73',
    '/sections/4/#fn12',
  ]);
  expect(placeLabel(placed('s4-p5', 'paragraph'))).toMatch(/第 5 段，頁 73$/u);
  expect(placeLabel(placed('table-3-2', 'table'))).toMatch(/表 3-2，頁 73$/u);
  expect(placeLabel({ ...placed('s4', 'heading'), page: undefined } as Placed)).toMatch(/標題$/u);
});

test('the words around an emendation are shortened at their far ends', () => {
  const [long, short] = ['一二三四五六七八九十一二三四五六', '短'];
  expect(around({ before: long, after: long })).toEqual([
    `…${long.slice(-14)}`,
    `${long.slice(0, 14)}…`,
  ]);
  expect(around({ before: short, after: '' })).toEqual([short, '']);
});

test.each([
  [undefined, '未能校正'],
  ['', '刪'],
  ['南韓', '「南韓」'],
])('a correction of %o is said as %s', (correction, said) => {
  expect(corrected({ correction })).toBe(said);
});

test.each([
  ['page', '258-259', undefined, '頁 258–259'],
  ['page', 'A-15', undefined, '頁 A-15'],
  ['page', '4', 'article-newspaper', '版 4'],
  ['volume', '2', undefined, '卷 2'],
] as const)('the locator %s %s of %s is %s', (label, value, type, said) => {
  expect(locatorLabel({ label, value } as never, type && ({ type } as never))).toBe(said);
});

test('a style of one language is named alone', () => {
  expect(styleName({ id: 'apa', name: 'APA', lang: 'en' } as never)).toBe('APA（英文）');
  expect(styleName({ id: 'gbt-2025', name: 'GB/T', lang: 'zh' } as never)).toBe('GB/T');
});

test('a block is called a paragraph, a table or a figure', () => {
  const name = (id: string) => blockName({ id } as Block);
  expect([name('s4-p3'), name('table-3-1'), name('figure-2')]).toEqual([
    '　第 3 段',
    '　表',
    '　圖',
  ]);
});

test('a note is called as it is printed', () => {
  const chapter = { notes: [{ number: 12, name: '2.3' }] } as unknown as Chapter;
  expect([noteName(chapter, 12), noteName(chapter, 13)]).toEqual(['2.3', '13']);
});

test('a role has a name only where one is given', () => {
  expect(role('doc-endnotes')).toEqual({ role: 'doc-endnotes' });
  expect(role('search', '註')).toEqual({ role: 'search', 'aria-label': '註' });
});

test('an address of the web gets its copy of the day of its work', () => {
  const chapter = {
    issued: '2004',
    consulted: '2005-08-31',
    sources: [{ URL: 'http://a.example/', issued: { date: '2003-01-17', printed: 'x' } }],
  } as unknown as Chapter;
  expect([dayOf(chapter, chapter.sources[0]), dayOf(chapter, undefined)]).toEqual([
    '2003-01-17',
    '2005-08-31',
  ]);
  const html =
    '<a href="http://a.example/">a</a><a href="http://b.example/">b</a><a href="#c">c</a>';
  const root = fromHtml(html, { fragment: true });
  makeRobust(root, chapter);
  const robust = toHtml(root);
  expect(robust.match(/data-versiondate="([^"]+)"/gu)).toEqual([
    'data-versiondate="2003-01-17"',
    'data-versiondate="2005-08-31"',
  ]);
  expect(robust.match(/存檔版<\/a>/gu)).toHaveLength(2);
  expect(robust).toContain('<a href="#c">c</a>');
});

test('a formula of its own line is scrolled in a box of its own', async () => {
  const html = await noteMarkdown('算得\n\n$$\n\\frac{1}{2}\n$$\n\n而 $x$ 不是。');
  expect(html.match(/class="formula" role="group" aria-label="算式" tabindex="0"/gu)).toHaveLength(
    1,
  );
});
