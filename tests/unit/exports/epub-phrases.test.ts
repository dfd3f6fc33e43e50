/** Titles in the EPUB: lines end between words. */
import { expect, test } from 'vitest';
import { linesOf, phrasesOf, withBreaks } from '../../../src/exports/epub/phrases.ts';

test.each([
  ['第三章　駐韓美軍與朝鮮半島安全', '第三章　|駐韓|美軍|與朝鮮半島|安全'],
  ['（三）南北韓統一', '（三）|南北韓|統一'],
  ['一、雅爾達會議', '一、|雅爾達|會議'],
  ['四、駐韓美軍之角色', '四、|駐韓|美軍之|角色'],
  ['論「冷戰」與（後）冷戰', '論「冷戰」|與（後）|冷戰'],
  ['US Forces in Korea', 'US |Forces |in |Korea'],
  ['', ''],
])('the phrases of %s', (title, phrases) => {
  expect(phrasesOf(title).join('|')).toBe(phrases);
});

test('between the phrases of a heading lines may end; its words, and elements in it, stay what they are', () => {
  const mark = { type: 'element' as const, name: 'sup', attributes: {}, children: [] };
  const [first, wbr, second, last] = withBreaks([{ type: 'text', value: '朝鮮半島安全' }, mark]);
  expect([first, second]).toMatchObject([{ value: '朝鮮半島' }, { value: '安全' }]);
  expect(wbr).toMatchObject({ name: 'wbr', children: [] });
  expect(last).toBe(mark);
});

test('a title stands in as few lines as it needs, none of them longer than it must be', () => {
  expect(linesOf('緒論', 8, 3)).toEqual(['緒論']);
  expect(linesOf('駐韓美軍與朝鮮半島安全', 8, 3)).toEqual(['駐韓美軍', '與朝鮮半島安全']);
  const long = '戰後臺灣地方自治與選舉政治之研究：以臺北市與高雄市為例的比較分析';
  const lines = linesOf(long, 8, 3);
  expect(lines).toHaveLength(3);
  expect(lines.join('')).toBe(long);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(13);
  // What is one word cannot be broken.
  expect(linesOf('Donaudampfschifffahrtsgesellschaft', 8, 3)).toHaveLength(1);
});
