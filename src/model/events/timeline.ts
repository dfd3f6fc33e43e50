/** The events in the order of time: by decades and years, and as marks of a picture. */
import { type Extent, extentOf, yearOfDate } from './edtf.ts';
import type { TextEvent } from './events.ts';

/** The events of one year; of a whole decade where no year is given. */
interface YearOfEvents {
  /** 1953; undefined for those that name a decade. */
  year: number | undefined;
  events: TextEvent[];
}

export interface Decade {
  /** 1950. */
  first: number;
  years: YearOfEvents[];
}

const isOfDecade = ({ when }: TextEvent): boolean => /^\d{3}X/u.test(when);

/** What begins first, and of that what lasts longest. */
function inTime(a: TextEvent, b: TextEvent): number {
  const [one, other] = [extentOf(a.when), extentOf(b.when)];
  const start = (extent: Extent) => extent.first ?? extent.last ?? '';
  const end = (extent: Extent) => extent.last ?? '9999';
  return start(one).localeCompare(start(other)) || end(other).localeCompare(end(one));
}

/** The events by decades and years, in the order of time. */
export function decadesOf(events: readonly TextEvent[]): Decade[] {
  const sorted = [...events].sort(inTime);
  const decades = Map.groupBy(sorted, ({ when }) => Math.floor(yearOfDate(when) / 10) * 10);
  return [...decades]
    .sort(([a], [b]) => a - b)
    .map(([first, own]) => {
      const whole = own.filter(isOfDecade);
      const years = Map.groupBy(
        own.filter((event) => !isOfDecade(event)),
        ({ when }) => yearOfDate(when),
      );
      return {
        first,
        years: [
          ...(whole.length > 0 ? [{ year: undefined, events: whole }] : []),
          ...[...years]
            .sort(([a], [b]) => a - b)
            .map(([year, ofYear]) => ({ year, events: ofYear })),
        ],
      };
    });
}

/** The years of the picture, from the first with an event to the last, and how much each has. */
export interface YearColumn {
  year: number;
  /** Events that came about in it, or began. */
  told: number;
  /** Those of them that were still to come. */
  planned: number;
  /** The works that report an event and came out in it. */
  reported: number;
}

/** Counts, year by year, what came about and what of it was reported. */
export function yearColumns(events: readonly TextEvent[]): YearColumn[] {
  const dated = events.filter((event) => !isOfDecade(event));
  const years = Map.groupBy(dated, ({ when }) => yearOfDate(when));
  const works = new Map(
    events.flatMap(({ reports }) =>
      reports.flatMap(({ source: { id, issued } }) =>
        issued === undefined ? [] : [[id, Number(issued.date.slice(0, 4))] as const],
      ),
    ),
  );
  const all = [...years.keys(), ...works.values()];
  const first = Math.min(...all);
  const count = Math.max(...all) - first + 1;
  return Array.from({ length: all.length > 0 ? count : 0 }, (_, i) => {
    const year = first + i;
    const own = years.get(year) ?? [];
    return {
      year,
      told: own.length,
      planned: own.filter(({ planned }) => planned).length,
      reported: [...works.values()].filter((issued) => issued === year).length,
    };
  });
}

/** A mark of the picture of a decade: from which month to which, and on which line. */
export interface Mark {
  event: TextEvent;
  /** Months since the decade began, as fractions, held within the decade. */
  from: number;
  to: number;
  lane: number;
  /** Whether it goes on before or after the decade, or has an open end. */
  opens: boolean;
  closes: boolean;
}

const MONTHS = 120;
/** The shortest mark, in months, so that one day can be seen. */
const SHORTEST = 0.9;
/** Room between two marks on a line. */
const APART = 0.35;

/** Months from the beginning of a decade to a day. */
function monthsTo(day: string, decade: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return (year - decade) * 12 + (month - 1) + (date - 1) / 31;
}

/** Lays the events of a decade out on lines, so that no mark covers another. */
export function marksOf({ first, years }: Decade): Mark[] {
  const ends: number[] = [];
  return years
    .flatMap(({ events }) => events)
    .sort(inTime)
    .map((event): Mark => {
      const extent = extentOf(event.when);
      const begin = extent.first === undefined ? -1 : monthsTo(extent.first, first);
      // An open end is drawn as a short way beyond the beginning, and the other way round.
      const end = extent.last === undefined ? begin + 12 : monthsTo(extent.last, first) + 1 / 31;
      const start = extent.first === undefined ? end - 12 : begin;
      const from = Math.max(0, Math.min(start, MONTHS - SHORTEST));
      const to = Math.min(MONTHS, Math.max(end, from + SHORTEST));
      const free = ends.findIndex((taken) => taken + APART <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to;
      const opens = extent.first === undefined || start < 0;
      return { event, from, to, lane, opens, closes: extent.last === undefined || end > MONTHS };
    });
}
