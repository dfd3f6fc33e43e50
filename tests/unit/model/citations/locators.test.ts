/** The pages and the like that a citation prints. */
import { describe, expect, test } from 'vitest';
import { otherLocatorsIn, pagesIn, plainValue } from '../../../../src/model/citations/locators.ts';

const shown = (text: string, newspaper = false): string[] =>
  [...pagesIn(text, newspaper), ...otherLocatorsIn(text)].map(
    ({ label, value, sure }) => `${label} ${value}${sure ? '' : '?'}`,
  );

describe('pages are read from', () => {
  test.each([
    ['Ibid., p. 13.', '13'],
    ['Ibid,p.15.', '15'],
    ['Boats (Harbour Press), p 15.', '15'],
    ['OP. CIT., PP. 5-6.', '5-6'],
    ['pp.48-49.', '48-49'],
    ['pp. 48–49', '48-49'],
    ['pp. 48 — 49', '48-49'],
    ['p. A-15', 'A-15'],
    ['p. xii', 'xii'],
    ['pp. 12, 15-17, 30', '12,15-17,30'],
    ['pp. 64-65, 1982', '64-65'],
    ['p. 15, 17 March 1980', '15'],
    ['p. 30, 12', '30'],
    ['頁 85-86。', '85-86'],
    ['頁85至86。', '85-86'],
    ['頁 3、5。', '3,5'],
    ['頁 3，2003 年', '3'],
    ['頁十二。', '12'],
    ['頁碼 12', '12'],
    ['同上註頁 10。', '10'],
    ['第 2 頁。', '2'],
    ['第二頁。', '2'],
    ['第 2 卷第 30-31 頁', '30-31'],
    ['商務印書館，30 頁。', '30'],
  ])('%s', (text, value) => {
    expect(shown(text).filter((l) => l.startsWith('page'))).toEqual([`page ${value}`]);
  });

  test('all places, in order', () => {
    expect(shown('Vol. 2, No. 1 (March 1980), pp. 10-29, see p. 12.')).toEqual([
      'page 10-29',
      'page 12',
      'volume 2',
    ]);
  });
});

describe('no pages are read from', () => {
  test.each([
    '村報，1981 年 5 月 4 日。',
    '村報，第 4 期(民國 70 年 5 月)。',
    '參見 http://lamp.example/p.3/?p=12&頁3',
    'http://lamp.example/pp.12.htm',
    '「頁 12 的故事」，村報。',
    'Reed, “On p. 12,” Boats.',
    '共 300 頁。',
    '參見網頁 3',
    'at 3 p.m.',
    'MP 3',
    'the P-3 Orion',
    'Group 2, 24th Session',
    '王大川，舊渡口志，第 2 版。',
  ])('%s', (text) => {
    expect(shown(text).filter((l) => l.startsWith('page'))).toEqual([]);
  });
});

test('of a newspaper, 版 is a page', () => {
  expect(
    ['村報，第 4 版。', '村報，版 4。', '村報，4版。', '村報，第 A4 版', '村報，第四版'].map((t) =>
      shown(t, true),
    ),
  ).toEqual([['page 4'], ['page 4'], ['page 4'], ['page A4'], ['page 4']]);
  expect(shown('人民日報海外版 2003 年 1 月 2 日', true)).toEqual([]);
});

test('a number after a colon may be a page', () => {
  expect(shown('Ferry Quarterly 2 (1980): 12-15.')).toEqual(['page 12-15?']);
  expect(shown('橋：2001 年的故事')).toEqual([]);
});

test('other places are told apart by their labels', () => {
  expect(
    [
      'Vol. 3',
      'Volume I',
      '第 3 卷',
      '第一冊',
      'ch. 3',
      '第三章',
      'sec. 4',
      '§ 4',
      '第 4 節',
      'col. 2',
      'line 9',
      'n. 5',
      '註 5',
      'para. 7',
      '¶ 7',
      '第 7 段',
    ].flatMap((t) => shown(t)),
  ).toEqual([
    'volume 3',
    'volume I',
    'volume 3',
    'volume 1',
    'chapter 3',
    'chapter 3',
    'section 4',
    'section 4',
    'section 4',
    'column 2',
    'line 9',
    'note 5',
    'note 5',
    'paragraph 7',
    'paragraph 7',
    'paragraph 7',
  ]);
});

test('values are compared in one form', () => {
  expect(['12 – 14', '12—14', '12至14', '１２-14'].map(plainValue)).toEqual(Array(4).fill('12-14'));
  expect(['3、5', '3, 5', '3，5'].map(plainValue)).toEqual(Array(3).fill('3,5'));
  expect(plainValue('十二')).toBe('12');
});
