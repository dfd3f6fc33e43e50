/**
 * Room `model`: the chapter as plain typed data, read from `content/`, and the
 * checks that hold it together. No Astro here but in `load.ts`.
 *
 * This file: the zod schemas of the front matter and of chapter.yaml. All are
 * strict: a key they do not know is an error.
 */
import { z } from 'astro/zod';
import { citationSchema, NOTE_KINDS } from '../citations/schema.ts';
import { lookupsSchema } from '../sources/lookups.ts';
import {
  abstractsSchema,
  articleFields,
  bookFields,
  keywordsSchema,
  licenceSchema,
  oneOfAuthors,
  thesisFields,
} from './publication.ts';
import { number, text, webAddress } from './scalars.ts';

const page = number;

/** What chapter.yaml says of a chapter of any kind. */
const common = {
  /** 3, from 第三章. Derived by the import. */
  number,
  /** 第三章 as printed; empty for a chapter without a number (緒論). Derived by the import. */
  label: z.union([z.literal(''), text]),
  /** The chapter's title without its label. Derived by the import. */
  title: text,
  /** File name of the source text in content/source/. Derived by the import. */
  source: text.regex(/^[^/\\]+$/u, 'give the name of a file in content/source, without a path'),
  /**
   * First and last printed page. Where the print numbers none (`printed: false`), they are
   * counted for the proof alone: no page, address or citation shows them. Derived by the import.
   */
  pages: z.strictObject({ first: page, last: page, printed: z.literal(false).optional() }),
  /** Running heads and page numbers that the source prints. Derived by the import. */
  furniture: z.array(z.strictObject({ page, text })),
  /** Language of the text (BCP 47). */
  lang: text,
  /** Language of the interface; without it, the one that fits the text's. */
  interface: z.enum(['zh-Hant-TW', 'zh-Hans', 'en']).optional(),
  /** Year in the catalogue. */
  issued: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'a year, or an ISO date'),
  /** What a reader must know about that date. */
  issuedNote: text.optional(),
  /** Persistent identifiers, the best first. */
  identifiers: z.array(
    z.strictObject({ type: z.enum(['handle', 'doi', 'url']), value: text, url: webAddress }),
  ),
  /** Whose the text is, and what a reader may do with it. */
  rights: text,
  /** The licence of the text: its identifier at SPDX (CC-BY-4.0), or its address. `rights` says it in words. */
  licence: licenceSchema.optional(),
  /** A summary of two or three sentences, for the title page and search engines. */
  description: text,
  /** The abstracts as published, one a language. */
  abstracts: abstractsSchema.optional(),
  /** The key words as published, one list a language. */
  keywords: keywordsSchema.optional(),
  /** What an editor has to say on single places of the text, for the page about the site. */
  editorial: z.array(text).default([]),
  /** Whether public/og/ holds the pictures of this text that shared links show (npm run og draws them). */
  cards: z.boolean().default(false),
  /** Searches to try, for the page of search: any stretch, several words, in quotation marks or without one, by source. */
  examples: z
    .strictObject({
      stretch: z.array(text).default([]),
      several: z.array(text).default([]),
      quoted: z.array(text).default([]),
      source: z.array(text).default([]),
    })
    .prefault({}),
  /**
   * Where readers report slips to: mail addresses, and trackers by an address that takes `{title}`
   * and `{body}` (https://github.com/owner/name/issues/new?title={title}&body={body}).
   */
  reports: z
    .array(
      z.union([
        z.strictObject({ mail: z.email() }),
        z.strictObject({
          name: text,
          url: z
            .string()
            .regex(/^https:\/\/\S+$/u, 'an https address')
            .refine((url) => url.includes('{body}'), {
              message: 'write {body} where the report goes',
            }),
        }),
      ]),
    )
    .default([]),
  /** Catalogues in which a reader can look up a cited work. */
  lookups: lookupsSchema,
  /**
   * The address that the site is published under (https://example.org), for builds that
   * are given no SITE. Without either, pages say no address of their own.
   */
  site: webAddress.optional(),
  /** When the addresses of undated works were last looked at, as far as the text tells (ISO date). */
  consulted: z.iso.date().optional(),
  /** The day on which the content was last changed, for files that must bear a date (ISO date). Raised by hand: the clock would give each build other bytes. */
  modified: z.iso.date().optional(),
  /**
   * Whether nothing of it has been published yet: then addresses follow the text. `npm run
   * permalinks`, a person's word, registers them and sets this to false; they hold from then on.
   */
  draft: z.boolean().default(false),
  /**
   * Whether every note has been read for what it cites: a note without a kind is then an error,
   * and pages call the catalogue of sources whole. Until then it may grow note by note.
   */
  catalogued: z.boolean().default(false),
  /** Findings of the checks that a person has looked at and accepts. */
  accepted: z.array(z.strictObject({ rule: text, id: text, why: text })).default([]),
};

/** chapter.yaml: what is published. A file that names no kind is of a thesis. */
export const chapterSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...common, ...thesisFields }),
    z.strictObject({ ...common, ...articleFields }).superRefine(oneOfAuthors),
    z.strictObject({ ...common, ...bookFields }).superRefine(oneOfAuthors),
  ],
  {
    error:
      'write `kind: thesis`, `kind: article` (of a journal) or `kind: book` (a chapter of one)',
  },
);

/** Front matter of sections/*.md. */
export const sectionSchema = z.strictObject({
  /** 4, from 第四節. Derived by the import. */
  number,
  /** 第四節 as printed; empty for a section without a number (前言). Derived by the import. */
  label: z.union([z.literal(''), text]),
  /** The title without its label. Derived by the import. */
  title: text,
  /** One sentence on what the section holds, for search engines and the title page. */
  description: text.optional(),
  /** What the source lines of its tables cite. Written by hand. */
  tables: z.array(z.strictObject({ id: text, citations: z.array(citationSchema) })).optional(),
});

/** Front matter of footnotes/*.md. */
export const footnoteSchema = z.strictObject({
  /** The note's number in the chapter: its address (/notes/12/, #fn12). Derived by the import. */
  number,
  /**
   * Its mark as printed, where that is not its number: ⑫, or 3 in a text whose notes begin anew
   * in each section. Readers see the mark, and the address keeps the number. Derived by the import.
   */
  mark: text.optional(),
  /** The printed page on which it begins. Derived by the import. */
  page,
  /** How many marks lead to it, where there are several. Derived by the import. */
  marks: number.optional(),
  /** URLs that line wraps or spaces had broken: as printed, and as repaired. Derived by the import. */
  urls: z.array(z.strictObject({ printed: text, url: webAddress })).optional(),
  /** Whether it cites, comments, or does both. Written by hand. */
  kind: z.enum(NOTE_KINDS).optional(),
  /** What it cites, in the order of its text. Written by hand. */
  citations: z.array(citationSchema).optional(),
});

export type ChapterData = z.infer<typeof chapterSchema>;
export type SectionData = z.infer<typeof sectionSchema>;
export type FootnoteData = z.infer<typeof footnoteSchema>;
