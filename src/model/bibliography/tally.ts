/** The figures of the citation model: computed, so that no page and no README has to be believed. */
import type { Chapter } from '../chapter/chapter.ts';
import { shortFormOf } from '../citations/printed.ts';
import { FORMS, type Form, NOTE_KINDS, type NoteKind } from '../citations/schema.ts';
import { KINDS, type Kind } from '../sources/source.ts';
import { usesOf } from '../sources/uses.ts';

export interface Tally {
  notes: number;
  notesByKind: Record<NoteKind, number>;
  sources: number;
  sourcesByKind: Record<Kind, number>;
  /** Citations in notes and in the source lines of tables, unresolved ones too. */
  citations: number;
  citationsInTables: number;
  citationsByForm: Record<Form, number>;
  citationsByKind: Record<Kind, number>;
  /** Ibid., op. cit., 同上註, 前引文. */
  shortForms: number;
  shortFormsByForm: Record<Form, number>;
  /** Notes that have been read for what they cite. */
  notesCatalogued: number;
  unresolved: number;
}

const count = <K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K | undefined,
) =>
  Object.fromEntries(
    keys.map((key) => [key, items.filter((item) => keyOf(item) === key).length]),
  ) as Record<K, number>;

/** Counts what the chapter cites. */
export function tallyOf(chapter: Chapter): Tally {
  const { notes, sources } = chapter;
  const citations = usesOf(chapter).map(({ citation }) => citation);
  const kindOf = new Map(sources.map((source) => [source.id, source.kind]));
  return {
    notes: notes.length,
    notesByKind: count(NOTE_KINDS, notes, (note) => note.kind),
    sources: sources.length,
    sourcesByKind: count(KINDS, sources, (source) => source.kind),
    citations: citations.length,
    citationsInTables: chapter.tableCitations.length,
    citationsByForm: count(FORMS, citations, ({ form }) => form),
    citationsByKind: count(KINDS, citations, ({ source }) => kindOf.get(source ?? '')),
    shortFormsByForm: count(FORMS, citations, ({ text }) => shortFormOf(text)),
    notesCatalogued: notes.filter((n) => n.kind !== undefined || n.citations.length > 0).length,
    shortForms: citations.filter(({ text }) => shortFormOf(text) !== undefined).length,
    unresolved: citations.filter(({ unresolved }) => unresolved !== undefined).length,
  };
}
