/** Dates of sources: their parts, and how Chinese and English references write them. */
import type { Issued } from './source.ts';

/** Year, month and day of an ISO date, as far as it has them. */
export function partsOf(date: string): number[] {
  return date.split('-').map(Number);
}

/** The first and, for an interval, the last date of an ISO date or interval. */
export function endsOf({ date }: Issued): string[] {
  return date.split('/');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Winter; Fall/Winter; Autumn, where the note calls it so. */
function seasonName(season: NonNullable<Issued['season']>, printed: string): string {
  const fall = /autumn/iu.test(printed) ? 'Autumn' : 'Fall';
  return season.split('/').map(capital).join('/').replace('Fall', fall);
}

/** Year, month and day in words, as far as the date has them. */
interface Words {
  year: string;
  month?: string;
  day?: string;
}

function wordsOf(date: string, months: readonly string[]): Words {
  const [year = 0, month, day] = partsOf(date);
  return {
    year: String(year),
    ...(month === undefined ? {} : { month: months[month - 1] ?? '' }),
    ...(day === undefined ? {} : { day: String(day) }),
  };
}

/** Order and commas of the parts of a date in a style. */
type Order = (words: Partial<Words>) => string;

/** June 12, 1977 */
const monthFirst: Order = ({ year, month, day }) => {
  const inYear = [month, day].filter(Boolean).join(' ');
  return [inYear, year].filter(Boolean).join(day && year ? ', ' : ' ');
};
/** 1977, June 12 */
const yearFirst: Order = ({ year, month, day }) =>
  [year, [month, day].filter(Boolean).join(' ')].filter(Boolean).join(', ');
/** 12 June 1977 */
const dayFirst: Order = ({ year, month, day }) => [day, month, year].filter(Boolean).join(' ');

/**
 * A date or an interval; what both ends have in common is said once, with the year and month where
 * the order has them: January 17–20, 2003; 2003, January 17–20; 17–20 January 2003.
 */
function written(issued: Issued, order: Order, months: readonly string[]): string {
  const [first = '', last] = endsOf(issued);
  const from = wordsOf(first, months);
  if (issued.season) {
    const years = last === undefined ? from.year : `${from.year}/${partsOf(last)[0]}`;
    return order({ year: years, month: seasonName(issued.season, issued.printed) });
  }
  if (last === undefined || last === first) return order(from);
  const to = wordsOf(last, months);
  if (from.year !== to.year || !from.month || !to.month) return `${order(from)}–${order(to)}`;
  const { year, month } = from;
  if (month !== to.month) {
    const [a, b] = [from, to].map((words) => order({ ...words, year: '' }));
    return order({ year, month: `${a}–${b}` });
  }
  return from.day && to.day
    ? order({ year, month, day: `${from.day}–${to.day}` })
    : order({ year, month });
}

/** Spring 1999; June 12, 1977; January 17–20, 2003; 1981–1982; Winter 1981/1982 (Chicago, 18th ed.). */
export function englishDate(issued: Issued): string {
  const [first = '', last] = endsOf(issued);
  const [from, to] = [partsOf(first), partsOf(last ?? '')];
  // The day after a range of months would stand beside the wrong one.
  if (!issued.season && last && from[0] === to[0] && from[1] !== to[1] && to[2] !== undefined)
    return `${monthFirst({ ...wordsOf(first, MONTHS), year: '' })}–${monthFirst(wordsOf(last, MONTHS))}`;
  return written(issued, monthFirst, MONTHS);
}

/** 1999, Spring; 1977, June 12; 2003, January 17–20 (APA 7, 9.14). */
export const apaDate = (issued: Issued): string => written(issued, yearFirst, MONTHS);

const SHORT_MONTHS = MONTHS.map((month) => {
  if (month === 'September') return 'Sept.';
  return month.length > 4 ? `${month.slice(0, 3)}.` : month;
});

/** Spring 1999; 12 June 1977; 17–20 Jan. 2003 (MLA 9, 5.68–83). */
export const mlaDate = (issued: Issued): string => written(issued, dayFirst, SHORT_MONTHS);

/** The year of the first date, and that of the last where it is another: 1981–1982. */
export function yearsOf(issued: Issued): string {
  const [first, last] = endsOf(issued).map((date) => date.slice(0, 4));
  return last === undefined || last === first ? (first ?? '') : `${first}–${last}`;
}

const SEASONS: Record<NonNullable<Issued['season']>, string> = {
  spring: '春季',
  summer: '夏季',
  'summer/fall': '夏秋季',
  fall: '秋季',
  'fall/winter': '秋冬季',
  winter: '冬季',
};

const UNITS = ['年', '月', '日'] as const;

/** The parts of a date from one of them on: 2003年1月17日, 1月17日, 17日. */
const chinese = (date: string, from = 0): string =>
  partsOf(date)
    .map((part, i) => (i < from ? '' : `${part}${UNITS[i]}`))
    .join('');

/** 2003年1月17日; 2003年1月17日至20日; 1999年春季; 1981年至1982年; 1981至1982年冬季. */
export function chineseDate(issued: Issued): string {
  const [first = '', last] = endsOf(issued);
  const season = issued.season ? SEASONS[issued.season] : '';
  if (last === undefined || last === first) return chinese(first) + season;
  if (season) return `${partsOf(first)[0]}至${partsOf(last)[0]}年${season}`;
  const [a, b] = [partsOf(first), partsOf(last)];
  const differs = a.findIndex((part, i) => part !== b[i]);
  return `${chinese(first)}至${chinese(last, Math.max(0, differs))}`;
}

/** The day, as an ISO date, from which an archive is asked for a work: its first. */
export function firstDay(issued: Issued): string {
  const [year = 0, month = 1, day = 1] = partsOf(endsOf(issued)[0] ?? '');
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
