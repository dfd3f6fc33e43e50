/** Lists that are narrowed in place find words in Traditional and Simplified, as the search does. */
import { expect, test } from 'vitest';
import { containing } from '../../../../src/search/fold/containing.ts';

const FORMS: Record<string, string[]> = { 韩: ['韓'], 战: ['戰'], 后: ['後'], 台: ['臺'] };
const has = (typed: string, text: string): boolean =>
  containing(typed, (character) => FORMS[character] ?? [])(text);

test('words are found whatever characters they and the text are written in', () => {
  expect(has('韩战', '冷戰與韓戰')).toBe(true);
  expect(has('韓戰', '参见韩战')).toBe(true);
  expect(has('战后', '戰後的臺灣')).toBe(true);
  expect(has('后战', '戰後')).toBe(false);
  expect(has('韓戰史', '韓戰')).toBe(false);
});

test('width, case and white space do not count, and no words are everywhere', () => {
  expect(has('ｂush  政府', 'Bush\n政府')).toBe(true);
  expect(has('　', '')).toBe(true);
  expect(has('.*', '韓戰')).toBe(false);
});
