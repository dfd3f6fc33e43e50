/** The resolver: each short form leads to one earlier citation, or says why not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildChapter } from '../../src/model/chapter.ts';
import { type CitingPlace, citingPlaces, toCitations } from '../../src/model/citations/places.ts';
import { type Resolution, resolve } from '../../src/model/citations/resolve.ts';
import { REASONS } from '../../src/model/citations/schema.ts';
import { readContent } from '../../src/model/content.ts';
import { type Source, sourceSchema } from '../../src/model/source.ts';
import { sourcesById } from '../../src/model/source-ids.ts';
import { ROOT } from './content.ts';

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
function placesOf(notes: readonly CasePlace[]): CitingPlace[] {
  let last = 0;
  return notes.map((place) => {
    const { text, table } = place;
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
    const at = { note: last, ...(table === undefined ? {} : { table }) };
    return { ...at, text, kind, citations: toCitations(citations, text) };
  });
}

/** A resolution in a line: “ibid → niksch-1981, note 47, preceding-note”, “ibid: ambiguous”. */
function shown(resolution: Resolution): string {
  if ('reason' in resolution) return `${resolution.form}: ${resolution.reason}`;
  const { form, source, antecedent, basis } = resolution;
  const back = antecedent === undefined ? [] : [`note ${antecedent}`];
  return `${form} → ${[source, ...back, ...(basis ? [basis] : [])].join(', ')}`;
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

/** The places of the real chapter. */
function chapterPlaces(): { places: CitingPlace[]; byId: Map<string, Source> } {
  const found = readContent(join(ROOT, 'content'));
  if ('findings' in found) throw new Error('the content cannot be read');
  const { content } = found;
  const chapter = buildChapter(content);
  const places = citingPlaces(
    chapter.sections.flatMap((section) => section.blocks),
    new Map(chapter.notes.map((note) => [note.number, note])),
    new Map(
      content.sections.flatMap(({ data }) =>
        (data.tables ?? []).map(({ id, citations }) => [id, citations] as const),
      ),
    ),
  );
  return { places, byId: sourcesById(content.sources) };
}

describe('in the real chapter', () => {
  const { places, byId } = chapterPlaces();
  const resolutions = resolve(places, byId);
  const later = places.flatMap((place, i) =>
    (resolutions[i] ?? [])
      .filter(({ form }) => form !== 'full')
      .map((resolution) => `${place.table ?? place.note}: ${shown(resolution)}`),
  );

  test('all notes and tables are read', () => {
    expect(places.filter((p) => p.table === undefined).map((p) => p.note)).toEqual(
      Array.from({ length: 116 }, (_, i) => i + 1),
    );
    expect(places.flatMap((p) => p.table ?? [])).toEqual(['table-3-1', 'table-3-2']);
  });

  test('every citation but a first one leads where a reader of the notes has found that it leads', () => {
    expect(later).toEqual([
      'table-3-1: short → bei-ming-nd, note 8, url',
      'table-3-1: repeat → yan-jiaqi-nd, note 6, title',
      '22: ibid → taylor-1992, note 21, preceding-note',
      '28: op-cit → taylor-1990, note 24, author-as-printed',
      '29: op-cit → taylor-1990, note 24, author-as-printed',
      '31: ibid → rich-1982, note 30, preceding-note',
      '32: op-cit → taylor-1990, note 24, author-as-printed',
      '33: op-cit → rich-1982, note 30, author',
      '40: ibid → niksch-1981, note 39, preceding-note',
      '41: op-cit → rich-1982, note 30, author',
      '44: op-cit → taylor-1990, note 24, author-as-printed',
      '45: op-cit → niksch-1981, note 39, author',
      '46: ibid → niksch-1981, note 45, preceding-note',
      '47: op-cit → niksch-1981, note 39, author',
      '48: ibid → niksch-1981, note 47, preceding-note',
      '50: op-cit → niksch-1981, note 39, author',
      '51: op-cit → niksch-1981, note 39, author',
      '53: op-cit → taylor-1990, note 24, author-as-printed',
      '57: repeat → cna-2003-11-25, note 56, title',
      '60: repeat → cna-2003-11-24-iraq, note 55, title',
      '65: repeat → xinhuanet-2004-10-26, note 58, url',
      '67: repeat → buss-1982, note 7, title',
      '76: repeat → costind-nd, note 75, title',
      '81: tongshangzhu → yang-zhiheng-2000, note 80, preceding-note',
      '82: tongshangzhu → yang-zhiheng-2000, note 81, preceding-note',
      '86: short → wu-xinbo-nd, note 84, title',
      '97: qianyinwen → lai-yizhong-nd, note 95, author',
      '108: tongshangzhu → gu-guanfu-1996, note 107, preceding-note',
      '109: qianyinwen: not-cited-earlier',
    ]);
  });

  test('every note that prints the mark of a short form is one of them', () => {
    const marked = places.filter(({ text }) =>
      /\b(?:ibid|(?:op|loc)\. ?cit)|同[上前註]|前[引揭]/iu.test(text),
    );
    const short = later.filter((line) => /: (?:ibid|op-cit|tongshangzhu|qianyinwen)/u.test(line));
    expect(short.map((line) => Number.parseInt(line, 10))).toEqual(marked.map((p) => p.note));
  });
});
