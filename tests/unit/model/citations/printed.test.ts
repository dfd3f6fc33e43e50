/** The printed words of citations: how they are compared, their short form, their author, their title. */
import { describe, expect, test } from 'vitest';
import {
  authorAsPrinted,
  noteNamed,
  shortFormOf,
  titleAsPrinted,
} from '../../../../src/model/citations/printed.ts';
import {
  folded,
  holds,
  holdsTitle,
  titleIn,
  unquoted,
} from '../../../../src/model/citations/words.ts';
import { source } from '../sources/source.ts';

describe('words are the same', () => {
  test.each([
    ['in upper and lower case', 'Asian Survey', 'ASIAN survey'],
    ['in any quotation marks', '“Lamps” ‘a’', "「Lamps』 'a’"],
    ['with any dash', '1970-1990', '1970–1990'],
    ['with two dashes for one', '十年──轉折', '十年─轉折'],
    ['with and without spaces', '2003 年 1 月 17 日', '2003年1月17日'],
    ['with an ideographic space', '第 4 期', '第　4　期'],
    ['with and without the diacritics of Latin letters', 'Müller, Gödel', 'Muller, Godel'],
    ['composed and decomposed', 'Mu\u0308ller', 'M\u00fcller'],
  ])('%s', (_, a, b) => {
    expect(folded(a)).toBe(folded(b));
  });
});

describe('words differ', () => {
  test.each([
    ['in their characters', '部分', '部份'],
    ['in Chinese variants', '台灣', '臺灣'],
    ['in the marks of other scripts', 'が', 'か'],
    ['in their points', 'U.S.', 'US'],
    ['in ligatures that stand for other letters', 'Mueller', 'Müller'],
  ])('%s', (_, a, b) => {
    expect(folded(a)).not.toBe(folded(b));
  });
});

test('printed words hold others when these stand in them, as compared', () => {
  expect(holds('Ann Reed, “Lamps  on the River,” Ferry', 'lamps on the river')).toBe(true);
  expect(holds('Ann Reed, “Lamps on the Rivers”', 'Lamps on a River')).toBe(false);
  expect(holds('Lamps', 'Lamps on the River')).toBe(false);
});

describe('a short form', () => {
  test.each([
    ['ibid', ['Ibid.', 'ibid', 'IBID., p. 3', 'Ibid..', ' Ibid.,p.3', 'Idem, p. 5']],
    [
      'op-cit',
      [
        'Ann Reed, op. cit., p. 3',
        'Reed,op.cit.',
        'Reed op cit',
        'Reed, Op. Cit.',
        'Reed, loc. cit.',
      ],
    ],
    [
      'tongshangzhu',
      [
        '同上註，頁 3。',
        '同上注',
        '同上。',
        '同前註',
        '同註 12',
        '同註12，頁 3',
        '同上，頁 3',
        '同註十二',
        '同上註頁 3',
        '參見同上註',
        '另見同註 3',
      ],
    ],
    [
      'qianyinwen',
      ['林阿水，前引文，頁 3。', '林阿水，前揭書。', '林阿水前引書', '林阿水，同前引書', '前引著'],
    ],
  ] as const)('%s is known by its mark', (form, printed) => {
    expect(printed.map(shortFormOf)).toEqual(printed.map(() => form));
  });

  test.each([
    'Ann Reed, “Lamps on the River,” Ferry Quarterly.',
    'Ibidem Review, Vol. 2.',
    'Idemitsu, “Oil.”',
    'Reed, “Ibid. and After,” Ferry Quarterly.',
    'Coop. City Review.',
    '「目前引發爭議的渡船」，水鄉學報。',
    '同上一條船，水鄉學報。',
    '同前註有別，見水鄉學報。',
    '同註釋學，水鄉書局。',
    '「同上註」考，水鄉學報。',
    '前引擎工程師，「船」，水鄉學報。',
    '周小梅，「目前引文索引」，水鄉學報。',
    'Reed, “From Ibid. to Op. Cit.,” River Press.',
    '同註一書，水鄉書局。',
    '',
  ])('“%s” is none', (printed) => {
    expect(shortFormOf(printed)).toBeUndefined();
  });
});

