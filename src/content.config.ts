/** The content collections: where the files are, and the schema each must fit. */

import { defineCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { CONTENT } from './import/content-folder.ts';
import { chapterSchema, footnoteSchema, sectionSchema } from './model/content/schemas.ts';
import { editorNoteSchema, emendationSchema } from './model/emendations/schema.ts';
import { eventSchema } from './model/events/schema.ts';
import { sourceSchema } from './model/sources/source.ts';

/** A list that a text may do without. */
const optional = (name: string) =>
  existsSync(`${CONTENT}/${name}`) ? file(`${CONTENT}/${name}`) : () => [];

/** `content/chapter.yaml`, a collection of one. */
const chapter = defineCollection({
  loader: file(`${CONTENT}/chapter.yaml`, { parser: (text) => ({ chapter: parse(text) }) }),
  schema: chapterSchema,
});

/** `content/sections/4.md`: the prose, one file a 節. */
const sections = defineCollection({
  loader: glob({ pattern: '*.md', base: `${CONTENT}/sections` }),
  schema: sectionSchema,
});

/** `content/footnotes/012.md`: one file a note. */
const footnotes = defineCollection({
  loader: glob({ pattern: '*.md', base: `${CONTENT}/footnotes` }),
  schema: footnoteSchema,
});

/** `content/sources/niksch-1981.yaml`: one file a cited work. */
const sources = defineCollection({
  loader: glob({ pattern: '*.yaml', base: `${CONTENT}/sources` }),
  schema: sourceSchema,
});

/** `content/emendations.yaml`: emendations of the text, with their corrections. */
const emendations = defineCollection({
  loader: optional('emendations.yaml'),
  schema: emendationSchema,
});

/** `content/editor-notes.yaml`: what the author's figures come to. */
const editorNotes = defineCollection({
  loader: optional('editor-notes.yaml'),
  schema: editorNoteSchema,
});

/** `content/events.yaml`: the dated events that the text tells. */
const events = defineCollection({ loader: optional('events.yaml'), schema: eventSchema });

export const collections = {
  chapter,
  sections,
  footnotes,
  sources,
  emendations,
  editorNotes,
  events,
};
