/** Keeps account of what a reference has said of its source, so that nothing of it is left out unawares. */
import type { SourceData } from '../source.ts';

/** What a reference says of a source, in the order in which it says what has no place of its own. */
export const SAID = [
  'author',
  'title',
  'container-author',
  'editor',
  'translator',
  'container-title',
  'edition',
  'collection-title',
  'volume',
  'issue',
  'number',
  'genre',
  'authority',
  'event-title',
  'event-place',
  'publisher-place',
  'publisher',
  'issued',
  'page',
] as const satisfies (keyof SourceData)[];
export type SaidField = (typeof SAID)[number];

export interface Telling {
  /** The value of a field, which is said from now on. */
  tell: <F extends SaidField>(field: F) => SourceData[F];
  /** The fields that have a value and are not said yet. */
  left: () => SaidField[];
}

/** Begins the account of a source. */
export function telling(source: SourceData): Telling {
  const told = new Set<SaidField>();
  return {
    tell: (field) => {
      told.add(field);
      return source[field];
    },
    left: () => SAID.filter((field) => source[field] !== undefined && !told.has(field)),
  };
}
