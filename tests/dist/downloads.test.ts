/** The data under /downloads/: valid, complete, and usable by other programs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { figures, README } from '../../src/cli/figures.ts';
import { tallyOf } from '../../src/model/bibliography/tally.ts';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import { DIST, hasId, NOTES, one, page, ROOT, text } from './site.ts';
import { schema } from './tools.ts';

const read = (file: string) => readFileSync(join(DIST, 'downloads', file), 'utf8');
const json = (file: string) => JSON.parse(read(file));
const notes: Record<string, unknown>[] = json('notes.json');
const sources: Record<string, unknown>[] = json('sources.json');

/** Of the Citation Style Language project; not part of this repository. */
const OFFICIAL = schema('csl-data.json');

function faults(schema: object, data: unknown): unknown {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(data) ? [] : validate.errors;
}

describe('notes.json', () => {
  test('fits its schema, and the schema would find a fault', () => {
    const schema = json('schema/notes.schema.json');
    expect(faults(schema, notes)).toEqual([]);
    expect(faults(schema, [{ ...notes[0], page: 'x' }])).not.toEqual([]);
    expect(faults(schema, [{ ...notes[0], extra: 1 }])).not.toEqual([]);
  });

  test('has the notes in order, each with the keys of the contract', () => {
    expect(notes.map((n) => n['number'])).toEqual(NOTES);
    for (const note of notes) {
      expect(Object.keys(note)).toEqual([
        'number',
        'page',
        'section',
        'kind',
        'text',
        'citations',
        'unresolved',
      ]);
      for (const citation of note['citations'] as object[]) {
        expect(Object.keys(citation).filter((k) => k !== 'via')).toEqual([
          'source',
          'form',
          'locator',
          'antecedent',
          'basis',
        ]);
      }
    }
  });

  test('has the printed words of each note', () => {
    const squeezed = (s: string) => s.replace(/\s+/gu, '');
    for (const n of NOTES) {
      const skip = (e: { attrs: { name: string }[] }) =>
        e.attrs.some((a) => a.name === 'data-apparatus');
      const shown = text(one(page(`/notes/${n}/`), hasId(`fn${n}`)), skip);
      expect(squeezed(String(notes[n - 1]?.['text']))).toBe(squeezed(shown));
    }
  });

  test('cites only sources of sources.json, and points back only to earlier notes that cite the same', () => {
    const ids = new Set(sources.map((s) => s['id']));
    const cited = (n: number) =>
      ((notes[n - 1]?.['citations'] ?? []) as { source: string }[]).map((c) => c.source);
    for (const note of notes) {
      for (const c of note['citations'] as {
        source: string;
        antecedent: number | null;
        via?: string;
      }[]) {
        expect(ids.has(c.source)).toBe(true);
        if (c.via) expect(ids.has(c.via)).toBe(true);
        if (c.antecedent === null) continue;
        expect(c.antecedent).toBeLessThan(Number(note['number']));
        expect(cited(c.antecedent)).toContain(c.source);
      }
    }
  });
});

describe('sources.json', () => {
  test('fits its schema, and the schema would find a fault', () => {
    const schema = json('schema/sources.schema.json');
    expect(faults(schema, sources)).toEqual([]);
    expect(faults(schema, [{ ...sources[0], issued: '2003' }])).not.toEqual([]);
  });

  test.skipIf(OFFICIAL === undefined)(
    'is valid CSL-JSON by the official schema (left out where that schema is not at hand)',
    () => {
      const ajv = new Ajv({ allErrors: true, strict: false });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(OFFICIAL ?? '', 'utf8')));
      validate(sources);
      expect(validate.errors ?? []).toEqual([]);
      expect(validate([{ ...sources[0], type: 'blog' }])).toBe(false);
    },
  );

  test.each(sources.map((s) => [String(s['id']), s] as const))(
    '%s renders in a citation processor, in three styles',
    (_, item) => {
      for (const template of ['apa', 'vancouver', 'harvard1']) {
        const cite = new Cite(item, { generateGraph: false });
        const shown = cite.format('bibliography', { template, lang: 'en-US' });
        const title = String(item['title'] ?? item['container-title'] ?? '');
        const word = title.replace(/^\[/u, '').split(/[\s:：，─(]/u)[0] ?? '';
        expect(shown.toLowerCase(), template).toContain(word.toLowerCase());
        expect(shown, template).not.toMatch(/undefined|NaN|\[object/u);
      }
    },
  );
});

describe('notes.csv', () => {
  const csv = read('notes.csv');
  const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
  });

  test('is UTF-8 with a byte order mark, and lines that end as RFC 4180 has it', () => {
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(errors).toEqual([]);
  });

  test('has a row for each citation of the notes and of the tables', () => {
    const inNotes = notes.flatMap((n) => [
      ...(n['citations'] as object[]),
      ...(n['unresolved'] as object[]),
    ]);
    expect(data.filter((row) => row['note'] !== '')).toHaveLength(inNotes.length);
    expect(data.filter((row) => row['table'] !== '').map((row) => row['table'])).toEqual([
      'table-3-1',
      'table-3-1',
      'table-3-2',
      'table-3-2',
      'table-3-2',
      'table-3-2',
      'table-3-2',
    ]);
    expect(data.find((row) => row['note'] === '48')).toMatchObject({
      form: 'ibid',
      locator: '330',
      antecedent: '47',
      source: 'niksch-1981',
      outlet: 'Asian Survey',
      year: '1981',
    });
    expect(data.find((row) => row['note'] === '109')).toMatchObject({
      source: '',
      unresolved: 'not-cited-earlier',
    });
    expect(data.find((row) => row['note'] === '13')).toMatchObject({
      date: '2003-01-17',
      date_printed: '92 年 1 月 17 日',
    });
  });
});

test('the counts in the README are those of the content', () => {
  const content = readContent(join(ROOT, 'content'));
  if (!('content' in content)) throw new Error('the content cannot be read');
  const tally = tallyOf(buildChapter(content.content));
  expect(readFileSync(join(ROOT, README), 'utf8')).toContain(figures(tally));
  expect(tally.notes).toBe(notes.length);
  expect(tally.sources).toBe(sources.length);
});
