/** content/emendations.yaml and content/editor-notes.yaml: readings of the print set right, and what its figures come to. */
import { z } from 'astro/zod';
import { day, text } from '../content/scalars.ts';

/** What is wrong with the printed reading. */
export const EMENDATION_KINDS = [
  /** A wrong character or letter. */
  'character',
  /** Something stands twice, or should not stand at all. */
  'extra',
  /** Something is missing. */
  'missing',
  /** A wrong word. */
  'word',
  'punctuation',
  /** A number or date that the text itself contradicts. */
  'number',
  /** A pointer to a table, page or note. */
  'reference',
  /** The name of a person, a body, a work. */
  'name',
  /** A statement that is not so. */
  'fact',
] as const;

/** Whether the printed reading is certainly wrong, and the correction certainly right. */
export const CERTAINTIES = ['sure', 'doubtful'] as const;

/** What computing a figure showed. */
export const OUTCOMES = ['holds', 'nearly', 'fails'] as const;

/** Where it stands: the id of a paragraph, heading or table (but its source line), or of a note (`fn12`). */
const at = z.string().regex(/^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/u, 'the id of a block or note');

/** Markdown with mathematics. */
const markdown = z
  .string()
  .min(1)
  .max(4000)
  .refine((s) => s === s.normalize('NFC') && !/[^\P{C}\n]/u.test(s), {
    message: 'write it in ordinary characters (NFC), without control or zero-width ones',
  });

/** One emendation. */
export const emendationSchema = z.strictObject({
  /** Its permanent id; a number is never used again. */
  id: z.string().regex(/^em[1-9]\d*$/u, 'em and a number'),
  at,
  /** The reading as printed: as few characters as show what is wrong. */
  printed: text,
  /** Words around it that stand in the place once, where the reading alone would not. */
  context: text.optional(),
  /** The correction; empty where the reading is to be taken out, absent where none is certain. */
  correction: z.union([text, z.literal('')]).optional(),
  kind: z.enum(EMENDATION_KINDS),
  certainty: z.enum(CERTAINTIES),
  /** Why the reading is wrong, in Traditional Chinese. */
  reason: text,
  /** The day on which it was entered. */
  added: day.optional(),
  /** More about it, in Markdown with mathematics. */
  note: markdown.optional(),
});

/** One editor's note: a figure of the author's, computed. */
export const editorNoteSchema = z.strictObject({
  /** Its permanent id; a number is never used again. */
  id: z.string().regex(/^en[1-9]\d*$/u, 'en and a number'),
  at,
  /** The figure as printed, in words that stand in the place once. */
  printed: text,
  finding: z.enum(OUTCOMES),
  /** What was computed and from what, in Markdown with mathematics. */
  note: markdown,
});

export const emendationsSchema = z.array(emendationSchema);
export const editorNotesSchema = z.array(editorNoteSchema);
export type EmendationData = z.infer<typeof emendationSchema>;
export type EditorNoteData = z.infer<typeof editorNoteSchema>;
