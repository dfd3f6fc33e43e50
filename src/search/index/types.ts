/**
 * Room `search`: what the index holds, and how a query is read, found, ranked and
 * shown. Shared by the build, which writes the index, and the browser, which reads it.
 *
 * This file: the shapes of records, queries and results.
 */

/** One source of a note, written out as a full reference. */
interface Reference {
  id: string;
  text: string;
  /** True where the note itself prints only a short form (Ibid., op. cit., 同前註 …). */
  resolved: boolean;
}

/** What is known of the sources a note cites; the citation model gives it. */
export interface NoteSources {
  number: number;
  kinds: string[];
  outlets: string[];
  /** Display form: `Niksch, Larry A.` or `賴怡忠`. */
  authors: string[];
  years: string[];
  languages: string[];
  forms: string[];
  references: Reference[];
}

/** A name or term and the other forms under which it goes; all are offered, none is mixed in. */
export interface NameEntry {
  preferred: string;
  forms: string[];
}

/** The facets; the first two hold for every record, the rest for notes. */
export const FACETS = [
  'kind',
  'section',
  'type',
  'publisher',
  'author',
  'year',
  'lang',
  'form',
] as const;
export type Facet = (typeof FACETS)[number];

/** The letters that stand for the kinds of records in the tables. */
export const KINDS = { h: 'heading', p: 'paragraph', t: 'table', n: 'note' } as const;
export type RecordKind = (typeof KINDS)[keyof typeof KINDS];

/** A record as the browser loads it: verbatim text, and what a result says of its place. */
export interface StoredRecord {
  kind: RecordKind;
  /** Address below the site's base, with the block's id for text. */
  path: string;
  /** Section label: 第四節. */
  section: string;
  /** Structural place: 第四節 二（一）. */
  place: string;
  /** Printed page on which it begins; none where the print numbers none. */
  page?: number;
  /** Page breaks inside: offset in `text`, and the page that begins there. */
  breaks: [offset: number, page: number][];
  /** The printed characters; lines of a table are parted by newlines, its cells by tabs. */
  text: string;
  note?: number;
  /** What the note is called where numbers begin anew in each section: 2.3. */
  noteName?: string;
  /** Full references of sources that the note itself cites only in short. */
  references?: Omit<Reference, 'resolved'>[];
}

/** Small tables that the browser loads once, cut to this text. */
export interface Tables {
  /** Every key of the index: in place n those that stand 2^n times and more, joined by tabs. */
  vocabulary: string[];
  /** One letter of `KINDS` a record, in the order of the chapter. */
  kinds: string;
  /** The numbers of the records that are notes, in the same order. */
  notes: number[];
  /** How many tokens of each record are printed; what follows them are references. */
  printed: number[];
  /** Characters that are the same whatever the query: typed character, then the text's. */
  same: string[];
  /** Characters taken for others in queries of two and more: typed character, then the text's. */
  like: string[];
  names: NameEntry[];
}

/** Positions of a key: record (by its order in the chapter) → token positions, ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** Facet → value → records. */
export type Members = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** An index that can be searched; `openIndex` makes one from Pagefind's files. */
export interface SearchIndex {
  /** Lets go of what is under way, so that another try starts anew. */
  forget(): void;
  tables(): Promise<Tables>;
  postings(key: string): Promise<Postings>;
  record(record: number): Promise<StoredRecord>;
  members(): Promise<Members>;
}

/** Facet → value → records, as stored. */
export type StoredMembers = [facet: string, values: [value: string, records: number[]][]][];
