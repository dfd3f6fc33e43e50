/** Bytes and lines: decoding, widths, and where a paragraph ends. */
import { describe, expect, test } from 'vitest';
import { decode, endsParagraph, toLines, width } from '../../../src/import/lines.ts';

describe('endsParagraph', () => {
  test.each<[string, string, string | undefined, boolean]>([
    ['a line that ends in a space', '政治上造成南北韓分裂。 ', '蘇聯於', true],
    ['a line that ends without one', '指揮作戰。', '蘇聯於', false],
    ['a heading', '一、 雅爾達會議 ', '1945 年', true],
    ['a line of one space', ' ', '表 3-1', true],
    ['an empty line', '', '一', false],
    ['the last line with a space', '議題之前題。 ', undefined, true],
    ['the last line without one', '議題之前題。', undefined, false],
    ['a wrap between Latin words', 'between the Republic of ', 'Korea and', false],
    ['a wrap after a comma', 'Background for Policy, ', 'Hoover', false],
    ['a wrap before a quotation mark', 'in Seoul ', '“Rising East', false],
    ['a wrap before a bracket', 'Journal of Asia ', '(Seoul)', false],
    ['a Latin line on a new page', 'of the Republic ', ' Korea', false],
    ['a Latin line before Han characters', 'pp. 64-65 of Asia ', '北明，', true],
    ['a Han line before a Latin one', '參見 ', 'http://a.org', true],
    ['a Latin line that ends in a full stop', 'op. cit., p. 329. ', 'Ibid.', true],
    ['a full-width space at its end', '分裂。\u3000', '蘇聯', true],
  ])('%s: %j before %j is %s', (_, line, next, ends) => {
    expect(endsParagraph(line, next)).toBe(ends);
  });
});

describe('decode', () => {
  const bytes = (text: string) => Buffer.from(text);

  test('makes ordinary characters of compatibility ideographs', () => {
    expect(decode(bytes('\uF963\uF98E \uF9C5'))).toBe('北年 暈');
  });

  test('leaves printed full-width signs as they are', () => {
    expect(decode(bytes('～：（）！１Ａ―…'))).toBe('～：（）！１Ａ―…');
  });

  test('composes letters and their accents', () => {
    expect(decode(bytes('de\u0301tente'))).toBe('d\u00E9tente');
  });

  test('reads every kind of line end, and drops a byte order mark', () => {
    expect(decode(bytes('\uFEFF一\r\n二\r三\n四'))).toBe('一\n二\n三\n四');
  });
});

test('toLines numbers lines from 1, the empty ones too', () => {
  expect(toLines('一\n\n二 ')).toEqual([
    { text: '一', number: 1 },
    { text: '', number: 2 },
    { text: '二 ', number: 3 },
  ]);
});

describe('what nobody can see', () => {
  const unseen = ['\u00AD', '\u200B', '\u200D', '\u200E', '\u202E', '\u2060', '\u2028', '\u2029'];
  const blanks = ['\u034F', '\u061C', '\u180E', '\u206A', '\u2800', '\u3164', '\uFFA0', '\uFFF9'];
  test.each([...unseen, ...blanks, '\uFEFF', '\u{E0041}'])('%j is refused at its line', (char) => {
    expect(() => toLines(`一\n甲乙${char}丙`)).toThrow(
      expect.objectContaining({
        line: 2,
        message: expect.stringMatching(/invisible character \(U\+[0-9A-F]{4,5}\) after “甲乙”/u),
      }),
    );
  });
});

test.each(['一\u0600二', '葛\u{E0100}', '❤\uFE0F', '\u3000一'])(
  '%j is printed, and passes',
  (line) => {
    expect(toLines(line)).toEqual([{ text: line, number: 1 }]);
  },
);

test.each([
  ['', 0],
  ['abc 1', 5],
  ['韓戰', 4],
  ['韓a，', 5],
  ['𠀀', 2],
])('the width of %j is %i columns', (text, columns) => {
  expect(width(text)).toBe(columns);
});
