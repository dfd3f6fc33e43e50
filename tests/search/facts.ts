/** What each note cites, from the site's downloads; and how many notes each choice must leave. */
import { downloaded, type NoteData } from './references.ts';

type Name =
  | { literal: string }
  | { family: string; given?: string; suffix?: string; 'static-ordering'?: boolean };

interface Item {
  id: string;
  language: string;
  author?: Name[];
  editor?: Name[];
  issued?: { 'date-parts': number[][] };
  custom: { kind: string; outlet?: string };
}

export const FACETS = ['type', 'publisher', 'author', 'year', 'lang', 'form', 'section'] as const;
export type Facet = (typeof FACETS)[number];
export type Choices = Partial<Record<Facet, string[]>>;
export type NoteFacts = { number: number } & Record<Facet, ReadonlySet<string>>;

/** A name as it is filed. */
function filed(name: Name): string {
  if ('literal' in name) return name.literal;
  const { family, given = '', suffix } = name;
  if (/\p{Script=Han}/u.test(family)) return family + given;
  if (name['static-ordering']) return `${family} ${given}`;
  return [family, given, suffix].filter(Boolean).join(', ');
}

const given = (values: (string | undefined)[]) =>
  new Set(values.filter((value) => value !== undefined));

/** The facts of all notes, in order. */
export function noteFacts(): NoteFacts[] {
  const items = new Map(downloaded<Item[]>('sources.json').map((item) => [item.id, item]));
  return downloaded<NoteData[]>('notes.json').map(({ number, section, citations, unresolved }) => {
    const cited = citations.flatMap(({ source }) => items.get(source) ?? []);
    return {
      number,
      section: given([/^s(\d)/u.exec(section)?.[1]]),
      type: given(cited.map(({ custom }) => custom.kind)),
      publisher: given(cited.map(({ custom }) => custom.outlet)),
      author: given(cited.flatMap((item) => (item.author ?? item.editor ?? []).map(filed))),
      year: given(cited.map(({ issued }) => issued?.['date-parts'][0]?.[0]?.toString())),
      lang: given(cited.map(({ language }) => language)),
      form: given([...citations, ...unresolved].map(({ form }) => form)),
    };
  });
}

/** Whether a note has, of each facet chosen from (but one), one of the values chosen. */
const passes = (note: NoteFacts, choices: Choices, except?: Facet) =>
  FACETS.every(
    (facet) =>
      facet === except ||
      (choices[facet] ?? []).length === 0 ||
      choices[facet]?.some((value) => note[facet].has(value)),
  );

export const leaving = (notes: readonly NoteFacts[], choices: Choices): number[] =>
  notes.filter((note) => passes(note, choices)).map(({ number }) => number);

/** `facet=value` → how many notes it would leave beside the choices in the other facets. */
export function countsOf(notes: readonly NoteFacts[], choices: Choices): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const facet of FACETS) {
    for (const note of notes.filter((n) => passes(n, choices, facet))) {
      for (const value of note[facet])
        counts[`${facet}=${value}`] = (counts[`${facet}=${value}`] ?? 0) + 1;
    }
    for (const value of choices[facet] ?? []) counts[`${facet}=${value}`] ??= 0;
  }
  return counts;
}
