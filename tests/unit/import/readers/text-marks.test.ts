/** Marks of extracted text that could be something else: signs of the text, figures, numbers that come again. */
import { expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { inChinese } from '../../../../src/import/questions-zh.ts';
import { readText } from '../../../../src/import/readers/text.ts';
import type { SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { wordsOf } from './shown.ts';

const FULL = '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止沒有例外';

const read = (lines: string[], answers: Record<string, number> = {}): SourceDocument => {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const document = readText(bytes, { settings: readSettings(''), answers });
  expect(account(document)).toEqual([]);
  return document;
};

const marksOf = ({ blocks }: SourceDocument) => wordsOf(blocks).match(/\[\^[^\]]+\]/gu) ?? [];
const asked = ({ questions }: SourceDocument) =>
  questions.filter(({ about }) => about === 'mark' || about === 'note').map(({ id }) => id);

test('* and § are marks of notes, and not in § 12 or 5 * 3', () => {
  const document = read([
    '第一章　甲*',
    `${FULL}，照章程§ 12，是 5 * 3。`,
    `又寫一行，共有三十五個字。†又說。‡再說。§`,
    FULL,
    '* 本章初稿曾宣讀。',
    '† 某書，頁 3。',
    '‡ 某書，頁 5。',
    '§ 某書，頁 4。',
    '\f又起一頁。',
    FULL,
  ]);
  expect(marksOf(document)).toEqual(['[^s1]', '[^s2]', '[^s3]', '[^s4]']);
  expect(wordsOf(document.blocks)).toContain('照章程§ 12，是 5 * 3。');
  expect(document.notes).toHaveLength(4);
});

const APART = [
  '第一章　甲',
  FULL,
  '說到這裡， 1 《某書》另有一說。',
  '2 而他書沒有，計有 3 人。',
  `${FULL}。3`,
  '1 某甲，《某書》，頁 3。',
  '2 同上註，頁 4。',
  '3 同上註，頁 5。',
  '\f又起一頁。',
  FULL,
];

test('a mark with white space around it is taken, and asked', () => {
  const document = read(APART);
  expect(marksOf(document)).toEqual(['[^1]', '[^2]', '[^3]']);
  expect(asked(document)).toEqual(['number:3:說到這裡， 1', 'number:4:2']);
  expect(document.questions.map(({ asks }) => inChinese(asks))).toContain(
    '「說到這裡，」之後的數字，是註 1 的註號，還是內文的數字？',
  );
});

test('an answer makes it a figure of the text, and its note lacks a mark', () => {
  const document = read(APART, { 'number:4:2': 1 });
  expect(marksOf(document)).toEqual(['[^1]', '[^3]']);
  expect(asked(document)).toContain('number:4:2');
  expect(document.questions.map(({ asks }) => asks)).toContain('Note 2 has no mark in the text.');
});

const AGAIN = (last: string) => [
  '第一章　甲',
  `${FULL}。1又說。2`,
  `${FULL}。1又說，2人而已。`,
  `${FULL}。${last}`,
  '1 某甲，《某書》，頁 3。',
  '2 同上註，頁 4。',
  '3 同上註，頁 5。',
  '\f又起一頁。',
  FULL,
];

test('a bare number that comes again at the end of a sentence is a mark, and asked', () => {
  const document = read(AGAIN('3'));
  expect(marksOf(document)).toEqual(['[^1]', '[^2]', '[^1]', '[^3]']);
  expect(asked(document)).toEqual([`number:3:${FULL.slice(-9)}。1`]);
  expect(document.questions[0]?.asks).toContain('once more the mark of note 1');
  const [id] = asked(document);
  expect(marksOf(read(AGAIN('3'), { [id as string]: 1 }))).toEqual(['[^1]', '[^2]', '[^3]']);
});

test('where a note lacks its mark no number comes again', () => {
  expect(marksOf(read(AGAIN('')))).toEqual(['[^1]', '[^2]']);
});
