/** The names of text and notes as data, with every place where they stand: /downloads/names.json. */
import { z } from 'astro/zod';
import type { Chapter } from '../model/chapter/chapter.ts';
import type { TextName } from '../model/names/names.ts';
import { NAME_KINDS } from '../model/names/schema.ts';
import { IDENTIFIER_NAME } from '../model/sources/identifiers.ts';

const occurrence = z.strictObject({
  at: z.string().describe('Id of the paragraph, heading or table, or of the note (fn12)'),
  section: z.int().positive().describe('The section on whose page it stands'),
  from: z.int().nonnegative().describe('Its first character, counted in the text of the place'),
  to: z.int().positive().describe('The character after its last'),
  form: z.string().describe('The form that stands there; the text may space it otherwise'),
});

const name = z.strictObject({
  id: z.string().describe('Permanent; its page is /names/<id>/'),
  name: z.string().describe('The preferred form'),
  kind: z.enum(NAME_KINDS),
  printed: z.array(z.string()).describe('The forms that stand in text and notes'),
  elsewhere: z.array(z.string()).describe('Forms that stand elsewhere alone'),
  latin: z.array(z.string()).describe('Those of both in Latin letters'),
  gloss: z.string().describe('Who or what it is, in the words of the text').optional(),
  told: z.string().describe('The place that says so').optional(),
  identifiers: z
    .array(z.strictObject({ type: z.string(), value: z.string(), by: z.string() }))
    .describe('What somebody looked up'),
  sources: z.array(z.string()).describe('Works by this person, in sources.json'),
  count: z.int().positive().describe('How often it stands there'),
  occurrences: z.array(occurrence).describe('In the order of the text'),
  neighbours: z
    .array(z.strictObject({ id: z.string(), passages: z.int().positive() }))
    .describe('Names that stand in the same passages most'),
});

/** names.json */
export const namesFileSchema = z.array(name).describe('In the order of names.yaml, kind by kind');
type NamesFile = z.infer<typeof namesFileSchema>;

function recordOf(told: TextName): NamesFile[number] {
  const { id, kind, printed, elsewhere, latin, gloss, count } = told;
  return {
    id,
    name: told.name,
    kind,
    printed,
    elsewhere,
    latin,
    ...(gloss === undefined ? {} : { gloss }),
    ...(told.told === undefined ? {} : { told: told.told }),
    identifiers: told.identifiers.map(({ type, value, by }) => ({
      type: IDENTIFIER_NAME[type],
      value,
      by,
    })),
    sources: told.works.map((work) => work.id),
    count,
    occurrences: told.passages.flatMap(({ at, place, stretches }) =>
      stretches.map(({ from, to, form }) => ({
        at,
        section: place.section.number,
        from,
        to,
        form,
      })),
    ),
    neighbours: told.neighbours.map((near) => ({ id: near.id, passages: near.passages })),
  };
}

/** All names of a chapter. */
export const toNames = ({ names }: Chapter): NamesFile => names.map(recordOf);
