/**
 * Finds the dates that a Chinese text prints, and reads each as EDTF (ISO 8601-2, levels 0 and 1):
 * 1953 年 7 月 27 日, 民國 92 年, 同年 9 月, 2 月 9 日至 10 日, 1990 年代, 1947 年底, 2008 年前, 1948.6-1949.5, July 11, 1977.
 */

/** A printed date, by its characters in the text, and what it says. */
export interface DateInText {
  from: number;
  to: number;
  printed: string;
  /** Undefined where its year is printed nowhere before it. */
  edtf: string | undefined;
}

/** The year and month that dates without one are of. */
interface Before {
  year?: string;
  month?: string;
}

/** The Republic's first year is 1912. */
const REPUBLIC = 1911;

const two = (n: string): string => n.padStart(2, '0');

/** 民國 92 年; 92 年, where month and day follow; 2003 年; 同年. */
const YEAR = String.raw`(?:(?:中華)?民國\s*(?<reign>\d{1,3})|(?<!\d)(?<bareReign>\d{2,3})(?=\s*年\s*\d{1,2}\s*月\s*\d)|(?<year>[1-9l]\d{3})|(?<same>同))\s*年(?!代|度|期)`;
const MONTH = String.raw`(?<month>\d{1,2}|元)\s*月(?:初|底|間)?`;
const DAY = String.raw`(?<day>\d{1,2})\s*日(?!之?[後內]|本)`;
const TO = String.raw`\s*(?:至|到|[-—–─~～])\s*`;
/** The second date of a range: what it leaves out is that of the first. */
const END = String.raw`(?:(?<endYear>\d{4})\s*年(?!代))?\s*(?:(?<endMonth>\d{1,2})\s*月(?:間)?)?\s*(?:(?<endDay>\d{1,2})\s*日)?`;
const SIDE = String.raw`(?<side>\s*(?:以來|以後|以前|起|後(?!半)|前(?!美|南|的)|止))?`;

const LATIN_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Turns the side of a date that the words name into an open interval. */
function sided(date: string, side: string | undefined): string {
  if (side === undefined) return date;
  return /前|止/u.test(side) ? `../${date}` : `${date}/..`;
}

