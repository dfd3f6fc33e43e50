/** The dated events of the text as data: /downloads/events.json. */
import { z } from 'astro/zod';
import type { Chapter } from '../model/chapter/chapter.ts';
import type { TextEvent } from '../model/events/events.ts';

const report = z.strictObject({
  source: z.string().describe('Id of the work in sources.json'),
  note: z
    .int()
    .positive()
    .describe('The note that cites it; absent for the source of a table')
    .optional(),
  issued: z.string().describe('When it came out (EDTF)').optional(),
  daysAfter: z.int().nonnegative().describe('Days after the event, where both are days').optional(),
});

const event = z.strictObject({
  id: z.string(),
  at: z.string().describe('Id of the paragraph, table or note that tells of it'),
  section: z.int().positive().describe('The section on whose page it stands'),
  page: z.int().positive().describe('The printed page on which its words begin').optional(),
  date: z.string().describe('As printed'),
  when: z.string().describe('The same in EDTF (ISO 8601-2, levels 0 and 1)'),
  text: z.string().describe('What happened, in the words of the text'),
  from: z
    .int()
    .nonnegative()
    .describe('First character of the words, counted in the text of the place'),
  to: z.int().positive().describe('The character after the last'),
  planned: z.boolean().describe('Whether it was still to come when it was told of'),
  same: z.string().describe('The first telling of the same event').optional(),
  conflicts: z
    .array(z.string())
    .describe('Tellings of the same event whose date cannot be the same'),
  emendations: z
    .array(z.string())
    .describe('Corrections of its date or words, in emendations.json'),
  names: z.array(z.string()).describe('Ids of the names that stand in its words'),
  reason: z
    .string()
    .describe('Why the printed words mean this date; in Traditional Chinese')
    .optional(),
  reports: z.array(report).describe('The works that report it'),
});

/** events.json */
export const eventsFileSchema = z.array(event).describe('In the order of the text');
type EventsFile = z.infer<typeof eventsFileSchema>;

function recordOf(told: TextEvent): EventsFile[number] {
  const { place, words, page, same, reason } = told;
  return {
    id: told.id,
    at: told.at,
    section: place.section.number,
    ...(page === undefined ? {} : { page }),
    date: told.date,
    when: told.when,
    text: told.text,
    from: words.from,
    to: words.to,
    planned: told.planned ?? false,
    ...(same === undefined ? {} : { same }),
    conflicts: told.conflicts,
    emendations: told.emendations.map(({ id }) => id),
    names: told.names.map(({ id }) => id),
    ...(reason === undefined ? {} : { reason }),
    reports: told.reports.map(({ source, note, after }) => ({
      source: source.id,
      ...(note === undefined ? {} : { note }),
      ...(source.issued ? { issued: source.issued.date } : {}),
      ...(after === undefined ? {} : { daysAfter: after }),
    })),
  };
}

/** All events of a chapter. */
export const toEvents = ({ events }: Chapter): EventsFile => events.map(recordOf);
