/** Sentences, and what each voice says of one. */
import { describe, expect, test } from 'vitest';
import { spokenEnglish } from '../../../../src/search/speech/english.ts';
import { sentencesIn } from '../../../../src/search/speech/sentences.ts';
import { noteAnnounced, piecesOf, utterancesOf } from '../../../../src/search/speech/utterances.ts';

const split = (text: string): string[] => sentencesIn(text).map((span) => text.slice(...span));

describe('sentences', () => {
  test.each([
    ['甲說：「乙。」丙！丁', ['甲說：「乙。」', '丙！', '丁']],
    ['一、二；三。', ['一、二；', '三。']],
    ['為何（如此？）如此', ['為何（如此？）', '如此']],
    ['  　前後的空白。 　', ['前後的空白。']],
    ['Robert G. Rich, op. cit., p. 7.', ['Robert G. Rich, op. cit., p. 7.']],
    [
      'William J. Taylor, Jr. etc. said so. Others did not.',
      ['William J. Taylor, Jr. etc. said so.', 'Others did not.'],
    ],
    ['China-U.S. Relations. Then', ['China-U.S. Relations.', 'Then']],
    ['到了3.5億。', ['到了3.5億。']],
    ['甲。……', ['甲。……']],
    ['……', []],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

const both = new Set(['en', 'ko']);
const said = (text: string, others = both, language = 'zh-Hant-TW') =>
  utterancesOf(text, language, others).map((one) => `${one.language}: ${one.text}`);

describe('voices of a sentence', () => {
  test.each([
    [
      '參議院Carl Levin亦提出了1990年預算',
      ['zh-Hant-TW: 參議院', 'en: Carl Levin', 'zh-Hant-TW: 亦提出了一九九〇年預算'],
    ],
    ['共同警備區（JSA）之F-16', ['zh-Hant-TW: 共同警備區，JSA，之F 十六']],
    ['Larry A. Niksch, op. cit., p. 330-331.', ['en: Larry A. Niksch, op cit, page 330 to 331.']],
    ['Ibid., p. 6.', ['en: Ibid, page 6.']],
    ['《Time》2004年', ['en: Time', 'zh-Hant-TW: 二〇〇四年']],
    ['Carl Levin 3名', ['en: Carl Levin', 'zh-Hant-TW: 三名']],
    ['朴正熙（박정희）說', ['zh-Hant-TW: 朴正熙', 'ko: 박정희', 'zh-Hant-TW: 說']],
    ['參見 <http://a.org/x?y=1#z>。', ['zh-Hant-TW: 參見網址。']],
    ['寫信到 a.b@c.org', ['zh-Hant-TW: 寫信到網址']],
  ])('%s', (text, parts) => {
    expect(said(text)).toEqual(parts);
  });

  test('without an English voice, the one that reads on says all', () => {
    expect(said('見Carl Levin，op. cit., p. 7', new Set())).toEqual([
      'zh-Hant-TW: 見Carl Levin，前引書, 第七頁',
    ]);
  });

  test('another language is said as it stands', () => {
    expect(said('En 2003, 38 %.', both, 'fr')).toEqual(['fr: En 2003, 38 %.']);
    expect(said('Ibid., pp. 3-4, see https://a.org/.', both, 'en')).toEqual([
      'en: Ibid, pages 3 to 4, see link',
    ]);
  });

  test('a note is announced in the language of the text', () => {
    expect([noteAnnounced('7', 'zh-Hans').text, noteAnnounced('7', 'en').text]).toEqual([
      '注七：',
      'Note 7:',
    ]);
  });
});

test('English abbreviations are said in full', () => {
  expect(
    spokenEnglish(
      '“A Title,” Survey (Seoul), Vol. 4, No. 2, pp. 258-259, ed. by X et al., cf. p.3',
    ),
  ).toBe(
    'A Title, Survey, Seoul, volume 4, number 2, pages 258 to 259, editor by X and others, compare page 3',
  );
});

describe('pieces that are short enough', () => {
  test('end at signs, and nothing is lost', () => {
    const text = '根據統計，必須在五年內刪減兩千億至四千億國防支出，方能達到該法案要求之目標。';
    const pieces = piecesOf(text, 20);
    expect(pieces).toEqual([
      '根據統計，',
      '必須在五年內刪減兩千億至四千億國防支出，',
      '方能達到該法案要求之目標。',
    ]);
    expect(pieces.join('')).toBe(text);
  });

  test('a text that is short enough is one', () => {
    expect(piecesOf('一句，兩句。', 40)).toEqual(['一句，兩句。']);
  });

  test('English is divided between words', () => {
    const text = 'Mutual Defense Treaty between the Republic of Korea and the United States';
    expect(piecesOf(text, 10).map((piece) => piece.trim())).toEqual([
      'Mutual Defense Treaty between the',
      'Republic of Korea and the United States',
    ]);
  });
});
