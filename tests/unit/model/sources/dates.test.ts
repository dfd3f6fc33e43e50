/** Dates of sources in words: intervals say once what both ends share, in the order of each style. */
import { describe, expect, test } from 'vitest';
import {
  apaDate,
  chineseDate,
  englishDate,
  mlaDate,
  yearsOf,
} from '../../../../src/model/sources/dates.ts';
import type { Issued } from '../../../../src/model/sources/source.ts';

type Row = [
  date: string,
  season: Issued['season'],
  chicago: string,
  apa: string,
  mla: string,
  chinese: string,
  years: string,
];

const ROWS: Row[] = [
  ['1996', undefined, '1996', '1996', '1996', '1996年', '1996'],
  ['2001-07', undefined, 'July 2001', '2001, July', 'July 2001', '2001年7月', '2001'],
  [
    '1977-06-12',
    undefined,
    'June 12, 1977',
    '1977, June 12',
    '12 June 1977',
    '1977年6月12日',
    '1977',
  ],
  [
    '2003-01-17/2003-01-20',
    undefined,
    'January 17–20, 2003',
    '2003, January 17–20',
    '17–20 Jan. 2003',
    '2003年1月17日至20日',
    '2003',
  ],
  [
    '2003-01-17/2003-02-02',
    undefined,
    'January 17–February 2, 2003',
    '2003, January 17–February 2',
    '17 Jan.–2 Feb. 2003',
    '2003年1月17日至2月2日',
    '2003',
  ],
  [
    '2003-12-30/2004-01-02',
    undefined,
    'December 30, 2003–January 2, 2004',
    '2003, December 30–2004, January 2',
    '30 Dec. 2003–2 Jan. 2004',
    '2003年12月30日至2004年1月2日',
    '2003–2004',
  ],
  [
    '1973-09/1973-10',
    undefined,
    'September–October 1973',
    '1973, September–October',
    'Sept.–Oct. 1973',
    '1973年9月至10月',
    '1973',
  ],
  ['1981/1982', undefined, '1981–1982', '1981–1982', '1981–1982', '1981年至1982年', '1981–1982'],
  ['1999', 'spring', 'Spring 1999', '1999, Spring', 'Spring 1999', '1999年春季', '1999'],
  [
    '1990',
    'summer/fall',
    'Summer/Fall 1990',
    '1990, Summer/Fall',
    'Summer/Fall 1990',
    '1990年夏秋季',
    '1990',
  ],
  [
    '1981/1982',
    'winter',
    'Winter 1981/1982',
    '1981/1982, Winter',
    'Winter 1981/1982',
    '1981至1982年冬季',
    '1981–1982',
  ],
  [
    '2003-01-17/2003-01-17',
    undefined,
    'January 17, 2003',
    '2003, January 17',
    '17 Jan. 2003',
    '2003年1月17日',
    '2003',
  ],
];

describe.each(ROWS)('%s %s', (date, season, ...expected) => {
  test('is written in every style', () => {
    const issued: Issued = { date, printed: 'x', ...(season ? { season } : {}) };
    const made = [englishDate, apaDate, mlaDate, chineseDate, yearsOf].map((write) =>
      write(issued),
    );
    expect(made).toEqual(expected);
  });
});
