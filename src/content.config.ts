/** The content collections: where the files are, and the schema each must fit. */

import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { CONTENT } from './import/content-folder.ts';
import { chapterSchema, footnoteSchema, sectionSchema } from './model/schemas.ts';
import { sourceSchema } from './model/source.ts';

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

export const collections = { chapter, sections, footnotes, sources };
