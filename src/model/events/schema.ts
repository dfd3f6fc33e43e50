/** content/events.yaml: the dated events that the text tells, each in its own words. */
import { z } from 'astro/zod';
import { text } from '../content/scalars.ts';
import { isEdtf } from './edtf.ts';

/** One telling of an event. */
export const eventSchema = z.strictObject({
  /** Its permanent id; a number is never used again. */
  id: z.string().regex(/^ev[1-9]\d*$/u, 'ev and a number'),
  /** The passage: the id of a paragraph or table, or of a note (`fn12`). */
  at: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, 'the id of a block or note'),
  /** The date as printed there. */
  date: text,
  /** The same as EDTF: 1953-07-27, 2003-05, 199X, 1990/.., 2002-08-18/2002-08-19. */
  when: z
    .string()
    .refine(isEdtf, { message: 'write a date in EDTF, in quotation marks: "2003-05"' }),
  /** What happened, in words that stand there once. */
  text,
  /** The first telling of the same event, where the text tells it more than once. */
  same: z.string().optional(),
  /** Whether it was still to come when it was told of. */
  planned: z.literal(true).optional(),
  /** Why the printed words mean this date, where they do not say it by themselves. In Traditional Chinese. */
  reason: text.optional(),
});

export const eventsSchema = z.array(eventSchema);
export type EventData = z.infer<typeof eventSchema>;
