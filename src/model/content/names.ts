/** content/names.yaml: people, places, bodies and terms that go by several names. */
import { z } from 'astro/zod';
import { nameIdentifiersSchema } from '../sources/identifiers.ts';
import { text } from './scalars.ts';

/** A name in the form that is printed most, and its other forms. */
const nameSchema = z.strictObject({
  name: text,
  kind: z.enum(['person', 'place', 'body', 'treaty', 'term']),
  /** Other forms in Chinese. */
  other: z.array(text).default([]),
  /** Forms in Latin letters. */
  latin: z.array(text).default([]),
  /** What somebody looked up: ORCID, VIAF, Wikidata. */
  identifiers: nameIdentifiersSchema,
});

export const namesSchema = z.array(nameSchema);
export type NameData = z.infer<typeof nameSchema>;
