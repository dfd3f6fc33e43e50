/** Numbers as notes print them. */
import { expect, test } from 'vitest';
import { numberOf } from '../../../../src/model/citations/numerals.ts';

test.each([
  ['12', 12],
  [' 7 ', 7],
  ['１２', 12],
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十二', 92],
  ['一百', 100],
  ['一百零三', 103],
  ['一百一十六', 116],
  ['二○○三', 2003],
  ['二〇〇三', 2003],
  ['', undefined],
  ['第十', undefined],
  ['A-15', undefined],
])('“%s” is %s', (printed, number) => {
  expect(numberOf(printed)).toBe(number);
});
