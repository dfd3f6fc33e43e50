/** The names at their places in the text, and what stands near each. */
import type { Section } from '../chapter/parts.ts';
import {
  type EmendableText,
  type EmendationHost,
  emendationHosts,
  pageAt,
} from '../emendations/hosts.ts';
import type { Name } from '../sources/name.ts';
import type { Source } from '../sources/source.ts';
import { inlinesOf, textOf } from '../text/document.ts';
import { NameFinder } from './occurrences.ts';
import { formsOf, type NameData } from './schema.ts';

/** A passage where a name stands. */
export interface NamePassage {
  place: EmendationHost;
  /** The id of the passage: a block, or a note (`fn12`). */
  at: string;
  /** Its text, and where the name stands in it, each time. */
  text: string;
  stretches: { from: number; to: number; form: string }[];
  /** The printed page of the first; undefined where the print numbers none. */
  page: number | undefined;
}

/** A name of the text, with all places where it stands. */
export interface TextName extends Omit<NameData, 'id'> {
  id: string;
  /** The forms that the text prints, and those that stand elsewhere alone. */
  printed: string[];
  elsewhere: string[];
  /** How often it stands in text and notes. */
  count: number;
  passages: NamePassage[];
  /** The passage whose words say who or what it is. */
  told: string | undefined;
  /** The works of which it is an author, editor or translator. */
  works: Source[];
  /** The names that stand in most of the same passages, the most first. */
  neighbours: { id: string; name: string; passages: number }[];
}

/** So many neighbours are told. */
const NEIGHBOURS = 12;

const close = (words: string): string => words.replace(/\s+/gu, '');

/** Whether words stand in a text, whatever its spacing. */
export const says = (text: string, words: string): boolean => close(text).includes(close(words));

/** All passages with a name, by its id. */
function passagesOf(told: EmendableText, names: readonly NameData[]): Map<string, NamePassage[]> {
  const finder = new NameFinder(names);
  const all = new Map<string, NamePassage[]>();
  for (const [at, place] of emendationHosts(told)) {
    const text = textOf(place.note ? place.inlines : inlinesOf(place.block));
    for (const { from, to, form, names: meant } of finder.find(text, at)) {
      const id = meant[0]?.id ?? '';
      const own = all.get(id) ?? [];
      const last = own.at(-1);
      if (last?.at === at) last.stretches.push({ from, to, form });
      else {
        const page = pageAt(place.inlines, from, place.page);
        own.push({ place, at, text, stretches: [{ from, to, form }], page });
      }
      all.set(id, own);
    }
  }
  return all;
}

/** The name of a person as a work's author has it: 吳心伯, Larry A. Niksch. */
function printedForms(person: Name): string[] {
  if ('literal' in person) return [person.literal];
  const { family, given, suffix } = person;
  return [
    `${family}${given}`,
    `${family} ${given}`,
    `${given} ${family}${suffix ? `, ${suffix}` : ''}`,
  ];
}

/** The works by somebody with one of these forms. */
function worksOf(forms: readonly string[], sources: readonly Source[]): Source[] {
  return sources.filter((source) =>
    [...(source.author ?? []), ...(source.editor ?? []), ...(source.translator ?? [])].some(
      (person) => printedForms(person).some((form) => forms.includes(form)),
    ),
  );
}

/** The names that stand in the same passages as one. */
function neighboursOf(
  own: readonly NamePassage[],
  byPassage: ReadonlyMap<string, readonly string[]>,
  self: string,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const { at } of own)
    for (const id of byPassage.get(at) ?? [])
      if (id !== self) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, NEIGHBOURS);
}

/** Puts names at their places. One that stands nowhere is left out: the checks have refused it before. */
export function placeNames(
  told: EmendableText & { sources: readonly Source[]; sections: readonly Section[] },
  names: readonly NameData[],
): TextName[] {
  const all = passagesOf(told, names);
  const byPassage = new Map<string, string[]>();
  for (const [id, passages] of all)
    for (const { at } of passages) byPassage.set(at, [...(byPassage.get(at) ?? []), id]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return names.flatMap((name): TextName[] => {
    const { id, gloss } = name;
    const passages = all.get(id ?? '') ?? [];
    if (id === undefined || passages.length === 0) return [];
    const found = new Set(passages.flatMap(({ stretches }) => stretches.map(({ form }) => form)));
    const forms = formsOf(name);
    return [
      {
        ...name,
        id,
        printed: forms.filter((form) => found.has(form)),
        elsewhere: forms.filter((form) => !found.has(form)),
        count: passages.reduce((sum, { stretches }) => sum + stretches.length, 0),
        passages,
        told: gloss && passages.find(({ text }) => says(text, gloss))?.at,
        works: name.kind === 'person' ? worksOf(forms, told.sources) : [],
        neighbours: neighboursOf(passages, byPassage, id).map(([other, n]) => ({
          id: other,
          name: nameOf.get(other) ?? other,
          passages: n,
        })),
      },
    ];
  });
}
