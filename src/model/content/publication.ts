/**
 * What chapter.yaml says of the publication that the text stands in, by its kind: a thesis, a journal
 * or a book. Each kind asks for what a reference to it needs, and refuses what belongs to another.
 */
import { z } from 'astro/zod';
import { identifierFault } from '../sources/identifiers.ts';
import { number, text } from './scalars.ts';

/** A person's name in Chinese and, where known, in Latin letters (CSL name parts). */
const person = z.strictObject({
  /** 何 */
  family: text,
  /** 仁傑 */
  given: text,
  /** The same name as the catalogue romanises it. */
  latin: z.strictObject({ family: text, given: text }).optional(),
});
export type Person = z.infer<typeof person>;

/** A number that its registry gives, with its check digit. */
const standardNumber = (type: 'issn' | 'isbn') =>
  text.superRefine((value, context) => {
    const message = identifierFault(type, value);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** A volume or an issue: 12, or in quotation marks what is more than a number ("1-2"). */
const counted = z.union([number.transform(String), text], {
  error: 'write a number, or words in quotation marks: "1-2"',
});

/** A thesis, and the chapter of it that this is. */
export const thesisFields = {
  kind: z.literal('thesis').optional(),
  author: person,
  adviser: person.optional(),
  /** The thesis the chapter belongs to. */
  thesis: z.strictObject({
    /** The title in the library's catalogue, by which it is cited. */
    title: text,
    /** The title as the running head prints it, where that differs. */
    titlePrinted: text.optional(),
    /** 碩士論文 or the like. */
    genre: text,
  }),
  institution: z.strictObject({
    name: text,
    /** What it calls itself in English. */
    latin: text.optional(),
    /** 系所: the department or institute, which Taiwan and GB/T name with the university. */
    department: text.optional(),
    /** 臺北: where it is. */
    place: text.optional(),
  }),
  /** The archive that the first identifier leads to, as APA names it (政大學術集成). */
  archive: z.strictObject({ name: text, latin: text.optional() }).optional(),
  /** The titles in Latin letters, as a person romanises them: English styles ask for it. Never made by a program. */
  latin: z.strictObject({ title: text.optional(), thesis: text.optional() }).optional(),
  /** The titles in English, as the thesis itself or a person translates them. */
  translated: z.strictObject({ title: text.optional(), thesis: text.optional() }).optional(),
};

/** Who wrote it, and its title in other letters, where it is no thesis. */
const written = {
  /** The one author. */
  author: person.optional(),
  /** Several authors, in their order. */
  authors: z.array(person).min(1).optional(),
  /** The title in Latin letters, as a person romanises it. */
  latin: z.strictObject({ title: text.optional() }).optional(),
  /** The title in English, as the author or the publisher translates it. */
  translated: z.strictObject({ title: text.optional() }).optional(),
};

/** Refuses a text that names no author, or names them in both ways. */
export function oneOfAuthors(
  data: { author?: unknown; authors?: unknown },
  context: z.RefinementCtx,
): void {
  if ((data.author === undefined) !== (data.authors === undefined)) return;
  const message =
    data.author === undefined
      ? 'write who wrote it: `author`, or a list of several, `authors`'
      : 'write `author` or `authors`, not both';
  context.addIssue({ code: 'custom', path: ['author'], message });
}

/** The title of what the text stands in, and its forms. */
const host = {
  title: text,
  /** In Latin letters, as a person romanises it. */
  latin: text.optional(),
  /** In English, as it calls itself or a person translates it. */
  translated: text.optional(),
  /** 臺北: where its publisher is. */
  place: text.optional(),
};

/** An article in an issue of a journal. */
export const articleFields = {
  kind: z.literal('article'),
  ...written,
  /** The journal, and the issue of it. */
  journal: z
    .strictObject({
      ...host,
      volume: counted.optional(),
      issue: counted.optional(),
      issn: standardNumber('issn').optional(),
      publisher: text.optional(),
    })
    .refine(({ volume, issue }) => volume !== undefined || issue !== undefined, {
      message: 'write the `volume` or the `issue` of the journal, or both',
    }),
};

/** A chapter of a book that is no thesis. */
export const bookFields = {
  kind: z.literal('book'),
  ...written,
  /** The book the chapter belongs to. */
  book: z.strictObject({
    ...host,
    /** Who edited it; none where one author wrote all of it. */
    editors: z.array(person).min(1).optional(),
    /** The series it appeared in. */
    series: text.optional(),
    /** Its volume, where it has several. */
    volume: counted.optional(),
    /** 2, or 修訂版; none of a first edition. */
    edition: counted.optional(),
    publisher: text,
    isbn: standardNumber('isbn').optional(),
  }),
};

/** An SPDX identifier (CC-BY-4.0), or an https address. */
export const licenceSchema = text.regex(/^(?:https:\/\/\S+|[A-Za-z\d][A-Za-z\d.+-]*)$/u, {
  error: 'write an identifier of SPDX (CC-BY-4.0), or an https address; its words go into `rights`',
});

/** A language is named once. */
const onePerLanguage = (list: readonly { lang: string }[]): boolean =>
  new Set(list.map(({ lang }) => lang)).size === list.length;

const TWICE = { message: 'a language stands here twice: put them together' };

export const abstractsSchema = z
  .array(z.strictObject({ lang: text, text: z.string().min(1).max(10_000) }))
  .min(1)
  .refine(onePerLanguage, TWICE);

export const keywordsSchema = z
  .array(z.strictObject({ lang: text, words: z.array(text).min(1) }))
  .min(1)
  .refine(onePerLanguage, TWICE);
