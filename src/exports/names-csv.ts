/** The names as a table for spreadsheets: a row a name. */
import type { Chapter } from '../model/chapter/chapter.ts';
import { csvOf } from './csv.ts';
import { toNames } from './names-json.ts';

const COLUMNS = [
  'id',
  'name',
  'kind',
  'gloss',
  'printed',
  'elsewhere',
  'latin',
  'identifiers',
  'sources',
  'count',
  'places',
] as const;

/** names.csv; several values of a cell stand with semicolons between them. */
export function toNamesCsv(chapter: Chapter): string {
  const rows = toNames(chapter).map(({ id, name, kind, gloss, count, ...lists }) => ({
    ...{ id, name, kind, gloss, count },
    printed: lists.printed.join('; '),
    elsewhere: lists.elsewhere.join('; '),
    latin: lists.latin.join('; '),
    identifiers: lists.identifiers.map(({ type, value }) => `${type} ${value}`).join('; '),
    sources: lists.sources.join('; '),
    places: [...new Set(lists.occurrences.map(({ at }) => at))].join('; '),
  }));
  return csvOf(COLUMNS, rows);
}
