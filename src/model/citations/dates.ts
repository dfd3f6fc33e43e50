/** Printed dates as ISO dates, to compare them with what a source says. */
import type { Issued } from '../sources/source.ts';
import { NUMERALS, numberOf } from './numerals.ts';

/** What a printed date says: a whole date, with its season; its year alone; its month and day alone. */
export type PrintedDate =
  | { date: string; season?: NonNullable<Issued['season']> }
  | { year: string }
  | { day: string };

/** The Republic's first year is 1912. */
const REPUBLIC = 1911;
/** A bare number before 年 that is smaller than this counts the Republic's years. */
const FIRST_YEAR_OF_COMMON_ERA = 1000;

const two = (n: string | number): string => String(n).padStart(2, '0');
const iso = (...parts: (string | undefined)[]): string =>
  parts.flatMap((part, i) => (part === undefined ? [] : [i === 0 ? part : two(part)])).join('-');

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH = String.raw`([a-z]{3,9})\.?`;
const monthOf = (word = ''): string | undefined => {
  const index = MONTHS.findIndex((month) => month.startsWith(word));
  return index < 0 ? undefined : two(index + 1);
};

const SEASON = '(spring|summer|fall|autumn|winter)';
const SEASONS: Record<string, string> = {
  春: 'spring',
  夏: 'summer',
  秋: 'fall',
  冬: 'winter',
  autumn: 'fall',
};
const seasonOf = (...words: (string | undefined)[]) =>
  words.flatMap((w) => (w === undefined ? [] : [SEASONS[w] ?? w])).join('/') as NonNullable<
    Issued['season']
  >;

/** 1981-82 is an interval; 2001-05 may be one, or a month. */
function ofYears(first = '', last = ''): PrintedDate | undefined {
  if (Number(last) <= 12) return { year: first };
  if (Number(last) <= Number(first.slice(2))) return undefined;
  return { date: `${first}/${first.slice(0, 2)}${last}` };
}

function chinese([, era, printed = '', month, day, season]: RegExpExecArray): PrintedDate {
  const number = Number(printed);
  const republic =
    era?.endsWith('民國') || (era === undefined && number < FIRST_YEAR_OF_COMMON_ERA);
  const date = iso(String(republic ? number + REPUBLIC : number), month, day);
  return season === undefined ? { date } : { date, season: seasonOf(season) };
}

const english = (
  year: string,
  first?: string,
  day?: string,
  last?: string,
): PrintedDate | undefined => {
  const months = [first, last].map((m) => (m === undefined ? undefined : monthOf(m)));
  if (months[0] === undefined || (last !== undefined && months[1] === undefined)) return undefined;
  const date = iso(year, months[0], day);
  return { date: last === undefined ? date : `${date}/${iso(year, months[1])}` };
};

type Reader = (match: RegExpExecArray) => PrintedDate | undefined;

/** The forms that are known; each is all of the printed date. */
const FORMS: readonly [RegExp, Reader][] = [
  [
    /^(中華民國|民國|西元|公元)? ?(\d{1,4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)?(?: ?([春夏秋冬])季?)?$/u,
    chinese,
  ],
  [/^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/u, ([, y = '', , m, d]) => ({ date: iso(y, m, d) })],
  [/^(\d{4})[./](\d{1,2})$/u, ([, y = '', m]) => ({ date: iso(y, m) })],
  [/^(\d{1,2})\.(\d{1,2})$/u, ([, m = '', d = '']) => ({ day: `${two(m)}-${two(d)}` })],
  [/^(\d{4})-(\d{2})$/u, ([, first, last]) => ofYears(first, last)],
  [/^(\d{4})-(\d{4})$/u, ([, first, last]) => ({ date: `${first}/${last}` })],
  [/^(\d{4})$/u, ([, date = '']) => ({ date })],
  [new RegExp(`^${MONTH} (\\d{1,2}) (\\d{4})$`, 'u'), ([, m, d, y = '']) => english(y, m, d)],
  [new RegExp(`^(\\d{1,2}) ${MONTH} (\\d{4})$`, 'u'), ([, d, m, y = '']) => english(y, m, d)],
  [new RegExp(`^${MONTH} (\\d{4})$`, 'u'), ([, m, y = '']) => english(y, m)],
  [
    new RegExp(`^${MONTH} ?[-/] ?${MONTH} (\\d{4})$`, 'u'),
    ([, m, n, y = '']) => english(y, m, undefined, n),
  ],
  [
    new RegExp(`^${SEASON}(?: ?/ ?${SEASON})? (\\d{4})$`, 'u'),
    ([, first, last, date = '']) => ({ date, season: seasonOf(first, last) }),
  ],
];

/** Printed words in one form: no brackets and commas, single spaces, plain digits. */
const plain = (printed: string): string =>
  printed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/gu, '-')
    .replace(new RegExp(`${NUMERALS}(?= ?[年月日])`, 'gu'), (n) => String(numberOf(n) ?? n))
    .replace(/[(),]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Reads a printed date; undefined for a form that is not known. */
export function readDate(printed: string): PrintedDate | undefined {
  const words = plain(printed);
  for (const [form, read] of FORMS) {
    const match = form.exec(words);
    const date = match ? read(match) : undefined;
    if (date) return date;
  }
  return undefined;
}

/**
 * Compares a source's date with the printed one.
 * @returns what the printed date says, where the source says otherwise
 */
export function contradicted({ date, season, printed }: Issued): string | undefined {
  const read = readDate(printed);
  if (!read) return undefined;
  if ('year' in read) return date.slice(0, 4) === read.year ? undefined : read.year;
  if ('day' in read) return date.slice(5) === read.day ? undefined : read.day;
  if (read.date === date && read.season === season) return undefined;
  return [read.date, ...(read.season ? [read.season] : [])].join(' ');
}
