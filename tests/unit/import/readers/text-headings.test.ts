/** Headings of extracted text: with labels that could be items of a list, and without any label. */
import { expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { importFile } from '../../../../src/import/import.ts';
import { readText } from '../../../../src/import/readers/text.ts';
import type { SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { shown } from './shown.ts';

const FULL = '本文寫滿一行共有三十五個字，所以每一行都寫到右邊的邊緣為止沒有例外';

const bytesOf = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));

const read = (lines: string[], answers: Record<string, number> = {}): SourceDocument => {
  const document = readText(bytesOf(lines), { settings: readSettings(''), answers });
  expect(account(document)).toEqual([]);
  return document;
};

const headingsOf = ({ blocks }: SourceDocument) =>
  blocks.flatMap((b) => (b.type === 'heading' ? [shown(b.inlines)] : []));

test('（1） heads a text, and an item of a list does not', () => {
  const document = read([
    '第一章　甲',
    '（1）乙的由來',
    FULL,
    '可分三項如下。',
    '（1）其一，在於某事',
    '（2）其二，在於他事',
    FULL,
    '完。',
    '（2）丙的始末',
    FULL,
    '完。',
  ]);
  expect(headingsOf(document)).toEqual(['第一章　甲', '（1）乙的由來', '（2）丙的始末']);
});

const ALONE = [
  '渡口與市集',
  '林秋月',
  FULL,
  '說到這裡為止。',
  '渡船的來歷',
  FULL,
  '說到這裡為止。',
  '市集的時間',
  FULL,
  '完。',
];

test('without labels, lines that stand alone are headings, and asked', () => {
  const document = read(ALONE);
  expect(headingsOf(document)).toEqual(['渡口與市集', '渡船的來歷', '市集的時間']);
  expect(document.questions.map(({ id, about }) => [id, about])).toEqual([
    ['heading:5:渡船的來歷', 'heading'],
    ['heading:8:市集的時間', 'heading'],
  ]);
  expect(headingsOf(read(ALONE, { 'heading:8:市集的時間': 1 }))).toEqual([
    '渡口與市集',
    '渡船的來歷',
  ]);
});

test('without labels, the rest of a line that a mark ends is no heading', () => {
  const document = read([
    '渡口與市集',
    FULL,
    '本文寫滿一行共有三十五個字又寫滿一行共有三十五。1',
    '然而告示貼出之後那',
    FULL,
    '說到這裡為止。',
    '渡船的來歷',
    FULL,
    '說到這裡為止。',
    '市集的時間',
    FULL,
    '完。',
    '1 某甲，《某書》，頁 3。',
    '\f完。',
  ]);
  expect(headingsOf(document)).toEqual(['渡口與市集', '渡船的來歷', '市集的時間']);
});

test('the title of an article is the line over its authors', async () => {
  const { files } = await importFile(
    bytesOf([
      '渡口與市集的興衰',
      '林秋月　陳伯謙',
      '（某某大學歷史系）',
      `摘要：${FULL.slice(3)}`,
      '完。',
      '一、渡船的來歷',
      FULL,
      '完。',
      '二、市集的時間',
      FULL,
      '完。',
    ]),
    'article.txt',
  );
  expect([...files.values()].join('\n')).toMatch(/^# \{pb 1\}渡口與市集的興衰 /mu);
});
