/** The bibliography rebuilt from the notes: sources in the order readers expect, and lists by outlet, author and year. */
import type { Chapter } from '../chapter/chapter.ts';
import { filed } from '../sources/name.ts';
import { filedUnder } from '../sources/reference.ts';
import { KINDS, type Kind, outletOf, type Source } from '../sources/source.ts';
import { type Use, usesOf } from '../sources/uses.ts';

/** A source with every use of it. */
export interface BibliographyEntry {
  source: Source;
  uses: Use[];
}

/** The sources of one kind: Chinese ones by strokes, Western ones by the alphabet. */
export interface BibliographyGroup {
  kind: Kind;
  chinese: BibliographyEntry[];
  western: BibliographyEntry[];
}

/** What is found under one outlet, author or year. */
export interface Listing {
  name: string;
  entries: BibliographyEntry[];
  /** Numbers of the notes that cite it, in order. */
  notes: number[];
}

const BY_STROKES = new Intl.Collator('zh-Hant-TW-u-co-stroke');
const BY_ALPHABET = new Intl.Collator('en');
const HAN = /^[^\p{L}]*\p{Script=Han}/u;

/** Chinese names by the number of their strokes, then Latin ones by the alphabet. */
function compareNames(a: string, b: string): number {
  if (HAN.test(a) !== HAN.test(b)) return HAN.test(a) ? -1 : 1;
  return HAN.test(a) ? BY_STROKES.compare(a, b) : BY_ALPHABET.compare(a, b);
}

function compareEntries(
  { source: a }: BibliographyEntry,
  { source: b }: BibliographyEntry,
): number {
  return (
    compareNames(filedUnder(a), filedUnder(b)) ||
    (a.issued?.date ?? '').localeCompare(b.issued?.date ?? '') ||
    (a.id < b.id ? -1 : 1)
  );
}

/** All sources with their uses, in the order of the bibliography. */
export function entriesOf(chapter: Chapter): BibliographyEntry[] {
  return bibliographyOf(chapter).flatMap(({ chinese, western }) => [...chinese, ...western]);
}

/** The bibliography, by kind. */
export function bibliographyOf(chapter: Chapter): BibliographyGroup[] {
  const uses = usesOf(chapter);
  const entries = chapter.sources
    .map((source) => ({
      source,
      uses: uses.filter(({ citation }) => citation.source === source.id),
    }))
    .sort(compareEntries);
  return KINDS.map((kind) => {
    const own = entries.filter(({ source }) => source.kind === kind);
    const isChinese = ({ source }: BibliographyEntry) => source.language === 'zh';
    return { kind, chinese: own.filter(isChinese), western: own.filter((e) => !isChinese(e)) };
  }).filter(({ chinese, western }) => chinese.length + western.length > 0);
}

/** The notes among uses, each once, in order. */
export function notesAmong(uses: readonly Use[]): number[] {
  const numbers = uses.flatMap((use) => ('note' in use ? [use.note.number] : []));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function listings(
  entries: BibliographyEntry[],
  namesOf: (source: Source) => (string | undefined)[],
): Listing[] {
  const byName = new Map<string, BibliographyEntry[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry.source)) {
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), entry]);
    }
  }
  return [...byName].map(([name, own]) => ({
    name,
    entries: own,
    notes: notesAmong(own.flatMap(({ uses }) => uses)),
  }));
}

const mostCitedFirst = (a: Listing, b: Listing) =>
  b.notes.length - a.notes.length || compareNames(a.name, b.name);

/** Sources by outlet or publisher, the most cited first. */
export function byOutlet(chapter: Chapter): Listing[] {
  return listings(entriesOf(chapter), (source) => [outletOf(source)]).sort(mostCitedFirst);
}

/** Sources by author or editor, in the order of names. */
export function byAuthor(chapter: Chapter): Listing[] {
  return listings(entriesOf(chapter), (source) =>
    (source.author ?? source.editor ?? []).map(filed),
  ).sort((a, b) => compareNames(a.name, b.name));
}