const iso = (year: string, month?: string, day?: string): string =>
  [year, ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join('-');

const isDate = (month?: string, day?: string): boolean =>
  (month === undefined || (Number(month) >= 1 && Number(month) <= 12)) &&
  (day === undefined || (Number(day) >= 1 && Number(day) <= 31));

type Groups = Record<string, string | undefined>;

/** The year that a date prints, or is of. */
function yearOf({ reign, bareReign, year }: Groups, before: Before): string | undefined {
  const counted = reign ?? bareReign;
  if (counted) return String(Number(counted) + REPUBLIC);
  return year?.replace('l', '1') ?? before.year;
}

/** Years, months and days in Chinese, alone or to a second date. */
function chinese(groups: Groups, before: Before): string | undefined {
  const year = yearOf(groups, before);
  const { day, firstDay, firstYear, endYear, endMonth, endDay, side } = groups;
  // A day alone is of the month before it (29 日).
  const ofMonth = day !== undefined && groups['month'] === undefined ? before.month : undefined;
  const month = groups['month']?.replace('元', '1') ?? ofMonth;
  if (!isDate(month, day ?? firstDay) || !isDate(endMonth, endDay)) return undefined;
  const own = firstYear ?? year;
  if (own === undefined) return undefined;
  Object.assign(before, { year: own, month });
  const first = iso(own, month, day ?? firstDay);
  if (!endYear && !endMonth && !endDay) return sided(first, side);
  const last = iso(endYear ?? own, endMonth ?? (endDay ? month : undefined), endDay);
  Object.assign(before, { year: endYear ?? own, month: endMonth ?? month });
  return `${first}/${last}`;
}

/** 1990 年代 is 199X; 60 年代 is of the twentieth century. */
const decade = (digits: string): string => `${digits.padStart(4, '19').slice(0, 3)}X`;

function ofDecade({ decadeYear = '', fromYear, side }: Groups): string {
  const own = decade(decadeYear);
  if (fromYear) return `${fromYear.endsWith('0') ? decade(fromYear) : fromYear}/${own}`;
  return sided(own, side);
}

type Reader = (groups: Groups, before: Before) => string | undefined;

const SEASONS: Record<string, string> = { 春: '21', 夏: '22', 秋: '23', 冬: '24' };

/** The forms, the longest first: at one place the first that fits is taken. */
const FORMS: readonly [source: string, read: Reader][] = [
  [
    String.raw`(?:(?<fromYear>\d{4})(?:\s*年)?${TO})?(?<decadeYear>\d{4}|\d{2})\s*年代(?:初期|中期|末期|初|末|未|後半期)?${SIDE}`,
    ofDecade,
  ],
  [
    String.raw`(?<year>\d{4})\s*年\s*(?<season>[春夏秋冬])`,
    ({ year = '', season = '' }, before) => {
      Object.assign(before, { year, month: undefined });
      return `${year}-${SEASONS[season]}`;
    },
  ],
  [
    String.raw`(?<year>\d{4})\s*年(?<part>後半年|上半年|底|初)`,
    ({ year = '', part = '' }, before) => {
      Object.assign(before, { year, month: undefined });
      if (part === '底') return `${year}-12~`;
      if (part === '初') return `${year}-01~`;
      return part === '上半年' ? `${year}-01/${year}-06` : `${year}-07/${year}-12`;
    },
  ],
  // 1977 至 1979 年間; 1974 至 1975 年間
  [
    String.raw`(?<firstYear>[1-9l]\d{3})(?:\s*年)?${TO}(?<endYear>\d{4})\s*年(?!代)間?`,
    (groups, before) =>
      chinese({ ...groups, firstYear: groups['firstYear']?.replace('l', '1') }, before),
  ],
  // 8 月 18 至 19 日, with or without a year
  [String.raw`(?:${YEAR}\s*)?${MONTH}\s*(?<firstDay>\d{1,2})${TO}(?<endDay>\d{1,2})\s*日`, chinese],
  [
    String.raw`${YEAR}(?:\s*${MONTH}(?:\s*${DAY})?)?(?:${TO}(?=\d{1,4}\s*[年月日])${END})?間?${SIDE}`,
    chinese,
  ],
  [
    String.raw`(?<!\d\s*)${MONTH}(?:\s*${DAY})?(?:${TO}(?=\d{1,2}\s*[月日])${END})?間?${SIDE}`,
    chinese,
  ],
  [String.raw`(?<![\d月]\s*)${DAY}`, chinese],
  [
    String.raw`(?<![\d.])(?<year>\d{4})\.(?<month>\d{1,2})(?:\.(?<day>\d{1,2}))?(?:[-—–](?<endYear>\d{4})\.(?<endMonth>\d{1,2}))?(?![\d.]|\s*公里)`,
    chinese,
  ],
  [
    String.raw`(?<latin>${LATIN_MONTHS.join('|')})\s+(?:(?<day>\d{1,2}),\s*)?(?<year>\d{4})`,
    ({ latin = '', day, year }, before) =>
      chinese({ year, month: String(LATIN_MONTHS.indexOf(latin) + 1), day }, before),
  ],
];
/** What a cell of a table alone may hold: its year (2000), or month and day under the caption's year (06.25). */
const CELL_FORMS: readonly [source: string, read: Reader][] = [
  [String.raw`^(?<year>\d{4})$`, chinese],
  [String.raw`^(?<month>\d{2})\.(?<day>\d{2})(?=$|\s)`, chinese],
];

const compiled = (forms: typeof FORMS) =>
  forms.map(([source, read]) => [new RegExp(source, 'gu'), read] as const);
const IN_TEXT = compiled(FORMS);
const IN_CELLS = compiled([...CELL_FORMS, ...FORMS]);

/** The first date from a place on. */
function next(text: string, from: number, forms: typeof IN_TEXT) {
  let best: { match: RegExpExecArray; read: Reader } | undefined;
  for (const [form, read] of forms) {
    form.lastIndex = from;
    const match = form.exec(text);
    if (match && (!best || match.index < best.match.index)) best = { match, read };
  }
  return best;
}

/**
 * Finds the dates of a text, in its order. A date without a year is of the year printed before it.
 * @param runs the stretches of the text that stand by themselves: one of a paragraph, many of a table
 */
export function datesIn(runs: readonly string[]): DateInText[] {
  const found: DateInText[] = [];
  const before: Before = {};
  const forms = runs.length > 1 ? IN_CELLS : IN_TEXT;
  let start = 0;
  for (const run of runs) {
    for (let from = 0; ; ) {
      const hit = next(run, from, forms);
      if (!hit) break;
      const { index } = hit.match;
      const printed = hit.match[0].trimEnd();
      const edtf = hit.read(hit.match.groups ?? {}, before);
      from = index + printed.length;
      found.push({ from: start + index, to: start + from, printed, edtf });
    }
    start += run.length;
  }
  return found;
}
