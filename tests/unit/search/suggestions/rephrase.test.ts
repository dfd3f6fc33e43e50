/** Other ways to write a query: years in both counts and in Chinese numerals, names however they are romanised. */
import { expect, test } from 'vitest';
import {
  alternativesFor,
  otherDays,
  otherYears,
} from '../../../../src/search/suggestions/rephrase.ts';

test.each([
  ['2003', ['92年']],
  ['2003年', ['92年']],
  ['92年', ['2003年']],
  ['民國92年', ['2003年', '92年']],
  ['民國 92 年', ['2003年', '92年']],
  ['民92', ['2003年', '92年']],
  ['九十二年', ['2003年', '92年']],
  ['民國九十二年', ['2003年', '92年']],
  ['民國十年', ['1921年', '10年']],
  ['二〇〇三年', ['92年', '2003年']],
  ['二○○三年', ['92年', '2003年']],
  ['二零零三年', ['92年', '2003年']],
  ['中央社 一九九八年', ['中央社 87年', '中央社 1998年']],
])('%s is also %j', (typed, others) => {
  expect(otherYears(typed)).toEqual(others);
});

test.each(['十年', '137000年', '10,003年', '1.92年', '民國 300 年', '人民92', '三八線', '年'])(
  '%s is no year of both counts',
  (typed) => {
    expect(otherYears(typed)).toEqual([]);
  },
);

const NAMES = [
  { preferred: '平壤', forms: ['Pyongyang'] },
  { preferred: '金正日', forms: ['Kim Jong-il'] },
  { preferred: '北韓', forms: ['DPRK'] },
];
const same = (a: string, b: string) => a === b;

test.each([
  ['Pyongyang', '平壤'],
  ['P’yŏngyang', '平壤'],
  ['Pʼyŏngyang', '平壤'],
  ["p'yong-yang", '平壤'],
  ['Kim Jong Il', '金正日'],
  ['Kim Jongil', '金正日'],
  ['Kim Jŏng-il', '金正日'],
  ['D.P.R.K.', '北韓'],
  ['D. P. R. K. 1994', '北韓 1994'],
])('%s is also %s', (typed, other) => {
  expect(alternativesFor(typed, NAMES, same).map(({ query }) => query)).toContain(other);
});

test('a part of a romanised name is not the name', () => {
  for (const typed of ['Pyong', 'Kim Jong-ilsan', 'Kim'])
    expect(alternativesFor(typed, NAMES, same)).toEqual([]);
});

test.each(['1953.7.27', '1953/7/27', '1953-07-27', '１９５３/７/２７'])(
  '%s is a day of both counts',
  (typed) => {
    const days = ['1953年7月27日', '42年7月27日'];
    expect(otherDays(typed)).toEqual(days);
    expect(alternativesFor(typed, [], same).map(({ query }) => query)).toEqual(days);
  },
);

test.each([
  '1953.7',
  '1953.13.1',
  '1953.7.32',
  '1953-7/27',
  '11953.7.27',
  '1953.7.27.1',
  '1900-1-1',
])('%s is no day of both counts', (typed) => {
  expect(otherDays(typed)).toEqual([]);
});
