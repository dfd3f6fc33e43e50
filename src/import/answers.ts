/** Keeps the answers to questions in the settings, where they hold for the next run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ImportError } from './errors.ts';
import { readText } from './read-text.ts';
import { readSettings } from './settings.ts';
import { settingsNameOf, settingsOf } from './source-file.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes an answer into the text of a settings file; all else in it stays as it is.
 * @param yaml the settings; empty for none
 * @param reading the number of the reading meant, from 0; undefined takes the answer back
 * @throws ImportError where the settings cannot be read
 */
function withAnswer(yaml: string, id: string, reading: number | undefined): string {
  readSettings(yaml);
  const document = parseDocument(yaml);
  const { contents } = document;
  if (contents === null) {
    // A file of nothing but comments has no list of keys yet.
    if (reading === undefined) return yaml;
    const kept = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
    return `${kept}answers:\n  ${JSON.stringify(id)}: ${reading}\n`;
  }
  if (reading !== undefined) document.setIn(['answers', id], reading);
  else if (document.hasIn(['answers', id])) document.deleteIn(['answers', id]);
  return document.toString({ lineWidth: 0 });
}

/**
 * Keeps an answer beside a source file.
 * @returns the path of the settings
 */
export function keepAnswer(
  source: string,
  content: string,
  id: string,
  reading: number | undefined,
): string {
  const path = settingsOf(source, content) ?? join(source, '..', settingsNameOf(source));
  const yaml = existsSync(path) ? readText(path) : '';
  const changed = withAnswer(yaml, id, reading);
  if (changed !== yaml) writeWhole(path, Buffer.from(changed));
  return path;
}

/** The reading that a person chose, as it is written: a number of the readings, from 0. */
export function readingOf(text: string, readings: number): number {
  const number = /^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN;
  if (number < readings) return number;
  throw new ImportError(0, `there is no reading ${text}`, `choose one of 0 to ${readings - 1}`);
}
