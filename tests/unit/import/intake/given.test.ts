/** The trial files, where they are: all figures must be full. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/import/import.ts';
import { type Figures, measure, type Truth } from './measure.ts';
import { HAS_INTAKE, INTAKE } from './shared.ts';

const files = HAS_INTAKE
  ? readdirSync(INTAKE).filter(
      (name) => /\.(?:docx|odt|md|xml|html|pdf)$/u.test(name) && name !== 'README.md',
    )
  : [];
const texts = HAS_INTAKE ? readdirSync(join(INTAKE, 'text')).map((name) => join('text', name)) : [];

async function figures(file: string): Promise<Figures> {
  const truth: Truth = JSON.parse(readFileSync(join(INTAKE, 'made.truth.json'), 'utf8'));
  const { files: written } = await importFile(
    readFileSync(join(INTAKE, file)),
    file.replace(/^.*\//u, ''),
  );
  return measure(written, truth, file);
}

const full = ([right, of]: [number, number]) => right === of;

describe.skipIf(!HAS_INTAKE)('the trial files', () => {
  test.each(files)('%s is read without a fault', async (file) => {
    const { falseMarks, ...others } = await figures(file);
    expect(falseMarks).toBe(0);
    expect(Object.entries(others).filter(([, value]) => !full(value))).toEqual([]);
  });

  test.each(texts)('%s has all marks and headings, none falsely, and the notes', async (file) => {
    const { falseMarks, marks, headings, levels, notes, characters } = await figures(file);
    expect(falseMarks).toBe(0);
    expect([marks, headings, levels, characters].filter((value) => !full(value))).toEqual([]);
    // One extractor swallowed the hyphens of an address.
    expect(notes[0]).toBeGreaterThanOrEqual(notes[1] - 1);
  });
});
