/**
 * A source: a cited work, as CSL describes it (CSL 1.0.2 variables and types),
 * with what only this chapter knows of it. One file a source, its name the id.
 */
import { z } from 'astro/zod';
import { dayAsWritten, number, text, webAddress } from '../content/scalars.ts';
import { identifierOf, identifierUrl, workIdentifiersSchema } from './identifiers.ts';
import { nameSchema } from './name.ts';

/** What kind of outlet a work came from, in the order in which the bibliography shows them. */
export const KINDS = [
  'book',
  'journal',
  'conference',
  'report',
  'government',
  'reference',
  'magazine',
  'newspaper',
  'wire',
  'website',
] as const;
export type Kind = (typeof KINDS)[number];

/** The CSL types in use. */
const TYPES = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'hearing',
  'paper-conference',
  'report',
  'speech',
  'thesis',
  'webpage',
] as const;

/** The languages of the works, as far as their titles tell (BCP 47). */
export const LANGUAGES = ['zh', 'en', 'ja', 'ko'] as const;

const ISO = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;
const SEASONS = ['spring', 'summer', 'summer/fall', 'fall', 'fall/winter', 'winter'] as const;

/** An interval runs forward; of dates of different length, what both have is compared: 2003-05/2003. */
function endsInOrder(date: string): boolean {
  const [first = '', last = first] = date.split('/');
  const length = Math.min(first.length, last.length);
  return first.slice(0, length) <= last.slice(0, length);
}

const issuedSchema = z.strictObject({
  /** ISO 8601, Republic years converted; an interval has a slash: 1973-09/1973-10. */
  date: z.preprocess(
    dayAsWritten,
    z
      .string()
      .refine((s) => s.split('/').length <= 2 && s.split('/').every((d) => ISO.test(d)), {
        message: 'write an ISO date (2003, 2003-01, 2003-01-17), or two with a slash between them',
      })
      .refine((s) => endsInOrder(s), { message: 'the date ends before it begins' }),
  ),
  season: z.enum(SEASONS).optional(),
  /** The date as the note prints it. */
  printed: text,
});
export type Issued = z.infer<typeof issuedSchema>;

/** The variables a note can leave out, or print in another form. */
const FIELDS = [
  'author',
  'author-others',
  'title',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'issued',
  'volume',
  'issue',
  'page',
] as const;
export type Field = (typeof FIELDS)[number];

/** What of a work an English reference can give in Latin letters or in English. */
const otherForms = z.strictObject({
  title: text.optional(),
  'container-title': text.optional(),
  'collection-title': text.optional(),
  'event-title': text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
});

/** sources/<id>.yaml */
export const sourceSchema = z.strictObject({
  kind: z.enum(KINDS),
  type: z.enum(TYPES),
  /** Language the work is written in, as far as its title tells (BCP 47). */
  language: z.enum(LANGUAGES),
  author: z.array(nameSchema).min(1).optional(),
  editor: z.array(nameSchema).min(1).optional(),
  translator: z.array(nameSchema).min(1).optional(),
  'container-author': z.array(nameSchema).min(1).optional(),
  /** In square brackets when the work's own title is missing and the note's words describe it. */
  title: text.optional(),
  /**
   * In Latin letters what is printed in others, as a catalogue or a person romanises it: Chicago, APA
   * and MLA ask for it (Chaoxian bandao xin qingshi). Never made by a program.
   */
  latin: otherForms.optional(),
  /** The same in English, as the work itself or a person translates it; shown in square brackets. */
  translated: otherForms.optional(),
  /** Outlets are written in one form each, so that lists by outlet do not split. */
  'container-title': text.optional(),
  'collection-title': text.optional(),
  'event-title': text.optional(),
  'event-place': text.optional(),
  authority: text.optional(),
  genre: text.optional(),
  edition: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  number: text.optional(),
  /** Pages of the work itself (first, or first-last), where a note gives them; pin pages are locators. */
  page: text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  issued: issuedSchema.optional(),
  /** As repaired; the notes keep the address as printed. */
  URL: webAddress.optional(),
  /** Further addresses that a note gives for the same work. */
  otherURLs: z.array(webAddress).optional(),
  /** What no note prints and somebody looked up: DOI, ISBN, ISSN, PMID, Wikidata. */
  identifiers: workIdentifiersSchema,
  /** Where a note prints a field in another form than the one above. */
  printed: z
    .array(z.strictObject({ note: number, field: z.enum(FIELDS), value: text }))
    .default([]),
  /** What an editor supplied that no note prints, and why it is sure. */
  supplied: z.array(z.strictObject({ field: z.enum(FIELDS), why: text })).default([]),
  /** What a reference of this type should have and no note gives. */
  missing: z.array(z.enum(FIELDS)).default([]),
  /** What a reader should know: why two citations are one work, or two; how a date was read. */
  remarks: z.array(text).default([]),
});
export type SourceData = z.infer<typeof sourceSchema>;

/** A source with its id, which is the name of its file. */
export type Source = SourceData & { id: string };

/** A field as a note prints it, where that differs from the form the source has. */
export function printedIn(
  source: SourceData,
  field: 'title' | 'container-title',
  note: number,
): string | undefined {
  const variant = source.printed.find((p) => p.field === field && p.note === note);
  return variant?.value ?? source[field];
}

/** Whether a title is the note's description of a work without one. */
export const isDescription = (title: string): boolean => /^\[.*\]$/u.test(title);

const BY_CONTAINER: readonly string[] = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'webpage',
];

/** The host of its address, for an outlet that names itself no other way. */
const hostOf = ({ URL: url }: SourceData): string | undefined =>
  url === undefined ? undefined : new URL(url).hostname.replace(/^www\./u, '');

/**
 * The publisher or outlet by which a source is listed: the periodical or site of
 * an article, else who published it, else the host of its address.
 */
export function outletOf(source: SourceData): string | undefined {
  const { publisher, authority, author = [] } = source;
  const container = source['container-title'];
  if (BY_CONTAINER.includes(source.type)) return container ?? publisher ?? hostOf(source);
  const body = author.map((name) => ('literal' in name ? name.literal : undefined))[0];
  const series = source.type === 'report' ? (body ?? container) : undefined;
  return publisher ?? authority ?? source['event-title'] ?? series ?? hostOf(source);
}

/**
 * The URL that a reference ends with: as printed, else that of its DOI, which is what a style asks for
 * first (Chicago 18; APA 7, 9.34–36; MLA 9, 5.84–99).
 */
export function urlOf(source: SourceData): string | undefined {
  const doi = identifierOf(source, 'doi');
  return source.URL ?? (doi && identifierUrl({ type: 'doi', value: doi }));
}

/** A source of which nothing names the work: it is called by the host of its address. */
export function withName(source: Source): Source {
  const { author, editor, title } = source;
  const outlet = outletOf(source);
  if (author ?? editor ?? title ?? source['container-title'] ?? source['event-title'])
    return source;
  return outlet === undefined ? source : { ...source, 'container-title': outlet };
}

/** The year by which a source is listed; that of the first date of an interval. */
export function yearOf(source: SourceData): string | undefined {
  return source.issued?.date.slice(0, 4);
}
