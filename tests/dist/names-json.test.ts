/** names.json as downloaded: fits its schema, has every name of the list, and counts characters of the notes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { DIST, ROOT } from './site.ts';

interface Listed {
  id: string;
  occurrences: { at: string; from: number; to: number; form: string }[];
}

const download = (file: string): string => readFileSync(join(DIST, 'downloads', file), 'utf8');
const squeezed = (words: string): string => words.replace(/\s+/gu, '');
const listed = parse(readFileSync(join(ROOT, 'content/names.yaml'), 'utf8')) as { id?: string }[];
const names = JSON.parse(download('names.json')) as Listed[];

test('names.json fits its schema and has every name with an address', () => {
  const validate = new Ajv2020().compile(JSON.parse(download('schema/names.schema.json')));
  expect(validate(names), JSON.stringify(validate.errors)).toBe(true);
  expect(validate([{ ...names[0], extra: 1 }])).toBe(false);
  expect(names.map(({ id }) => id)).toEqual(listed.flatMap(({ id }) => id ?? []));
});

test('the occurrences in notes are the very words there', () => {
  const notes = JSON.parse(download('notes.json')) as { number: number; text: string }[];
  const texts = new Map(notes.map(({ number, text }) => [`fn${number}`, text]));
  const inNotes = names
    .flatMap(({ occurrences }) => occurrences)
    .filter(({ at }) => at.startsWith('fn'));
  expect(inNotes.length).toBeGreaterThan(300);
  for (const { at, from, to, form } of inNotes)
    expect(squeezed(texts.get(at)?.slice(from, to) ?? '')).toBe(squeezed(form));
});

test('names.csv has a row for each', () => {
  const rows = download('names.csv').trim().split('\r\n');
  expect(rows).toHaveLength(names.length + 1);
});
