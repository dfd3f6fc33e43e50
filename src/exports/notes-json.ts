/** The notes as data: /downloads/notes.json (contract, DESIGN §4). */
import { z } from 'astro/zod';
import type { Chapter, Note } from '../model/chapter/chapter.ts';
import type { Citation } from '../model/citations/hosts.ts';
import { BASES, FORMS, NOTE_KINDS, REASONS } from '../model/citations/schema.ts';
import { textOf } from '../model/text/document.ts';

const locator = z.strictObject({
  label: z.string().describe('A CSL locator label: page, volume …'),
  value: z.string().describe('As printed'),
});

/** One note of notes.json. */
export const noteSchema = z.strictObject({
  number: z.int().positive(),
  mark: z.string().optional().describe('The mark as printed, where that is not the number'),
  page: z.int().positive().describe('Printed page on which the note begins').optional(),
  section: z.string().describe('Id of the nearest heading above the mark of the note'),
  kind: z.enum(NOTE_KINDS).nullable().describe('null where nobody has classified it'),
  text: z.string().describe('As printed, hard wraps joined'),
  citations: z
    .array(
      z.strictObject({
        source: z.string().describe('Id of an item of sources.json'),
        form: z.enum(FORMS).describe('How the note names the work'),
        locator: locator.nullable(),
        antecedent: z.int().positive().nullable().describe('The earlier note it points back to'),
        basis: z
          .union([z.enum(BASES), z.string().regex(/^judgement: /u)])
          .nullable()
          .describe('Why it points there'),
        via: z
          .string()
          .optional()
          .describe('The source in which it was seen (轉引自); only where there is one'),
      }),
    )
    .describe('In the order of the text'),
  unresolved: z
    .array(z.strictObject({ form: z.enum(FORMS), text: z.string(), reason: z.enum(REASONS) }))
    .describe('Short forms that lead to no source of this chapter'),
});
export type NoteJson = z.infer<typeof noteSchema>;

function toCitation(citation: Citation): NoteJson['citations'] {
  const { source, form, locator: at, antecedent, basis, judgement, via } = citation;
  if (source === undefined) return [];
  const why = judgement === undefined ? (basis ?? null) : `judgement: ${judgement}`;
  return [
    {
      source,
      form,
      locator: at ?? null,
      antecedent: antecedent ?? null,
      basis: why,
      ...(via === undefined ? {} : { via }),
    },
  ];
}

function toNote({ number, mark, page, heading, kind, inlines, citations }: Note): NoteJson {
  return {
    number,
    ...(mark === String(number) ? {} : { mark }),
    ...(page === undefined ? {} : { page }),
    section: heading.id,
    kind: kind ?? null,
    text: textOf(inlines).trim(),
    citations: citations.flatMap(toCitation),
    unresolved: citations.flatMap(({ form, text, unresolved }) =>
      unresolved === undefined ? [] : [{ form, text, reason: unresolved }],
    ),
  };
}

/** All notes in the order of their numbers. */
export function toNotes(chapter: Chapter): NoteJson[] {
  return [...chapter.notes].sort((a, b) => a.number - b.number).map(toNote);
}
