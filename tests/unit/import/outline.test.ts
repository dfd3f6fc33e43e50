/** Headings: numerals, labels, levels, ids. */
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/import/errors.ts';
import {
  fromChinese,
  type HeadingLabel,
  headingText,
  Outline,
  readLabel,
} from '../../../src/import/outline.ts';

describe('fromChinese', () => {
  test.each([
    ['一', 1],
    ['九', 9],
    ['十', 10],
    ['十一', 11],
    ['十九', 19],
    ['二十', 20],
    ['二十一', 21],
    ['九十', 90],
    ['九十九', 99],
  ])('reads %s as %i', (numeral, number) => {
    expect(fromChinese(numeral)).toBe(number);
  });
});

describe('readLabel', () => {
  test.each<[string, HeadingLabel]>([
    [' 第三章  駐韓美軍 ', { level: 1, label: '第三章', number: 3, title: '駐韓美軍' }],
    ['第五節  小結 ', { level: 2, label: '第五節', number: 5, title: '小結' }],
    ['第十二節\u3000小結', { level: 2, label: '第十二節', number: 12, title: '小結' }],
    ['二、 韓戰 ', { level: 3, label: '二、', number: 2, title: '韓戰' }],
    ['十、韓戰', { level: 3, label: '十、', number: 10, title: '韓戰' }],
    ['（三） 政策阻力 ', { level: 4, label: '（三）', number: 3, title: '政策阻力' }],
    ['(三)政策阻力', { level: 4, label: '(三)', number: 3, title: '政策阻力' }],
    ['1. 越戰 失利 ', { level: 5, label: '1.', number: 1, title: '越戰 失利' }],
    ['12.南韓', { level: 5, label: '12.', number: 12, title: '南韓' }],
  ])('reads %j', (text, label) => {
    expect(readLabel(text)).toEqual(label);
  });

  test.each([
    '',
    '韓戰的爆發',
    '第三章',
    '第三章駐韓美軍',
    '第三回  駐韓美軍',
    '一九五○年',
    '一、',
    '（未來）政策',
    '123. 太長',
    '3.',
    '1945 年',
    '「一、韓戰」',
  ])('finds no label in %j', (text) => {
    expect(readLabel(text)).toBeUndefined();
  });

  test.each([
    ['第三章  駐韓', '第三章\u3000駐韓'],
    ['第一節 駐韓', '第一節\u3000駐韓'],
    ['一、 駐韓', '一、駐韓'],
    ['（一） 駐韓', '（一）駐韓'],
    ['1.  駐韓', '1. 駐韓'],
  ])('%j is written %j', (text, written) => {
    expect(headingText(readLabel(text) as HeadingLabel)).toBe(written);
  });
});

describe('Outline', () => {
  const ids = (...texts: string[]) => {
    const outline = new Outline();
    return texts.map((text, i) => {
      const label = readLabel(text);
      return label ? outline.heading(label, i + 1) : outline.paragraph();
    });
  };

  test('gives headings and paragraphs ids by their place', () => {
    expect(
      ids(
        '第七章 題',
        '段',
        '第一節 題',
        '段',
        '一、題',
        '（一）題',
        '1. 題',
        '段',
        '段',
        '2. 題',
        '段',
        '（二）題',
        '段',
        '二、題',
        '段',
        '第二節 題',
        '一、題',
        '段',
      ),
    ).toEqual([
      'ch7',
      'ch7-p1',
      's1',
      's1-p1',
      's1-1',
      's1-1-1',
      's1-1-1-1',
      's1-1-1-1-p1',
      's1-1-1-1-p2',
      's1-1-1-2',
      's1-1-1-2-p1',
      's1-1-2',
      's1-1-2-p1',
      's1-2',
      's1-2-p1',
      's2',
      's2-1',
      's2-1-p1',
    ]);
  });

  test.each<[string, string[], RegExp]>([
    ['a number that does not follow', ['第一節 甲', '第三節 乙'], /number 3, and 2 is due/u],
    ['a number that stands again', ['第一節 甲', '一、乙', '一、丙'], /number 1, and 2 is due/u],
    ['a first number that is not 1', ['第一節 甲', '二、乙'], /number 2, and 1 is due/u],
    ['a level that is skipped', ['第一節 甲', '（一）乙'], /“（一）乙” skips a level/u],
    ['a section’s level that is skipped', ['第三章 甲', '一、乙'], /“一、乙” skips a level/u],
    [
      'a number that goes on over the heading above it',
      ['第一節 甲', '一、乙', '（一）丙', '二、丁', '（二）戊'],
      /“（二）戊” is number 2, and 1 is due/u,
    ],
  ])('refuses %s, and names its line', (_, texts, reason) => {
    expect(() => ids(...texts)).toThrow(reason);
    try {
      ids(...texts);
    } catch (error) {
      expect((error as ImportError).line).toBe(texts.length);
      expect(error).toBeInstanceOf(ImportError);
    }
  });
});
