/** The date of a work in the language of the interface; references have it in their own. */
import { messages } from '../../messages/site.ts';
import { endsOf, partsOf } from '../../model/sources/dates.ts';
import type { Issued } from '../../model/sources/source.ts';

const SEASON: Record<NonNullable<Issued['season']>, (year: string) => string> = {
  spring: messages.dates.spring,
  summer: messages.dates.summer,
  'summer/fall': messages.dates.summerAndFall,
  fall: messages.dates.fall,
  'fall/winter': messages.dates.fallAndWinter,
  winter: messages.dates.winter,
};

function single(date: string): string {
  const [year = 0, month, day] = partsOf(date);
  if (month === undefined) return messages.dates.year(year);
  return day === undefined
    ? messages.dates.month(year, month)
    : messages.dates.day(year, month, day);
}

/** An interval; what both ends have in common is said once. */
function interval(first: string, last: string): string {
  const [[year = 0, month = 0, day], [year2, month2, day2]] = [partsOf(first), partsOf(last)];
  if (year === year2 && month === month2 && day !== undefined && day2 !== undefined)
    return messages.dates.days(year, month, day, day2);
  if (year === year2 && month !== month2 && month2 !== undefined && !day && !day2)
    return messages.dates.months(year, month, month2);
  return messages.dates.interval(single(first), single(last));
}

/** 2003年1月17日; 2003年1月17日至20日; 1999年春季; 1981年至1982年. */
export function shownDate(issued: Issued): string {
  const [first = '', last = first] = endsOf(issued);
  if (!issued.season) return last === first ? single(first) : interval(first, last);
  const [from, to] = [first, last].map((date) =>
    SEASON[issued.season ?? 'spring'](date.slice(0, 4)),
  );
  return from === to || to === undefined ? (from ?? '') : messages.dates.interval(from ?? '', to);
}
