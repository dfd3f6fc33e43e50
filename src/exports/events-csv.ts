/** The dated events of the text as a table for spreadsheets: a row an event. */
import type { Chapter } from '../model/chapter/chapter.ts';
import { extentOf } from '../model/events/edtf.ts';
import { csvOf } from './csv.ts';

const COLUMNS = [
  'id',
  'date',
  'when',
  'first_day',
  'last_day',
  'text',
  'at',
  'section',
  'page',
  'planned',
  'same',
  'conflicts',
  'emendations',
  'names',
  'reason',
  'sources',
  'issued',
  'notes',
] as const;

const joined = (values: readonly (string | number | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined))].join('; ');

/** events.csv; several values of a cell stand with semicolons between them. */
export function toEventsCsv({ events }: Chapter): string {
  const rows = events.map((event) => {
    const { first, last } = extentOf(event.when);
    const { id, date, when, text, at, page, same, reason, reports } = event;
    return {
      ...{ id, date, when, text, at, page, same, reason },
      first_day: first,
      last_day: last,
      section: event.place.section.number,
      planned: event.planned ? 'true' : 'false',
      conflicts: joined(event.conflicts),
      emendations: joined(event.emendations.map((entry) => entry.id)),
      names: joined(event.names.map(({ name }) => name)),
      sources: joined(reports.map(({ source }) => source.id)),
      issued: joined(reports.map(({ source }) => source.issued?.date)),
      notes: joined(reports.map(({ note }) => note)),
    };
  });
  return csvOf(COLUMNS, rows);
}
