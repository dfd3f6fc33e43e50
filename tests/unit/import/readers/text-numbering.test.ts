/** Notes of a text whose numbers begin anew within a page, lists after each chapter, and marks that lines part. */
import { expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { readText } from '../../../../src/import/readers/text.ts';
import type { SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { shown } from './shown.ts';

const FULL = '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止沒有例外';

const answered = (answers: Record<string, number>, lines: string[]): SourceDocument => {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const document = readText(bytes, { settings: readSettings(''), answers });
  expect(account(document)).toEqual([]);
  return document;
};

const read = (...lines: string[]): SourceDocument => answered({}, lines);

const blocksOf = ({ blocks }: SourceDocument) =>
  blocks.flatMap((b) => ('inlines' in b ? [shown(b.inlines)] : []));
const notesOf = ({ notes }: SourceDocument) =>
  notes.map((n) => n.blocks.flatMap((b) => ('inlines' in b ? [shown(b.inlines)] : [])).join('¶'));
const marksOf = (document: SourceDocument) =>
  blocksOf(document).flatMap((text) => text.match(/\[\^[^\]]+\]/gu) ?? []);

test.each<[string, (n: number) => string]>([
  ['bare numbers', (n) => String(n)],
  ['circles', (n) => '①②③'[n - 1] as string],
])('%s begin anew at a section in the middle of a page', (_, of) => {
  const document = read(
    '第一章　甲',
    '第一節　乙',
    FULL,
    `一說。${of(1)}二說。${of(2)}`,
    '第二節　丙',
    `三說。${of(1)}四說。${of(2)}五說。${of(3)}`,
    `${of(1)}某甲，《某書》，頁 3。`,
    `${of(2)}同上註，頁 4。`,
    `${of(1)}某乙，《另書》，頁 5。`,
    `${of(2)}同上註，頁 6。`,
    `${of(3)}同上註，頁 7。`,
    `\f${FULL}`,
    '完。',
  );
  expect(notesOf(document)).toEqual([
    '某甲，《某書》，頁 3。',
    '同上註，頁 4。',
    '某乙，《另書》，頁 5。',
    '同上註，頁 6。',
    '同上註，頁 7。',
  ]);
  expect(marksOf(document)).toEqual(['[^1]', '[^2]', '[^1-2]', '[^2-2]', '[^3]']);
});

test('a list of notes stands after each chapter, and a bibliography after the last', () => {
  const chapter = (n: string) => [
    `第${n}章　甲`,
    FULL,
    `${n}說[1]。又說[2]。`,
    '註釋',
    `[1] ${n}書，頁 3。`,
    `[2] ${n}書，頁 4。`,
  ];
  const document = read(
    ...chapter('一'),
    ...chapter('二').map((l, i) => (i === 0 ? `\f${l}` : l)),
    '參考文獻',
    '某甲，《某書》。',
  );
  expect(notesOf(document)).toEqual([
    '一書，頁 3。',
    '一書，頁 4。',
    '二書，頁 3。',
    '二書，頁 4。',
  ]);
  expect(marksOf(document)).toEqual(['[^1]', '[^2]', '[^1-2]', '[^2-2]']);
  expect(blocksOf(document).join()).toContain('某甲，《某書》。');
});

test('a list at the end has the chapters over their notes', () => {
  const document = read(
    '第一章　甲',
    '一說[1]。又說[2]。',
    '第二章　乙',
    '二說[1]。',
    '註釋',
    '第一章　甲',
    '[1] 一書，頁 3。',
    '[2] 一書，頁 4。',
    '第二章　乙',
    '[1] 二書，頁 5。',
  );
  expect(notesOf(document)).toEqual(['一書，頁 3。', '一書，頁 4。', '二書，頁 5。']);
  expect(marksOf(document)).toEqual(['[^1]', '[^2]', '[^1-2]']);
});

test('a line end parts a mark', () => {
  const document = read(
    '第一章　甲',
    '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止。（註',
    '1）又寫滿一行共有三十五個字所以每一行都寫到右邊為止。（註 2）',
    '註釋',
    '（註 1） 某書，頁 3。',
    '（註 2） 某書，頁 4。',
  );
  expect(blocksOf(document)[1]).toBe(
    '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止。[^1]又寫滿一行共有三十五個字所以每一行都寫到右邊為止。[^2]',
  );
});

test('signs are the marks where headings count farther in a form of notes', () => {
  const document = read(
    '第一章　甲＊',
    '（1）乙',
    `${FULL}。†又說。`,
    '（2）丙',
    FULL,
    '（3）丁',
    `${FULL}。‡又說。`,
    '＊ 本章初稿曾宣讀。',
    '† 某書，頁 3。',
    '‡ 某書，頁 4。',
    '\f又起一頁。',
    FULL,
  );
  expect(notesOf(document)).toEqual(['本章初稿曾宣讀。', '某書，頁 3。', '某書，頁 4。']);
  expect(marksOf(document)).toEqual(['[^s1]', '[^s2]', '[^s3]']);
});

test('the mark at the end of a figure in a table is taken, and asked', () => {
  const lines = [
    '第一章　甲',
    `${FULL}。1又說。2`,
    '表 1　工數',
    '年份 人數',
    '1871 9063',
    '1878 689',
    '資料來源：某書。',
    `${FULL}。4`,
    '1 某書，頁 3。',
    '2 某書，頁 4。',
    '3 某書，頁 5。',
    '4 某書，頁 6。',
    '\f又起一頁。',
    FULL,
  ];
  const cellsOf = ({ blocks }: SourceDocument) =>
    blocks.flatMap((b) =>
      b.type === 'table' ? b.rows.flat().flatMap((c) => c.paragraphs.map(shown)) : [],
    );
  const document = read(...lines);
  expect(cellsOf(document)).toContain('906[^3]');
  const asked = document.questions.find(({ id }) => id === 'cell:5:9063');
  expect(asked?.readings).toHaveLength(2);
  const other = answered({ 'cell:5:9063': 1 }, lines);
  expect(cellsOf(other)).toContain('9063');
  expect(other.questions.map(({ asks }) => asks)).toContain('Note 3 has no mark in the text.');
});

test('in a table that goes on after its page, the figure on the page of the note is taken, and no year', () => {
  const document = read(
    '第一章　甲',
    `${FULL}。1又說。2`,
    '表 1　工數',
    '年份 人數',
    '1871 9063',
    '1873 689',
    '1 某書，頁 3。',
    '2 某書，頁 4。',
    '3 某書，頁 5。',
    '\f1883 823',
    '1893 683',
    '資料來源：某書。',
    `${FULL}。1`,
    '1 某書，頁 6。',
  );
  const asked = document.questions.filter(({ about }) => about === 'mark');
  expect(asked.map(({ id }) => id)).toEqual(['cell:5:9063']);
});

test('a figure of a table that is as long as the others does not end in a mark', () => {
  const document = read(
    '第一章　甲',
    `${FULL}。1又說。2`,
    '表 1　工數',
    '年份 人數',
    '1871 906',
    '1872 693',
    '1874 684',
    '資料來源：某書。',
    `${FULL}。4`,
    '1 某書，頁 3。',
    '2 某書，頁 4。',
    '3 某書，頁 5。',
    '4 某書，頁 6。',
    '\f又起一頁。',
    FULL,
  );
  expect(document.questions.map(({ asks }) => asks)).toContain('Note 3 has no mark in the text.');
  expect(document.questions.filter(({ about }) => about === 'mark')).toEqual([]);
});

test('a mark that stands apart in a table is taken where it is shorter than the figures, and asked', () => {
  const lines = (cell: string) => [
    '第一章　甲',
    `${FULL}。1又說。2`,
    '表 1　工數',
    '年份 人數',
    `1871 906 ${cell}`,
    '1872 693',
    '1874 684',
    '資料來源：某書。',
    `${FULL}。4`,
    '1 某書，頁 3。',
    '2 某書，頁 4。',
    '3 某書，頁 5。',
    '4 某書，頁 6。',
    '\f又起一頁。',
    FULL,
  ];
  const [asked] = read(...lines('3')).questions.filter(({ about }) => about === 'mark');
  expect(asked).toMatchObject({
    id: 'cell:5:3',
    asks: 'The figure 3 in a table could be the mark of note 3.',
    taken: 0,
  });
  const left = answered({ 'cell:5:3': 1 }, lines('3'));
  expect(left.questions.map(({ asks }) => asks)).toContain('Note 3 has no mark in the text.');
});
