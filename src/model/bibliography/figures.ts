/** What the pictures of the bibliography show: sources by year and kind, and where much-cited ones are cited. */

import type { Chapter, Note } from '../chapter/chapter.ts';
import { type Kind, yearOf } from '../sources/source.ts';
import { type BibliographyEntry, entriesOf, notesAmong } from './bibliography.ts';

/** Kinds that are told apart in the picture of years. */
export const GROUPS = ['scholarly', 'official', 'news'] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Record<Kind, Group> = {
  book: 'scholarly',
  journal: 'scholarly',
  conference: 'scholarly',
  report: 'scholarly',
  reference: 'scholarly',
  government: 'official',
  magazine: 'news',
  newspaper: 'news',
  wire: 'news',
  website: 'news',
};

/** The sources of a year; without a year, those that the notes do not date. */
export interface YearColumn {
  year: string | undefined;
  byGroup: Record<Group, BibliographyEntry[]>;
  total: number;
  notes: number[];
  /** Years left out before it, since nothing cited is of them. */
  gap: number;
}

/** Longer runs of empty years are left out. */
const LONGEST_RUN = 5;

function columnOf(entries: BibliographyEntry[], year: string | undefined, gap: number): YearColumn {
  const own = entries.filter(({ source }) => yearOf(source) === year);
  const of = (group: Group) => own.filter(({ source }) => GROUP_OF[source.kind] === group);
  return {
    year,
    byGroup: { scholarly: of('scholarly'), official: of('official'), news: of('news') },
    total: own.length,
    notes: notesAmong(own.flatMap(({ uses }) => uses)),
    gap,
  };
}

/** The years from the first to the last, long empty runs left out, and at the end the undated works. */
export function yearColumns(chapter: Chapter): YearColumn[] {
  const entries = entriesOf(chapter);
  const years = [...new Set(entries.flatMap(({ source }) => yearOf(source) ?? []))]
    .map(Number)
    .sort((a, b) => a - b);
  const columns = years.flatMap((year, i) => {
    const before = years[i - 1] ?? year - 1;
    const empty = year - before - 1;
    const shown =
      empty <= LONGEST_RUN ? Array.from({ length: empty }, (_, k) => before + 1 + k) : [];
    return [
      ...shown.map((y) => columnOf(entries, String(y), 0)),
      columnOf(entries, String(year), empty - shown.length),
    ];
  });
  return [...columns, columnOf(entries, undefined, 0)].filter(
    ({ year, total }) => year !== undefined || total > 0,
  );
}

/** A much-cited source, and the notes that cite it. */
export interface Strip {
  entry: BibliographyEntry;
  notes: Note[];
}

/** The sources that several notes cite, the most cited first. */
export function strips(chapter: Chapter, least = 2): Strip[] {
  return entriesOf(chapter)
    .map((entry) => {
      const numbers = notesAmong(entry.uses);
      return { entry, notes: chapter.notes.filter((n) => numbers.includes(n.number)) };
    })
    .filter(({ notes }) => notes.length >= least)
    .sort(
      (a, b) =>
        b.notes.length - a.notes.length || (a.notes[0]?.number ?? 0) - (b.notes[0]?.number ?? 0),
    );
}
