/**
 * Room `exports`: the model as other programs read it. Pure: model in, string or
 * plain data out.
 *
 * This file: sources as CSL-JSON (schema csl-data.json of CSL 1.0.2). What CSL has
 * no variable for stands under `custom`, where it allows anything.
 */
import { z } from 'astro/zod';
import { endsOf, partsOf } from '../model/sources/dates.ts';
import {
  type Identifier,
  type IdentifierType,
  identifierOf,
  WORK_IDENTIFIERS,
} from '../model/sources/identifiers.ts';
import type { Name } from '../model/sources/name.ts';
import { KINDS, outletOf, type Source } from '../model/sources/source.ts';
import { seasonOf } from './seasons.ts';
import { titleOf } from './supplied-title.ts';

const nameSchema = z.strictObject({
  family: z.string().optional(),
  given: z.string().optional(),
  suffix: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'static-ordering': z.boolean().optional(),
  literal: z.string().optional(),
});

const dateSchema = z.strictObject({
  'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2),
  season: z.string().optional().describe('In words: programs print a number as one'),
});

/** A source as CSL-JSON; the variables that this project uses. */
export const cslItemSchema = z
  .strictObject({
    id: z.string().describe('The id of the source, as in /sources/<id>/'),
    type: z.string(),
    language: z.string(),
    author: z.array(nameSchema).optional(),
    'container-author': z.array(nameSchema).optional(),
    editor: z.array(nameSchema).optional(),
    translator: z.array(nameSchema).optional(),
    title: z
      .string()
      .describe(
        'In square brackets: the note gives no title, and its description or reference stands for it',
      ),
    'container-title': z.string().optional(),
    'collection-title': z.string().optional(),
    'event-title': z.string().optional(),
    'event-place': z.string().optional(),
    authority: z.string().optional(),
    genre: z.string().optional(),
    note: z.string().optional().describe('A number or a kind that this type has no variable for'),
    edition: z.string().optional(),
    volume: z.string().optional(),
    issue: z.string().optional(),
    number: z.string().optional(),
    page: z.string().optional(),
    publisher: z.string().optional(),
    'publisher-place': z.string().optional(),
    issued: dateSchema.optional(),
    URL: z.url().optional(),
    DOI: z.string().optional(),
    ISBN: z.string().optional(),
    ISSN: z.string().optional(),
    PMID: z.string().optional(),
    custom: z
      .strictObject({
        kind: z.enum(KINDS).describe('Kind of outlet'),
        outlet: z.string().optional().describe('Publisher or outlet in its one canonical form'),
        issuedPrinted: z.string().optional().describe('The date as the note prints it'),
        otherURLs: z.array(z.url()).optional(),
        identifiers: z
          .array(
            z.strictObject({
              type: z.enum(WORK_IDENTIFIERS),
              value: z.string(),
              by: z.string().describe('Who looked it up: no note prints it'),
              when: z.iso.date().optional(),
            }),
          )
          .optional()
          .describe('Identifiers that somebody looked up'),
        printed: z
          .array(z.strictObject({ note: z.int(), field: z.string(), value: z.string() }))
          .optional()
          .describe('Where a note prints a field in another form'),
        supplied: z
          .array(z.strictObject({ field: z.string(), why: z.string() }))
          .optional()
          .describe('What an editor supplied'),
        missing: z.array(z.string()).optional().describe('What the notes do not give'),
        remarks: z.array(z.string()).optional(),
      })
      .describe('What CSL has no variable for'),
  })
  .describe('A cited work as a CSL-JSON item');
export type CslItem = z.infer<typeof cslItemSchema>;

/** The variables that CSL and our sources have under the same name. */
const SHARED = [
  'container-title',
  'collection-title',
  'event-title',
  'event-place',
  'authority',
  'edition',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'URL',
] as const;
const NAMES = ['author', 'container-author', 'editor', 'translator'] as const;

/** Takes out keys without a value, so that they are not written. */
function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

const filled = <T>(list: readonly T[]): T[] | undefined =>
  list.length > 0 ? [...list] : undefined;

function toDate(source: Source): z.infer<typeof dateSchema> | undefined {
  if (!source.issued) return undefined;
  const season = seasonOf(source);
  return { 'date-parts': endsOf(source.issued).map(partsOf), ...(season ? { season } : {}) };
}

/** The variables that CSL has for identifiers. */
const IDENTIFIERS: readonly [string, IdentifierType][] = [
  ['DOI', 'doi'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
];

const plainIdentifier = ({ type, value, by, when }: Identifier) =>
  present({ type, value, by, when });

/** Types whose number a style prints as such; of others it comes out as pages, or as an article's. */
const NUMBERED: readonly Source['type'][] = ['book', 'hearing', 'report', 'webpage'];

/** A number and a kind of work, in the variables of their own or, where the type has none, as a note. */
function numbered({ type, number, genre }: Source) {
  const isNumbered = NUMBERED.includes(type);
  const notes = [isNumbered ? undefined : number, type === 'chapter' ? genre : undefined];
  return {
    number: isNumbered ? number : undefined,
    genre: type === 'chapter' ? undefined : genre,
    note: notes.filter((note) => note !== undefined).join('; ') || undefined,
  };
}

/** A name as CSL has it; its forms in other letters are ours alone. */
function cslName(name: Name): z.infer<typeof nameSchema> {
  if ('literal' in name) return { literal: name.literal };
  const { latin: _, ...parts } = name;
  return parts;
}

/** A source as a CSL-JSON item. */
export function toCsl(source: Source): CslItem {
  const names = NAMES.map((key) => [key, source[key]?.map(cslName)] as const);
  const shared = SHARED.map((key): [string, string | undefined] => [key, source[key]]);
  return present({
    id: source.id,
    type: source.type,
    language: source.language,
    ...Object.fromEntries(names),
    title: titleOf(source),
    ...Object.fromEntries(shared),
    ...numbered(source),
    issued: toDate(source),
    ...Object.fromEntries(IDENTIFIERS.map(([key, type]) => [key, identifierOf(source, type)])),
    custom: present({
      kind: source.kind,
      outlet: outletOf(source),
      issuedPrinted: source.issued?.printed,
      otherURLs: source.otherURLs,
      identifiers: filled(source.identifiers.map(plainIdentifier)),
      printed: filled(source.printed),
      supplied: filled(source.supplied),
      missing: filled(source.missing),
      remarks: filled(source.remarks),
    }),
  }) as CslItem;
}
