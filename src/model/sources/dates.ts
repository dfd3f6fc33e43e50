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

function english(date: string): string {
  const [year = 0, month, day] = partsOf(date);
  if (month === undefined) return String(year);
  const name = MONTHS[month - 1];
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

function chinese(date: string): string {
  const [year, month, day] = partsOf(date);
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

/** Spring 1999; June 12, 1977; 1981–1982; September–October 1973. */
export function englishDate(issued: Issued): string {
  const [first = '', last] = endsOf(issued);
  if (issued.season) return `${issued.season.split('/').map(capital).join('/')} ${first}`;
  if (last === undefined) return english(first);
  const [year, month] = partsOf(first);
  if (month !== undefined && year === partsOf(last)[0]) {
    return `${MONTHS[month - 1]}–${english(last)}`;
  }
  return `${english(first)}–${english(last)}`;
}

const SEASONS: Record<NonNullable<Issued['season']>, string> = {
  spring: '春季',
  summer: '夏季',
  'summer/fall': '夏秋季',
  fall: '秋季',
  'fall/winter': '秋冬季',
  winter: '冬季',
};

/** 2003年1月17日; 1999年春季; 1981年至1982年. */
export function chineseDate(issued: Issued): string {
  return endsOf(issued).map(chinese).join('至') + (issued.season ? SEASONS[issued.season] : '');
}

/** The day, as an ISO date, from which an archive is asked for a work: its first. */
export function firstDay(issued: Issued): string {
  const [year = 0, month = 1, day = 1] = partsOf(endsOf(issued)[0] ?? '');
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
