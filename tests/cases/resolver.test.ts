/** The resolver: each short form leads to one earlier citation, or says why not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CitingHost, toCitations } from '../../src/model/citations/hosts.ts';
import { resolve } from '../../src/model/citations/resolve.ts';
import { REASONS } from '../../src/model/citations/schema.ts';
import { type Source, sourceSchema } from '../../src/model/sources/source.ts';
import { ROOT } from './content.ts';
import { shown } from './shown.ts';

const FOLDER = join(ROOT, 'tests/cases/resolver');
const read = (file: string): unknown => parse(readFileSync(join(FOLDER, file), 'utf8'));

/** A citation as a person recorded it, and what the resolver makes of it. */
const citationShape = {
  source: z.string().optional(),
  unresolved: z.enum(REASONS).optional(),
  via: z.string().optional(),
  /** The page it names. */
  page: z.string().optional(),
  /** As `shown` writes it. */
  found: z.string(),
  /** A part of the reason given for what is unresolved. */
  why: z.string().optional(),
};
const placeShape = {
  text: z.string(),
  /** Id of the table whose source line it is; notes count from 1. */
  table: z.string().optional(),
  /** The note's number as printed, where numbers begin anew in each section. */
  printed: z.number().optional(),
};
/** A comment, a note that is one citation, or one with several. */
const placeSchema = z.union([
  z.strictObject(placeShape),
  z.strictObject({ ...placeShape, ...citationShape }),
  z.strictObject({
    ...placeShape,
    citations: z.array(z.strictObject({ text: z.string(), ...citationShape })),
  }),
]);
const casesSchema = z.array(
  z.strictObject({
    /** What the resolver does, as a sentence. */
    name: z.string(),
    notes: z.array(placeSchema).min(1),
  }),
);
type CasePlace = z.infer<typeof placeSchema>;

const sources: Map<string, Source> = new Map(
  Object.entries(z.record(z.string(), sourceSchema).parse(read('sources.yaml'))).map(
    ([id, data]) => [id, { ...data, id }],
  ),
);
const tables = readdirSync(FOLDER)
  .filter((file) => file !== 'sources.yaml')
  .map((file) => [file.replace('.yaml', ''), casesSchema.parse(read(file))] as const);

const citationsOf = (place: CasePlace) => {
  if ('citations' in place) return place.citations;
  return 'found' in place ? [place] : [];
};

/** The places of a case; notes are numbered from 1. */
function placesOf(notes: readonly CasePlace[]): CitingHost[] {
  let last = 0;
  return notes.map((place) => {
    const { text, table, printed } = place;
    if (table === undefined) last += 1;
    const citations = citationsOf(place).map(({ page, text: own, source, unresolved, via }) => {
      if (source !== undefined && !sources.has(source)) throw new Error(`there is no ${source}`);
      return {
        form: 'full' as const,
        text: own,
        source,
        unresolved,
        via,
        locator: page === undefined ? undefined : { label: 'page' as const, value: page },
      };
    });
    const kind = citations.length > 0 ? 'citation' : 'comment';
    const at = {
      note: last,
      ...(table === undefined ? {} : { table }),
      ...(printed === undefined ? {} : { printed }),
    };
    return { ...at, text, kind, citations: toCitations(citations, text) };
  });
}

describe.each(tables)('%s', (_, cases) => {
  test.each(cases)('$name', ({ notes }) => {
    const resolutions = resolve(placesOf(notes), sources);
    const expected = notes.map((place) => citationsOf(place));
    expect(resolutions.map((r) => r.map(shown))).toEqual(
      expected.map((citations) => citations.map(({ found }) => found)),
    );
    for (const [i, citations] of expected.entries()) {
      for (const [j, { why }] of citations.entries()) {
        const resolution = resolutions[i]?.[j];
        if (why !== undefined) expect(resolution).toMatchObject({ detail: expect.any(String) });
        if (why !== undefined && resolution && 'detail' in resolution)
          expect(resolution.detail).toContain(why);
      }
    }
  });
});

test('the cases show every form, every basis and every reason that the resolver can give', () => {
  const all = tables.flatMap(([, cases]) =>
    cases.flatMap(({ notes }) => notes.flatMap((place) => citationsOf(place).map((c) => c.found))),
  );
  const words = new Set(all.flatMap((found) => found.split(/[^a-z-]+/u)));
  const known = [
    ...['full', 'repeat', 'short', 'ibid', 'tongshangzhu', 'op-cit', 'qianyinwen'],
    ...['preceding-note', 'named-note', 'author', 'author-as-printed', 'pages', 'title', 'url'],
    ...REASONS,
  ];
  expect(known.filter((word) => !words.has(word))).toEqual([]);
});
