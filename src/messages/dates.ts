/** Months in words, for languages that write them so. */
import type { Value } from './value.ts';

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** “March” for 3; what is no month is given back. */
export const monthName = (month: Value): string => {
  const number = Number(month);
  return number >= 1 && number <= 12 ? MONTH.format(Date.UTC(2000, number - 1, 1)) : String(month);
};
