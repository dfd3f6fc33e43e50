/** Titles: the marks they stand in, marks within marks, and what English references show of Chinese ones. */
import { describe, expect, test } from 'vitest';
import { charactersOf } from '../../../../../src/model/sources/reference/runs.ts';
import {
  article,
  asArticle,
  asBook,
  englishTitle,
  inQuotes,
  shortTitle,
  work,
} from '../../../../../src/model/sources/reference/titles.ts';
import { source } from '../source.ts';

test.each([
  ['《紅樓夢》研究', '《〈紅樓夢〉研究》', '〈《紅樓夢》研究〉'],
  ['讀〈狂人日記〉', '《讀〈狂人日記〉》', '〈讀《狂人日記》〉'],
  ['評《〈紅樓夢〉研究》', '《評〈《紅樓夢》研究〉》', '〈評《〈紅樓夢〉研究》〉'],
  ['從「一邊倒」到「等距離」', '《從「一邊倒」到「等距離」》', '〈從「一邊倒」到「等距離」〉'],
])('%s as a book and as an article', (title, book, part) => {
  expect([asBook(title), asArticle(title)]).toEqual([book, part]);
});

test.each([
  ['The “Sunshine Policy” and After', '“The ‘Sunshine Policy’ and After”'],
  ['The "Sunshine Policy" and After', '“The ‘Sunshine Policy’ and After”'],
  ['“Rising East”', '“‘Rising East’”'],
  ['He Said “Call It ‘Peace’”', '“He Said ‘Call It “Peace”’”'],
  ['Nation’s Business and ’77', '“Nation’s Business and ’77”'],
  ['The ‘Third Way’', '“The ‘Third Way’”'],
  ['Carter’s “Decision” on Korea’s South', '“Carter’s ‘Decision’ on Korea’s South”'],
])('%s in quotation marks', (title, quoted) => {
  expect(inQuotes(title)).toBe(quoted);
});

test('Chinese, Japanese and Korean titles have title marks, Latin ones italics or quotation marks', () => {
  expect([work('中國時報'), work('こころ'), work('직지')].map(({ text }) => text)).toEqual([
    '《中國時報》',
    '《こころ》',
    '《직지》',
  ]);
  expect(work('Asian Survey')).toEqual({ text: 'Asian Survey', italic: true, lang: 'en' });
  expect(article('Lamps')).toEqual({ text: '“Lamps”', lang: 'en' });
  expect(article('[開幕致詞]').text).toBe('〔開幕致詞〕');
});

test('a short title has no subtitle', () => {
  expect(
    ['Tripwire: Korea', 'A New Era? Korea Then', '「南韓」：一', '[on: a]'].map(shortTitle),
  ).toEqual(['Tripwire', 'A New Era?', '「南韓」：一', '[on: a]']);
});

describe('a Chinese title in English', () => {
  const all = {
    language: 'zh' as const,
    title: '普丁訪韓後朝鮮半島新情勢',
    latin: { title: 'Puding fang Han hou' },
    translated: { title: 'After Putin’s visit' },
  };
  const { latin: _, ...noLatin } = all;
  const { translated: __, ...noTranslation } = all;
  const { latin: ___, ...bare } = noTranslation;
  const shown = (data: object, as: 'whole' | 'part', characters: boolean) =>
    charactersOf(englishTitle({ id: 'x', ...source(data) }, 'title', { as, characters }));

  test.each([
    // Chicago 17, 11.90: romanised, characters, translated.
    [all, 'part', true, '“Puding fang Han hou” 普丁訪韓後朝鮮半島新情勢 [After Putin’s visit]'],
    [all, 'whole', true, 'Puding fang Han hou 普丁訪韓後朝鮮半島新情勢 [After Putin’s visit]'],
    // APA 7, 9.38: romanised, then translated in brackets.
    [all, 'whole', false, 'Puding fang Han hou [After Putin’s visit]'],
    [noTranslation, 'part', true, '“Puding fang Han hou” 普丁訪韓後朝鮮半島新情勢'],
    [noLatin, 'part', false, '“普丁訪韓後朝鮮半島新情勢” [After Putin’s visit]'],
    [bare, 'part', true, '“普丁訪韓後朝鮮半島新情勢”'],
    [bare, 'whole', false, '普丁訪韓後朝鮮半島新情勢'],
  ] as const)('%#', (data, as, characters, expected) => {
    expect(shown(data, as, characters)).toBe(expected);
  });

  test('marks the characters as Chinese and puts none in italics', () => {
    const runs = englishTitle({ id: 'x', ...source(all) }, 'title', {
      as: 'whole',
      characters: true,
    });
    expect(runs.filter(({ italic }) => italic).map(({ text }) => text)).toEqual([
      'Puding fang Han hou',
    ]);
    expect(runs.filter(({ lang }) => lang === 'zh-Hant').map(({ text }) => text)).toEqual([
      '普丁訪韓後朝鮮半島新情勢',
    ]);
  });
});
