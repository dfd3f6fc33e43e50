/** Printed dates, and the ISO dates that contradict them. */
import { describe, expect, test } from 'vitest';
import { contradicted, readDate } from '../../../../src/model/citations/dates.ts';

describe('a printed date is read', () => {
  test.each([
    ['2003 年 1 月 17 日', { date: '2003-01-17' }],
    ['2003年1月17日', { date: '2003-01-17' }],
    ['民國 92 年 1 月 17 日', { date: '2003-01-17' }],
    ['中華民國92年1月17日', { date: '2003-01-17' }],
    ['92 年 8 月 1 日', { date: '2003-08-01' }],
    ['九十二年八月一日', { date: '2003-08-01' }],
    ['二○○三年八月', { date: '2003-08' }],
    ['１９９６年', { date: '1996' }],
    ['西元 2001 年 4 月', { date: '2001-04' }],
    ['1999 年春季', { date: '1999', season: 'spring' }],
    ['2003.08.02', { date: '2003-08-02' }],
    ['2003/8/2', { date: '2003-08-02' }],
    ['2003-08-02', { date: '2003-08-02' }],
    ['2003.08', { date: '2003-08' }],
    ['08.03', { day: '08-03' }],
    ['June 17, 1977', { date: '1977-06-17' }],
    ['Jun. 17, 1977', { date: '1977-06-17' }],
    ['17 June 1977', { date: '1977-06-17' }],
    ['July 2001', { date: '2001-07' }],
    ['Sept. 1973', { date: '1973-09' }],
    ['Spring 1999', { date: '1999', season: 'spring' }],
    ['autumn 1999', { date: '1999', season: 'fall' }],
    ['(Summer/ Fall), 1990', { date: '1990', season: 'summer/fall' }],
    ['September-October 1973', { date: '1973-09/1973-10' }],
    ['September–October 1973', { date: '1973-09/1973-10' }],
    ['1981-82', { date: '1981/1982' }],
    ['1981-1982', { date: '1981/1982' }],
    ['2001-05', { year: '2001' }],
    ['1996', { date: '1996' }],
  ])('%s', (printed, date) => {
    expect(readDate(printed)).toEqual(date);
  });

  test.each([
    '',
    '試刊號',
    'n.d.',
    'Easter 1977',
    '1999-98',
    '92.8.1',
    '昭和 15 年',
    'May–Foo 1977',
  ])('not from “%s”', (printed) => {
    expect(readDate(printed)).toBeUndefined();
  });
});

describe('a date contradicts the printed one', () => {
  const at = (date: string, printed: string, season?: 'spring' | 'fall') =>
    contradicted({ date, printed, ...(season ? { season } : {}) });

  test('in year, month or day', () => {
    expect(at('2003-01-17', '民國 92 年 1 月 17 日')).toBeUndefined();
    for (const date of ['1992-01-17', '2003-02-17', '2003-01-18', '2003-01', '2003'])
      expect(at(date, '民國 92 年 1 月 17 日')).toBe('2003-01-17');
  });

  test('when it says more than is printed', () => {
    expect(at('1996-05', '1996 年')).toBe('1996');
  });

  test('in its season', () => {
    expect(at('1999', 'Spring 1999', 'spring')).toBeUndefined();
    expect(at('1999', 'Spring 1999', 'fall')).toBe('1999 spring');
    expect(at('1999', 'Spring 1999')).toBe('1999 spring');
    expect(at('1999', '1999', 'fall')).toBe('1999');
  });

  test('in the part that is printed', () => {
    expect(at('2000-08-03', '08.03')).toBeUndefined();
    expect(at('2000-08-04', '08.03')).toBe('08-03');
    expect(at('2001', '2001-05')).toBeUndefined();
    expect(at('2001-05', '2001-05')).toBeUndefined();
    expect(at('2002', '2001-05')).toBe('2001');
  });

  test('never where the printed form is not known', () => {
    expect(at('1940', '昭和 15 年')).toBeUndefined();
  });
});
