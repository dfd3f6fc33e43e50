/** Dates in EDTF (ISO 8601-2, levels 0 and 1): whether they are, from when to when, and what two have in common. */
import edtf from 'edtf';

/** From when to when, in days (ISO dates); an end that is open is undefined. */
export interface Extent {
  first: string | undefined;
  last: string | undefined;
}

/** edtf.js takes spring for the first quarter of the year; here it begins in March, as on calendars. */
const SEASON = /^(?<year>\d{4})-(?<season>2[1-4])$/u;

/** The months of a season as an interval. */
function inMonths(date: string): string {
  const { year = '', season } = SEASON.exec(date)?.groups ?? {};
  if (season === undefined) return date;
  const first = (Number(season) - 20) * 3;
  const month = (n: number) => String(n).padStart(2, '0');
  // Winter ends in the year after.
  if (first === 12) return `${year}-12/${Number(year) + 1}-02`;
  return `${year}-${month(first)}/${year}-${month(first + 2)}`;
}

const dayOf = (milliseconds: number): string | undefined =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : undefined;

/** One end of an interval; `..` is open. */
const end = (date: string, side: 'min' | 'max'): string | undefined =>
  date === '..' ? undefined : dayOf(edtf(inMonths(date))[side]);

/**
 * The days from a date's first to its last.
 * @throws for what is no EDTF
 */
export function extentOf(date: string): Extent {
  const [from = date, to = from] = date.split('/');
  return { first: end(from, 'min'), last: end(to, 'max') };
}

/** Whether a text is a date in EDTF that ends no sooner than it begins. */
export function isEdtf(date: string): boolean {
  try {
    const { first, last } = extentOf(date);
    return (first ?? '') <= (last ?? '9999') && (first ?? last) !== undefined;
  } catch {
    return false;
  }
}

/** Whether two dates can be that of one event. */
export function agree(a: string, b: string): boolean {
  const [one, other] = [extentOf(a), extentOf(b)];
  return (one.first ?? '') <= (other.last ?? '9999') && (other.first ?? '') <= (one.last ?? '9999');
}

/** Whether the date names one day. */
export const isDay = (date: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(date);

/** The year under which a date is listed: its first, of one that only ends its last. */
export function yearOfDate(date: string): number {
  const { first, last } = extentOf(date);
  return Number((first ?? last ?? '').slice(0, 4));
}
