/** Marks: where a bare number is one, and where it is a figure of the text. */
import { describe, expect, test } from 'vitest';
import type { ImportError } from '../../../src/import/errors.ts';
import { findMarks, type Mark } from '../../../src/import/noterefs.ts';
import { readNotes } from '../../../src/import/notes.ts';
import { readSettings } from '../../../src/import/settings.ts';
import { NO_SETTINGS, page } from './small.ts';

/** The marks of a page whose notes have these numbers; pages before it hold those that come first. */
function marksIn(body: string[], numbers: number[], settings = ''): Mark[] {
  const before = (numbers[0] ?? 1) - 1;
  const first = Array.from({ length: before }, (_, i) => i + 1);
  const pages = [
    page(
      1,
      first.map((n) => `前文。${n} `),
      first.map((n) => `${n} 註。 `),
      { from: 1001 },
    ),
    page(
      2,
      body,
      numbers.map((n) => `${n} 註。 `),
    ),
  ];
  const read = settings ? readSettings(settings) : NO_SETTINGS;
  return findMarks(pages, readNotes(pages, read), read).filter((mark) => mark.line < 1000);
}

/** The text with its marks in brackets. */
function shown(body: string[], numbers: number[], settings?: string): string {
  const marks = marksIn(body, numbers, settings);
  return body
    .map((line, i) =>
      marks
        .filter((mark) => mark.line === i + 1)
        .reduceRight(
          (text, { note, column, length }) =>
            `${text.slice(0, column)}[${note}]${text.slice(column + length)}`,
          line,
        ),
    )
    .join('⏎');
}

describe('a mark', () => {
  test.each<[string, string[], number[], string]>([
    ['stands after a full stop', ['朝鮮。1第二次'], [1], '朝鮮。[1]第二次'],
    ['stands after a comma', ['朝鮮，2孰料'], [2], '朝鮮，[2]孰料'],
    ['stands after a quotation mark', ['角色」。13可見'], [13], '角色」。[13]可見'],
    ['stands after a Han character', ['能力116俄羅斯'], [116], '能力[116]俄羅斯'],
    ['stands after a Latin word', ['在 SOFA12的'], [12], '在 SOFA[12]的'],
    ['stands at the end of a paragraph', ['半島。3 '], [3], '半島。[3] '],
    ['stands at the start of a line', ['協定」，', '11使南韓'], [11], '協定」，⏎[11]使南韓'],
    ['stands alone on its line', ['條款。', '12 '], [12], '條款。⏎[12] '],
    ['stands first on its page', ['11使南韓'], [11], '[11]使南韓'],
    ['stands after a space that follows a full stop', ['波助瀾。 85  '], [85], '波助瀾。 [85]  '],
    ['is glued to a year', ['派遣。261969 年'], [26], '派遣。[26]1969 年'],
    ['is glued to a year that ends its line', ['派遣。261969', '年'], [26], '派遣。[26]1969⏎年'],
    ['is glued to a span of years', ['派遣。261969-1970'], [26], '派遣。[26]1969-1970'],
    ['is glued to a year of the Republic', ['派遣。2692 年'], [26], '派遣。[26]92 年'],
    ['is glued to a month', ['派遣。2612 月'], [26], '派遣。[26]12 月'],
    ['is glued to a day', ['派遣。331 日'], [3], '派遣。[3]31 日'],
    ['is glued to a numbered point', ['如下：261. 談判'], [26], '如下：[26]1. 談判'],
    ['stands before a year that is set off', ['援助。4 1947 年'], [4], '援助。[4] 1947 年'],
    ['stands before a word that begins like a measure', ['和會。31日本'], [31], '和會。[31]日本'],
    ['is not the date beside it', ['1 月 1 日起。1其後 1 年'], [1], '1 月 1 日起。[1]其後 1 年'],
    ['is not a number after a comma', ['殺，1983 年事件19。19 '], [19], ''],
  ])('%s', (name, body, numbers, marked) => {
    if (marked === '') expect(() => shown(body, numbers), name).toThrow('two places');
    else expect(shown(body, numbers)).toBe(marked);
  });

  test('of several notes stands after the one before it', () => {
    expect(shown(['甲，2 乙，1丙，2丁，3戊。4 '], [1, 2, 3, 4])).toBe(
      '甲，2 乙，[1]丙，[2]丁，[3]戊。[4] ',
    );
  });

  test('knows its source line and its column', () => {
    expect(marksIn([' 朝鮮。1第二', '', '之際，2孰料'], [1, 2])).toEqual([
      { note: 1, line: 1, column: 4, length: 1 },
      { note: 2, line: 3, column: 3, length: 1 },
    ]);
  });
});

