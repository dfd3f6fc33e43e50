/** JSON Schemas (draft 2020-12) of the data under /downloads/, made from the schemas that make the data. */
import { z } from 'astro/zod';
import { cslItemSchema } from './csl-json.ts';
import { emendationsFileSchema } from './emendations-json.ts';
import { eventsFileSchema } from './events-json.ts';
import { namesFileSchema } from './names-json.ts';
import { noteSchema } from './notes-json.ts';

/** The schema of notes.json. */
export const notesJsonSchema = (): object => ({
  title: 'The notes of the chapter, and what they cite',
  ...z.toJSONSchema(z.array(noteSchema)),
});

/** The schema of sources.json; every item is valid CSL-JSON besides. */
export const sourcesJsonSchema = (): object => ({
  title: 'The works that the chapter cites, as CSL-JSON',
  ...z.toJSONSchema(z.array(cslItemSchema)),
});

/** The schema of emendations.json. */
export const emendationsJsonSchema = (): object => ({
  title: 'Slips of the printed text, and what the figures of its author come to',
  ...z.toJSONSchema(emendationsFileSchema),
});

/** The schema of events.json. */
export const eventsJsonSchema = (): object => ({
  title: 'The dated events that the text tells, and the works that report them',
  ...z.toJSONSchema(eventsFileSchema),
});

/** The schema of names.json. */
export const namesJsonSchema = (): object => ({
  title: 'The people, places, bodies, weapons and documents of text and notes',
  ...z.toJSONSchema(namesFileSchema),
});
