/**
 * Look-up links: where a reader may go on from a work, as templates that a publisher keeps in
 * chapter.yaml. A template is an address in which {title}, {isbn} and the like stand for what
 * the source says (RFC 6570, level 1). Nothing is requested until a reader follows the link.
 */
import { z } from 'astro/zod';
import { text } from '../content/scalars.ts';
import { identifierOf } from './identifiers.ts';
import { spoken } from './name.ts';
import { isDescription, KINDS, LANGUAGES, type SourceData, yearOf } from './source.ts';

/** The fields that a template may name, and what each is of a source. */
const FIELDS = {
  /** The title; none where a note only describes the work. */
  title: ({ title }) => (title === undefined || isDescription(title) ? undefined : title),
  /** The first author, or editor, in the order in which the name is spoken. */
  author: ({ author, editor }) => {
    const [name] = author ?? editor ?? [];
    return name && spoken(name);
  },
  /** The journal, newspaper, book or site in which the work stands. */
  container: (source) => source['container-title'],
  publisher: ({ publisher }) => publisher,
  year: yearOf,
  volume: ({ volume }) => volume,
  issue: ({ issue }) => issue,
  page: ({ page }) => page,
  doi: (source) => identifierOf(source, 'doi'),
  /** Without hyphens: catalogues take it so. */
  isbn: (source) => identifierOf(source, 'isbn')?.replaceAll('-', ''),
  issn: (source) => identifierOf(source, 'issn'),
  pmid: (source) => identifierOf(source, 'pmid'),
} as const satisfies Record<string, (source: SourceData) => string | undefined>;
type LookupField = keyof typeof FIELDS;

const known = (name: string): name is LookupField => Object.hasOwn(FIELDS, name);

const FIELD = /\{([^{}]*)\}/gu;

/** What is wrong with a template, and what to do; undefined for a good one. */
function templateFault(template: string): string | undefined {
  const names = [...template.matchAll(FIELD)].map(([, name = '']) => name);
  const wrong = names.find((name) => !known(name));
  if (wrong !== undefined)
    return `{${wrong}} is no field of a source: write one of ${Object.keys(FIELDS).join(', ')}`;
  if (/[{}]/u.test(template.replace(FIELD, ''))) return 'a { or } has no partner';
  if (/\s/u.test(template)) return 'an address has no spaces: write %20';
  // Whatever stands for a field must not choose the host.
  if (!/^https:\/\/[^/?#{}@\\]+[/?#]/u.test(template))
    return 'write an address that begins with https:// and a host without fields, with a / after it';
  return URL.canParse(template.replace(FIELD, 'x')) ? undefined : 'this is no address';
}

const template = text.superRefine((value, context) => {
  const message = templateFault(value);
  if (message) context.addIssue({ code: 'custom', message });
});

/** A catalogue: what readers know it by, and how it is asked. */
const lookupSchema = z.strictObject({
  name: text,
  /** Templates, the best first: a work gets the first of which it has every field. */
  urls: z.array(template).min(1),
  /** The kinds of works it has; without them, all. */
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  /** The languages of works it has; without them, all. */
  languages: z.array(z.enum(LANGUAGES)).min(1).optional(),
});

export const lookupsSchema = z
  .array(lookupSchema)
  .superRefine((lookups, context) => {
    lookups.forEach(({ name }, i) => {
      if (lookups.findIndex((lookup) => lookup.name === name) < i)
        context.addIssue({
          code: 'custom',
          path: [i, 'name'],
          message: `“${name}” stands above already; give this one another name, or its addresses to that one`,
        });
    });
  })
  .default([]);
export type Lookup = z.infer<typeof lookupSchema>;

/** Everything but what RFC 3986 leaves free in a value. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A template filled with what a source says; undefined where the source lacks a field of it. */
function filled(url: string, source: SourceData): string | undefined {
  const values = [...url.matchAll(FIELD)].map(([, name = '']) =>
    known(name) ? FIELDS[name](source) : undefined,
  );
  if (values.some((value) => value === undefined)) return undefined;
  let at = 0;
  return url.replace(FIELD, () => encoded(values[at++] ?? ''));
}

/** A look-up link of a work. */
export interface LookupLink {
  name: string;
  url: string;
  /** Whether it only opens the catalogue, which takes no question in its address. */
  opensOnly: boolean;
}

/** The look-up links of a work, in the order of chapter.yaml. */
export function lookupLinks(lookups: readonly Lookup[], source: SourceData): LookupLink[] {
  return lookups.flatMap(({ name, urls, kinds, languages }): LookupLink[] => {
    if (kinds && !kinds.includes(source.kind)) return [];
    if (languages && !languages.includes(source.language)) return [];
    for (const template of urls) {
      const url = filled(template, source);
      if (url !== undefined) return [{ name, url, opensOnly: url === template }];
    }
    return [];
  });
}
