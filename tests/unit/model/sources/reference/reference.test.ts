/** References: each line of what an editor had marked, and the kinds they stand for. */
import { describe, expect, test } from 'vitest';
import type { Name } from '../../../../../src/model/sources/name.ts';
import {
  plainReference,
  referenceOf,
  shortReference,
} from '../../../../../src/model/sources/reference.ts';
import type { SourceData } from '../../../../../src/model/sources/source.ts';
import { source } from '../source.ts';

const reference = (data: Partial<SourceData>): string =>
  plainReference({ id: 'x', ...source(data) });

const A: Name = { family: 'A', given: 'Ann' };
const B: Name = { family: 'B', given: 'Bob' };
const C: Name = { family: 'C', given: 'Cid' };
const LI: Name = { family: '李', given: '大華' };
const WANG: Name = { family: '王', given: '二' };
const issued = (date: string, season?: 'winter') => ({
  date,
  printed: 'x',
  ...(season ? { season } : {}),
});

const BOOK: Partial<SourceData> = {
  kind: 'book',
  type: 'book',
  title: 'Lamps',
  publisher: 'Quay Press',
  'publisher-place': 'Harbour',
  issued: issued('1999'),
};
const PART: Partial<SourceData> = {
  ...BOOK,
  type: 'chapter',
  title: 'Of Oil',
  'container-title': 'Lamps',
};
const ARTICLE: Partial<SourceData> = {
  author: [A],
  title: 'Of Oil',
  'container-title': 'River Quarterly',
  volume: '3',
  issue: '2',
  issued: issued('1999-03'),
};
const ZH = { language: 'zh' as const };

describe('in English', () => {
  test.each([
    [
      'days of a range',
      { ...ARTICLE, issued: issued('2003-01-17/2003-01-20') },
      'A, Ann. “Of Oil.” River Quarterly 3, no. 2 (January 17–20, 2003).',
    ],
    [
      'a season over two years',
      { ...ARTICLE, issued: issued('1981/1982', 'winter') },
      'A, Ann. “Of Oil.” River Quarterly 3, no. 2 (Winter 1981/1982).',
    ],
    [
      'pages of a journal',
      { ...ARTICLE, page: '325-341' },
      'A, Ann. “Of Oil.” River Quarterly 3, no. 2 (March 1999): 325–341.',
    ],
    [
      'translators of a book',
      { ...BOOK, author: [A], translator: [B, C] },
      'A, Ann. Lamps. Translated by Bob B and Cid C. Harbour: Quay Press, 1999.',
    ],
    [
      'a translator of an article',
      { ...ARTICLE, translator: [B] },
      'A, Ann. “Of Oil.” Translated by Bob B. River Quarterly 3, no. 2 (March 1999).',
    ],
    [
      'two editors of a book',
      { ...BOOK, editor: [A, B] },
      'A, Ann, and Bob B, eds. Lamps. Harbour: Quay Press, 1999.',
    ],
    [
      'one editor of a book',
      { ...BOOK, editor: [A] },
      'A, Ann, ed. Lamps. Harbour: Quay Press, 1999.',
    ],
    [
      'an author and an editor',
      { ...BOOK, author: [A], editor: [B] },
      'A, Ann. Lamps. Edited by Bob B. Harbour: Quay Press, 1999.',
    ],
    [
      'three editors of a chapter',
      { ...PART, author: [C], editor: [A, B, C] },
      'C, Cid. “Of Oil.” In Lamps, edited by Ann A, Bob B, and Cid C. Harbour: Quay Press, 1999.',
    ],
    [
      'pages, volume and edition of a chapter',
      { ...PART, author: [C], editor: [A], page: '12-40', volume: '2', edition: '3' },
      'C, Cid. “Of Oil.” In Lamps, 3rd ed., vol. 2, edited by Ann A, 12–40. Harbour: Quay Press, 1999.',
    ],
    [
      'a title that quotes',
      { ...ARTICLE, title: 'The “Sunshine Policy” and After' },
      'A, Ann. “The ‘Sunshine Policy’ and After.” River Quarterly 3, no. 2 (March 1999).',
    ],
    [
      'a title that asks',
      { ...ARTICLE, title: 'A New Era?' },
      'A, Ann. “A New Era?” River Quarterly 3, no. 2 (March 1999).',
    ],
    [
      'series, edition and volume of a book',
      {
        ...BOOK,
        author: [A],
        'collection-title': 'Foreign Relations',
        volume: 'I',
        edition: 'Sixth Edition',
      },
      'A, Ann. Lamps. 6th ed. Foreign Relations, vol. I. Harbour: Quay Press, 1999.',
    ],
    [
      'a paper and where it was given',
      {
        type: 'paper-conference' as const,
        author: [A],
        title: 'Of Oil',
        'event-title': 'Harbour Seminar',
        'event-place': 'Taipei',
        issued: issued('2003-01-17'),
      },
      'A, Ann. “Of Oil.” Paper presented at Harbour Seminar, Taipei, January 17, 2003.',
    ],
    [
      'a thesis',
      {
        type: 'thesis' as const,
        author: [A],
        title: 'Of Oil',
        genre: 'PhD dissertation',
        publisher: 'Quay University',
        issued: issued('1999'),
      },
      'A, Ann. “Of Oil.” PhD diss., Quay University, 1999.',
    ],
    [
      'a journal with no volume',
      { ...ARTICLE, volume: undefined, page: '4' },
      'A, Ann. “Of Oil.” River Quarterly, no. 2 (March 1999): 4.',
    ],
    [
      'seven authors',
      { ...BOOK, author: [A, B, C, A, B, C, A] },
      'A, Ann, Bob B, Cid C, et al. Lamps. Harbour: Quay Press, 1999.',
    ],
    [
      'names with particles',
      {
        ...BOOK,
        author: [
          { family: 'Gaulle', given: 'Charles', 'dropping-particle': 'de' },
          { family: 'Veen', given: 'Piet', 'non-dropping-particle': 'van der' },
        ],
      },
      'Gaulle, Charles de, and Piet van der Veen. Lamps. Harbour: Quay Press, 1999.',
    ],
  ] as [string, Partial<SourceData>, string][])('%s', (_, data, expected) => {
    expect(reference(data)).toBe(expected);
  });
});

