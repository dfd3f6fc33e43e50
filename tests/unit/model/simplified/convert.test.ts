/** Conversion under exceptions. */
import { expect, test } from 'vitest';
import { converterOf, placesOf } from '../../../../src/model/simplified/convert.ts';

const plain = converterOf([]);

test.each([
  ['characters', '燈塔裡的書', '灯塔里的书'],
  ['characters by their words', '瞭解計畫，著手著作', '了解计划，着手著作'],
  ['forms of Taiwan', '群眾為著溫飽', '群众为着温饱'],
  ['and never words', '軟體、飛彈、雷根', '软体、飞弹、雷根'],
  ['nor punctuation, letters or digits', '「A 1」……——', '「A 1」……——'],
  ['characters beyond the first plane stay one', '𠮷燈', '𠮷灯'],
])('converts %s', (_, printed, simplified) => {
  expect(plain(printed)).toBe(simplified);
});

test('an exception holds wherever its words stand, and nowhere else', () => {
  const convert = converterOf([{ printed: '燈油', simplified: '燈油', why: 'a name' }]);
  expect(convert('燈油、𠮷燈油、燈塔')).toBe('燈油、𠮷燈油、灯塔');
});

test('words are found wherever they stand, also within themselves', () => {
  expect([...placesOf('燈燈', '𠮷燈燈燈')]).toEqual([1, 2]);
});
