/** content/names.yaml: the people, places, bodies, forces, weapons and documents of the text, and terms that go by several names. */
import { z } from 'astro/zod';
import { text } from '../content/scalars.ts';
import { nameIdentifiersSchema } from '../sources/identifiers.ts';

/** The kinds of names, in the order in which they are listed. Entries without an id are for search alone. */
export const NAME_KINDS = ['person', 'place', 'body', 'unit', 'weapon', 'treaty', 'term'] as const;

/** Ids of blocks and notes (`fn12`), by a form. */
const placesOfForms = z.record(text, z.array(text).min(1)).default({});

/** A name in the form that is printed most, and its other forms. */
const nameSchema = z.strictObject({
  /** Its address, for ever: /names/<id>/. Without one it is for search alone, and need not stand in the text. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'lower-case Latin letters, digits and single hyphens')
    .optional(),
  name: text,
  kind: z.enum(NAME_KINDS),
  /** Other forms in Chinese, printed here or elsewhere. */
  other: z.array(text).default([]),
  /** Forms in Latin letters. */
  latin: z.array(text).default([]),
  /** Who or what it is, in the words of a passage where it stands. */
  gloss: text.optional(),
  /** Forms that mean this name at some places alone. */
  only: placesOfForms,
  /** Forms that mean another at some places, or nothing. */
  except: placesOfForms,
  /** What somebody looked up: ORCID, VIAF, Wikidata. */
  identifiers: nameIdentifiersSchema,
});

export const namesSchema = z.array(nameSchema);
export type NameData = z.infer<typeof nameSchema>;
export type NameKind = NameData['kind'];

/** All forms of a name, the first one first. */
export const formsOf = ({
  name,
  other,
  latin,
}: Pick<NameData, 'name' | 'other' | 'latin'>): string[] => [name, ...other, ...latin];

/** Nobody types a title longer than this; every search would load it. */
const TYPED = 24;

/** What search offers in place of a form: each form once, for the first name of the list that has it. */
export function searchNames(names: readonly NameData[]): { preferred: string; forms: string[] }[] {
  const seen = new Set<string>();
  return names.flatMap((entry) => {
    const [preferred = '', ...forms] = formsOf(entry).filter((form) => !seen.has(form));
    for (const form of formsOf(entry)) seen.add(form);
    // Whoever looks for 龍山 finds 龍山基地. A person's whole name is another matter: 小泉純一郎 stands once.
    const isWithin = (form: string, i: number) =>
      entry.kind !== 'person' &&
      [preferred, ...forms].some((other, j) => j !== i + 1 && form.includes(other));
    const typed = forms.filter((form, i) => form.length <= TYPED && !isWithin(form, i));
    // A name that only is a form of another's has nothing of its own to offer.
    return preferred === entry.name && typed.length > 0 ? [{ preferred, forms: typed }] : [];
  });
}