describe('a figure of the text is no mark', () => {
  test.each<[string, string, number]>([
    ['a year', '殺，1983 年', 19],
    ['a year at a sentence start', '。1950 年', 1],
    ['a year at the end of a line', '。1950', 1],
    ['a day', '，8 日', 8],
    ['a month', '於 5 月', 5],
    ['an amount that is set off', '提供 4 億', 4],
    ['a percentage', '佔，24%的', 24],
    ['a full-width percentage', '佔，24％的', 24],
    ['a decimal', '為 6.59 億', 6],
    ['the end of a decimal', '，218.82公里', 82],
    ['thousands', '，43,000 人', 43],
    ['what follows thousands', '，43,000人', 43],
    ['a page of a text', '頁 85-86。', 86],
    ['a span', '約 60~70 萬', 60],
    ['a date with dots', '(1948.6-1949.5)', 5],
    ['a number in brackets', '（1）核子', 1],
    ['a number in ASCII brackets', '(2)對美國', 2],
    ['a type of aircraft', '架 B-52 轟炸機', 52],
    ['a name with a number', '文件 PRM 10 指出', 10],
    ['a number in an address', '見 http://a.org/12/b', 12],
    ['a number in a query', '見 http://a.org/?id=12', 12],
    ['a numbered point', '：1. 美國', 1],
    ['a congress', '第 68 號', 68],
  ])('%s: %j', (_, text, number) => {
    expect(() => marksIn([`前文${text}後文`], [number])).toThrow(`note ${number} has no mark`);
    expect(shown([`前文${text}後文`, `文。${number}其後`], [number])).toBe(
      `前文${text}後文⏎文。[${number}]其後`,
    );
  });
});

describe('a mark that is unsure', () => {
  const body = ['朝鮮，1其後，1南韓'];

  test('is reported with its note, not guessed', () => {
    expect(() => marksIn(body, [1])).toThrow(
      'the mark of note 1 could stand in two places on page 2',
    );
  });

  test.each([
    ['朝鮮，', '朝鮮，[1]其後，1南韓'],
    ['其後，', '朝鮮，1其後，[1]南韓'],
  ])('is settled by the text before it in the settings: %s', (before, marked) => {
    // The other number is then one too many, which the import says as well.
    expect(() => marksIn(body, [1], `marks:\n  1: ${before}\n`)).toThrow('stands there again');
    const apart = ['朝鮮，1 其後，1 南韓'];
    expect(shown(apart, [1], `marks:\n  1: ${before}\n`)).toBe(
      marked.replace('其', ' 其').replace('南', ' 南'),
    );
  });

  test('names the note that is unsure, not one that is sure', () => {
    expect(() => marksIn(['甲，1乙，2丙，2丁，3戊'], [1, 2, 3])).toThrow('note 2 could stand');
  });

  test('is settled by text that runs over a line', () => {
    const settings = 'marks:\n  7: 制定了北韓\n';
    expect(shown(['制定了', '', '北韓7 人，7 月'], [7], settings)).toBe('制定了⏎⏎北韓[7] 人，7 月');
  });

  test('may stand where no mark is looked for, when the settings say so', () => {
    const settings = 'marks:\n  7: 第\n';
    expect(shown(['共 7 人，第7 號'], [7], settings)).toBe('共 7 人，第[7] 號');
  });

  test('is missing when the settings name a place that is none', () => {
    try {
      marksIn(['朝鮮。1其後'], [1], 'marks:\n  1: 日本\n');
      expect.unreachable();
    } catch (error) {
      expect((error as ImportError).message).toBe('note 1 has no mark in the text of page 2');
      expect((error as ImportError).hint).toContain('“日本”');
    }
  });
});

describe('a number like a mark', () => {
  test.each<[string, string[], RegExp]>([
    ['without a note', ['甲。1乙。3丙'], /mark 3 after “甲。1乙。” has no note on page 2/u],
    ['glued to a year', ['甲。1乙。31999 年'], /mark 3 after “甲。1乙。” has no note/u],
    ['at the end of the text', ['甲。1乙。3 '], /mark 3 after “甲。1乙。” has no note/u],
    ['that stands again', ['甲。1乙。1丙'], /two places/u],
  ])('%s is refused', (_, body, reason) => {
    expect(() => marksIn(body, [1])).toThrow(reason);
  });

  test('whose note is on another page says which', () => {
    const pages = [
      page(8, ['甲。1乙。2丙'], ['1 註。 ']),
      page(9, ['丁。'], ['2 註。 '], { from: 20 }),
    ];
    expect(() => findMarks(pages, readNotes(pages, NO_SETTINGS), NO_SETTINGS)).toThrow(
      'mark 2 after “甲。1乙。” stands on page 8, and its note on page 9',
    );
  });

  test.each([
    ['a number far beyond the last note', '甲。1乙。2004丙'],
    ['a figure with its measure', '甲。1乙，3 名'],
    ['an ordinal', '甲。1乙第3師 5 名'],
    ['a glued figure where the text sets none off', '甲。1乙，3名'],
    ['a date glued to a comma where the text sets none off', '甲。1乙，3月'],
  ])('%s may stand', (_, text) => {
    expect(marksIn([text], [1])).toHaveLength(1);
  });

  test('may stand when the settings call it a figure, over a line end too', () => {
    const body = ['甲。1乙 5 名編號3', '號，編號1丙'];
    expect(() => marksIn(body, [1])).toThrow('two places');
    expect(shown(body, [1], 'figures: [編號3號, 編號1]\n')).toBe('甲。[1]乙 5 名編號3⏎號，編號1丙');
    expect(() => marksIn(body, [1], 'figures: [編號1]\n')).toThrow('mark 3 after');
  });
});
