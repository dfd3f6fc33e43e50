/**
 * Bad input: one clear error with its line and reason; the command exits with 1
 * and writes nothing, neither into a new folder nor into one that holds a good import.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runImport } from '../../../src/import/cli.ts';
import { FILES } from './bad/file.ts';
import { HEADINGS } from './bad/headings.ts';
import { MARKS } from './bad/noterefs.ts';
import { NOTES } from './bad/notes.ts';
import { PAGES } from './bad/pages.ts';
import { SETTINGS_CASES } from './bad/settings.ts';
import { TABLES } from './bad/tables.ts';
import { contentPath, refusal, SETTINGS } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangju-bad-'));
const inFolder = (name: string) => join(folder, name);

/** Every file below a folder, with its bytes and the time it was written. */
function snapshot(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .map((file) => join(root, file))
      .filter((file) => statSync(file).isFile())
      .map((file) => [file, `${statSync(file).mtimeMs} ${readFileSync(file, 'base64')}`]),
  );
}

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(
    await runImport([contentPath('source/chapter-3.txt'), '--content', inFolder('good')]),
  ).toBe(0);
});
afterEach(() => {
  vi.mocked(console.error).mockClear();
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe.each([
  ['files', FILES],
  ['headings', HEADINGS],
  ['pages', PAGES],
  ['tables', TABLES],
  ['settings', SETTINGS_CASES],
  ['notes', NOTES],
  ['marks', MARKS],
])('%s', (_, cases) => {
  test.each(cases)('refuses $name', async ({ text, settings, line, reason, subject = 'text' }) => {
    const error = refusal(text, settings);
    expect(error?.message).toMatch(reason);
    expect(error?.message).not.toContain('\n');
    expect(error?.hint).toMatch(/\S/u);
    expect({ line: error?.line, subject: error?.subject }).toEqual({ line, subject });

    const [bad, yaml] = [inFolder('bad.txt'), inFolder('bad.yaml')];
    writeFileSync(bad, text);
    writeFileSync(yaml, settings ?? SETTINGS);
    const good = snapshot(inFolder('good'));
    expect(await runImport([bad, '--content', inFolder('new')])).toBe(1);
    expect(await runImport([bad, '--content', inFolder('good')])).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['bad.txt', 'bad.yaml', 'good']);
    expect(snapshot(inFolder('good'))).toEqual(good);

    const said = vi.mocked(console.error).mock.calls;
    const named = `${subject === 'settings' ? 'bad.yaml' : 'bad.txt'}${line > 0 ? `:${line}` : ''}: `;
    expect(said).toHaveLength(2);
    expect(said[0]?.[0]).toContain(`${named}${error?.message}`);
    expect(said[0]?.[0]).toMatch(/Nothing was written\.$/u);
  });
});