describe('in Chinese', () => {
  test.each([
    [
      'an editor of a chapter',
      {
        ...ZH,
        ...PART,
        author: [WANG],
        editor: [LI],
        title: '油',
        'container-title': '燈',
        publisher: '水鄉書局',
        'publisher-place': '台北',
      },
      '王二，〈油〉，李大華編，《燈》（台北：水鄉書局，1999）。',
    ],
    [
      'a conference paper with event and place',
      {
        ...ZH,
        type: 'paper-conference' as const,
        author: [WANG],
        title: '油',
        'event-title': '海港研討會',
        'event-place': '台北',
        issued: issued('2003-01-17'),
      },
      '王二，〈油〉，海港研討會（台北），2003年1月17日。',
    ],
    [
      'an author, an editor and a translator of a book',
      {
        ...ZH,
        ...BOOK,
        author: [WANG],
        editor: [LI],
        translator: [{ family: '朱', given: '三' }],
        title: '燈',
        publisher: '水鄉書局',
        'publisher-place': '台北',
      },
      '王二著，朱三譯，李大華編，《燈》（台北：水鄉書局，1999）。',
    ],
    [
      'a title within a title',
      {
        ...ZH,
        ...BOOK,
        author: [WANG],
        title: '《紅樓夢》研究',
        publisher: '水鄉書局',
        'publisher-place': '台北',
      },
      '王二，《〈紅樓夢〉研究》（台北：水鄉書局，1999）。',
    ],
    [
      'edition, volume and series of a book',
      {
        ...ZH,
        ...BOOK,
        author: [WANG],
        title: '燈',
        edition: '2',
        volume: '1',
        'collection-title': '水鄉叢書',
        publisher: '水鄉書局',
        'publisher-place': '台北',
      },
      '王二，《燈》（第2版）（台北：水鄉書局，1999），收入《水鄉叢書》，第1冊。',
    ],
    [
      'a range of days and pages',
      {
        ...ZH,
        author: [WANG],
        title: '油',
        'container-title': '燈刊',
        volume: '3',
        issue: '2',
        issued: issued('2003-01-17/2003-01-20'),
        page: '1-20',
      },
      '王二，〈油〉，《燈刊》，第3卷第2期，2003年1月17日至20日，頁1–20。',
    ],
    [
      'a thesis',
      {
        ...ZH,
        type: 'thesis' as const,
        author: [WANG],
        title: '燈',
        genre: '碩士論文',
        publisher: '渡口學堂',
        'publisher-place': '台北',
        issued: issued('1999'),
      },
      '王二，《燈》（台北：渡口學堂碩士論文，1999）。',
    ],
  ] as [string, Partial<SourceData>, string][])('%s', (_, data, expected) => {
    expect(reference(data)).toBe(expected);
  });
});

describe('works in other languages', () => {
  const korean: Partial<SourceData> = {
    language: 'ko',
    author: [{ family: '박', given: '병선' }],
    title: '직지',
    'container-title': '서지학',
    volume: '1',
    issued: issued('1999'),
  };
  test('have the Chinese frame, their own words in their language', () => {
    expect(reference(korean)).toBe('박병선，〈직지〉，《서지학》，第1卷，1999年。');
    const own = referenceOf({ id: 'x', ...source(korean) }).filter(({ lang }) => lang === 'ko');
    expect(own.map(({ text }) => text)).toEqual(['박병선', '〈직지〉', '《서지학》']);
  });

  test('Japanese, too, and in few words', () => {
    const japanese: Partial<SourceData> = {
      ...korean,
      language: 'ja',
      author: [{ family: '夏目', given: '漱石' }],
      title: 'こころ',
    };
    expect(reference(japanese)).toMatch(/^夏目漱石，〈こころ〉，/u);
    const short = shortReference({ id: 'x', ...source(japanese) });
    expect(short.map(({ text }) => text).join('')).toBe('夏目漱石〈こころ〉（1999）');
    expect(short.every(({ lang }) => lang !== 'en')).toBe(true);
  });

  test('English words in a Chinese reference are marked as English, and English ones all', () => {
    const runs = referenceOf({ id: 'x', ...source({ ...ZH, author: [A], title: '燈' }) });
    expect(runs.filter(({ lang }) => lang === 'en').map(({ text }) => text)).toEqual(['Ann A']);
    expect(referenceOf({ id: 'x', ...source(ARTICLE) }).every(({ lang }) => lang === 'en')).toBe(
      true,
    );
  });
});
