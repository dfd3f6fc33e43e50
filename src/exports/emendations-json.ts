/** The emendations of the text and the computed figures as data: /downloads/emendations.json. */
import { z } from 'astro/zod';
import type { Chapter } from '../model/chapter/chapter.ts';
import type { EditorNote, Emendation } from '../model/emendations/emendations.ts';
import { CERTAINTIES, EMENDATION_KINDS, OUTCOMES } from '../model/emendations/schema.ts';

const place = {
  at: z.string().describe('Id of the paragraph, heading, table or note in which it stands'),
  section: z.int().positive().describe('The section on whose page it stands'),
  page: z.int().positive().describe('The printed page on which it begins').optional(),
  printed: z.string().describe('As printed'),
};

/** One emendation. */
const emendation = z.strictObject({
  id: z.string(),
  ...place,
  from: z.int().nonnegative().describe('First character, counted in the text of the place'),
  to: z.int().positive().describe('The character after the last'),
  correction: z
    .string()
    .nullable()
    .describe('null where none is certain; empty where the reading is to be taken out'),
  kind: z.enum(EMENDATION_KINDS),
  certainty: z.enum(CERTAINTIES),
  reason: z.string().describe('In Traditional Chinese'),
  added: z.iso.date().describe('The day on which it was entered').optional(),
});

/** One figure that was computed. */
const figure = z.strictObject({
  id: z.string(),
  ...place,
  finding: z.enum(OUTCOMES).describe('Whether the figure holds'),
  note: z.string().describe('Markdown, formulas in TeX'),
});

/** emendations.json */
export const emendationsFileSchema = z.strictObject({
  emendations: z.array(emendation).describe('In the order of the text'),
  editorNotes: z.array(figure).describe('In the order of the text'),
});
export type EmendationsFile = z.infer<typeof emendationsFileSchema>;

const placeOf = ({ at, place: { section }, page, printed }: Emendation | EditorNote) => ({
  at,
  section: section.number,
  page,
  printed,
});

/** All emendations and computed figures of a chapter. */
export function toEmendations({ emendations, editorNotes }: Chapter): EmendationsFile {
  return {
    emendations: emendations.map((e) => ({
      id: e.id,
      ...placeOf(e),
      from: e.from,
      to: e.to,
      correction: e.correction ?? null,
      kind: e.kind,
      certainty: e.certainty,
      reason: e.reason,
      ...(e.added ? { added: e.added } : {}),
    })),
    editorNotes: editorNotes.map((n) => ({
      id: n.id,
      ...placeOf(n),
      finding: n.finding,
      note: n.note,
    })),
  };
}
