/** What the resolver knows from the notes and tables it has read so far. */
import type { Source } from '../sources/source.ts';
import type { Citation, CitingHost } from './hosts.ts';
import type { Locator } from './schema.ts';

/** What is known of a work from the citations read so far. */
export interface Known {
  source: Source;
  /** The place that cites it first: its note; for a table, the last note before it. */
  place: number;
  /** The printed words of that citation. */
  text: string;
  /** The first note that cites it; none as long as only tables have cited it. */
  note?: number;
  /** Pages cited so far. */
  pins: Locator[];
}

/** The way through the notes so far. */
export interface Reading {
  works: Map<string, Known>;
  /** The works that each note cites. */
  cited: Map<number, (string | undefined)[]>;
  /** The notes by their printed numbers, since these last began with 1. */
  numbers: Map<number, number>;
}

/** Works and where they are cited first, for a message. */
export const worksShown = (works: Known[]): string =>
  works
    .map((w) => `${w.source.id} (${w.note === undefined ? 'a table' : `note ${w.note}`})`)
    .join(', ');

/** Where a work leads back to: the first note that cites it; nowhere when only tables do, which have no number. */
export const backTo = ({ note }: Known) => (note === undefined ? {} : { antecedent: note });

/** Takes a note's printed number into what is known. */
export function count({ note, printed = note }: CitingHost, { numbers }: Reading): void {
  if (printed === 1) numbers.clear();
  numbers.set(printed, note);
}

/** Takes a citation as its front matter has it into what is known. */
export function remember(
  citation: Citation,
  place: CitingHost,
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
): void {
  if (place.table === undefined) {
    const cited = reading.cited.get(place.note) ?? [];
    reading.cited.set(place.note, [...cited, citation.source]);
  }
  const source = sources.get(citation.source ?? '');
  if (!source) return;
  const known: Known = reading.works.get(source.id) ?? {
    source,
    place: place.note,
    text: citation.text,
    pins: [],
  };
  if (place.table === undefined) known.note ??= place.note;
  if (citation.locator) known.pins.push(citation.locator);
  reading.works.set(source.id, known);
}
