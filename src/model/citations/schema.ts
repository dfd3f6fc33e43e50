/** A citation: one use of a source by a note, as its front matter records it. */
import { z } from 'astro/zod';
import { number, text } from '../content/scalars.ts';

/** How a citation names its source. */
export const FORMS = [
  /** With author, title and place of publication, for the first time. */
  'full',
  /** The same once more. */
  'repeat',
  /** Shortened to what tells it apart: author and title, or an address. */
  'short',
  'ibid',
  'tongshangzhu',
  'op-cit',
  'qianyinwen',
] as const;
export type Form = (typeof FORMS)[number];

/** Why a short form is what it is said to be. */
export const BASES = [
  /** Ibid., 同上註: the note before cites one work. */
  'preceding-note',
  /** 同註 12: the note it names cites one work. */
  'named-note',
  /** One earlier work has an author of this name. */
  'author',
  /** Several have; one is cited with the author's name exactly as here. */
  'author-as-printed',
  /** Several have; one can hold the page cited. */
  'pages',
  /** The same title. */
  'title',
  /** The same address on the web. */
  'url',
  /** A person decided: see `judgement`. */
  'judgement',
] as const;
export type Basis = (typeof BASES)[number];

/** Why a short form leads to no source. */
export const REASONS = ['ambiguous', 'not-cited-earlier'] as const;
export type Reason = (typeof REASONS)[number];

/** CSL's names for what a locator counts. */
export const locatorSchema = z.strictObject({
  label: z.enum(['page', 'volume', 'chapter', 'section', 'column', 'line', 'note', 'paragraph']),
  value: text,
});
export type Locator = z.infer<typeof locatorSchema>;

export const citationSchema = z
  .strictObject({
    /** Id of the source; without one, `unresolved` says why. */
    source: text.optional(),
    unresolved: z.enum(REASONS).optional(),
    form: z.enum(FORMS),
    /** The part of the note that cites, as printed; without it, all of the note. */
    text: text.optional(),
    locator: locatorSchema.optional(),
    /** The source in which this one was seen (轉引自); the note cites it too. */
    via: text.optional(),
    /** The earlier note that a short form or a repeat points back to. */
    antecedent: number.optional(),
    basis: z.enum(BASES).optional(),
    /** Why a person decided otherwise than the resolver. */
    judgement: text.optional(),
  })
  .refine((c) => (c.source === undefined) !== (c.unresolved === undefined), {
    message: 'give either its “source”, or “unresolved” with the reason',
  })
  .refine((c) => (c.basis === 'judgement') === (c.judgement !== undefined), {
    message: '“basis: judgement” and “judgement” (the reason) belong together',
  });
export type CitationData = z.infer<typeof citationSchema>;

/** What a note is: evidence, explanation, or both. */
export const NOTE_KINDS = ['citation', 'comment', 'both'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
