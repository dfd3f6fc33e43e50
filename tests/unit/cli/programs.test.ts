/** What a run says of the programs and schemas that a machine does not have. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engines, leftOut } from '../../../src/cli/setup/programs.mjs';
import { findSchema } from '../../../src/cli/setup/schemas.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-programs-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('SCHEMAS', folder);
  vi.stubEnv('FIREFOX_PATH', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const add = (...names: string[]): void => {
  for (const name of names) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
};
const ENGINES = ['firefox-esr', 'WebKitWebDriver', 'Xvfb'];
const SCHEMAS = ['tei_all.rng', 'csl-data.json', 'JATS-archiving.rng'];

test('each program that is missing has one line, with its package and what went unchecked', () => {
  add(...SCHEMAS, 'jing', 'pandoc', 'biber', 'bibtex', 'qpdf', ...ENGINES);
  expect(leftOut()).toEqual([
    'epubcheck (Debian: epubcheck) is not installed, so it did not check the EPUB',
  ]);
});

test('where everything is there, nothing is said', () => {
  add(...SCHEMAS, 'epubcheck', 'jing', 'pandoc', 'biber', 'bibtex', 'qpdf', ...ENGINES);
  expect(leftOut()).toEqual([]);
});

test('a schema is taken from the folder SCHEMAS first', () => {
  add(...SCHEMAS);
  expect(findSchema('tei_all.rng')).toBe(join(folder, 'tei_all.rng'));
  expect(findSchema('none.rng')).toBeUndefined();
});

test('an engine is run where all that it needs is there', () => {
  expect(engines()).toEqual(['chromium']);
  add('firefox-esr', 'WebKitWebDriver');
  expect(engines()).toEqual(['chromium', 'firefox']);
  add('Xvfb');
  expect(engines()).toEqual(['chromium', 'firefox', 'webkit']);
});