test('of two marks in one citation the first says what it is', () => {
  expect(shortFormOf('Ibid., p. 3; see also Reed, op. cit., p. 5')).toBe('ibid');
  expect(shortFormOf('同上註，及林阿水，前引文')).toBe('tongshangzhu');
  expect(shortFormOf('林阿水，同前引書')).toBe('qianyinwen');
});

test('a short form may name its note by its number', () => {
  const printed = ['同註 12，頁 3', '同注3。', ' 同註 7', '同上註', '同註釋', '見同註 12'];
  expect(printed.map(noteNamed)).toEqual([12, 3, 7, undefined, undefined, 12]);
  const inWords = [
    '同註十二',
    '同註二頁 3',
    '同註２',
    '同前註 4',
    '同註一書',
    '王大川，前引書，見同註 3',
  ];
  expect(inWords.map(noteNamed)).toEqual([12, 2, 2, 4, undefined, undefined]);
});

test('the author of a short form stands before its mark, without the point between', () => {
  expect(
    [
      'William J. Taylor, Jr. etc, op. cit., p. 259.',
      'William J. Taylor, Jr. etc., op. cit.',
      'William J. Taylor, Jr., op. cit.',
      'Reed,op.cit.',
      '林阿水，前引文，頁 3。',
      '朴健一、韓春愛，前引文。',
      '林阿水：前引書',
      '林阿水前引書',
      'op. cit., p. 3',
      '前引文',
      'Ibid., p. 3',
      'Ann Reed, “Lamps on the River.”',
    ].map(authorAsPrinted),
  ).toEqual([
    'William J. Taylor, Jr. etc',
    'William J. Taylor, Jr. etc',
    'William J. Taylor, Jr',
    'Reed',
    '林阿水',
    '朴健一、韓春愛',
    '林阿水',
    '林阿水',
    '',
    '',
    '',
    '',
  ]);
});

test('a title in quotation marks before the mark of a short form is none of the author', () => {
  const printed = [
    'Reed, “Lamps,” op. cit.',
    '林阿水，「渡口舊事」，前引文。',
    'Reed, op. cit., “Lamps.”',
  ];
  expect(printed.map(authorAsPrinted)).toEqual(['Reed', '林阿水', 'Reed']);
  expect(printed.map(titleAsPrinted)).toEqual(['Lamps', '渡口舊事', undefined]);
});

test('words in quotation marks are covered, one inside the other, and unclosed ones are not', () => {
  expect(unquoted('甲「乙『丙』」，“丁” "戊"')).toBe('甲■■■■■■，■■■ ■■■');
  expect(unquoted('「甲「乙」」丙')).toBe('■■■■■■丙');
  expect(unquoted('「甲，前引文')).toBe('「甲，前引文');
});

test('a title of one or two characters stands between signs, and a longer one anywhere', () => {
  expect(
    ['何思因編，美國(台北)', '「美國」', '美 國', '美國研究', '論美國'].map((p) =>
      holdsTitle(p, '美國'),
    ),
  ).toEqual([true, true, true, false, false]);
  expect(holdsTitle('美國研究，美國。', '美國')).toBe(true);
  expect(holdsTitle('論美國史考', '美國史')).toBe(true);
});

test('the title of a work is the note’s own form of it, and a description loses its brackets', () => {
  const work = {
    ...source({ title: '[舊事]', printed: [{ note: 2, field: 'title', value: '往事' }] }),
    id: 'x',
  };
  expect([1, 2].map((note) => titleIn(work, note))).toEqual(['舊事', '往事']);
  expect(titleIn({ ...source({}), id: 'x' }, 1)).toBeUndefined();
});
