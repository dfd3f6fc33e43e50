/** The command: what it is given, where it finds settings, what it writes and what it says. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runImport } from '../../../src/import/cli.ts';
import { BYTES, contentPath, SETTINGS } from './source.ts';

const CHAPTER = contentPath('source/chapter-3.txt');
const CLI = fileURLToPath(new URL('../../../src/import/cli.ts', import.meta.url));
let folder: string;
const at = (...path: string[]) => join(folder, ...path);

function filesIn(root: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(root, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
}

const said = (kind: 'log' | 'error') =>
  vi
    .mocked(console[kind])
    .mock.calls.map(([line]) => line)
    .join('\n');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-cli-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('a good text', () => {
  test('is imported by the command itself, which says what it did and exits with 0', () => {
    const out = execFileSync(process.execPath, [CLI, CHAPTER, '--content', at('content')], {
      encoding: 'utf8',
    });
    expect(out).toMatch(/settings: .*chapter-3\.yaml/u);
    expect(out).toMatch(/sections\s+5 .*38, with the chapter title/u);
    expect(out).toMatch(/notes\s+116 .*marks 116/u);
    expect(out).toMatch(/pages\s+42 .*42–83/u);
    expect(out).toContain('124 files written');
    expect(Object.keys(filesIn(at('content')))).toHaveLength(124);
    expect(readFileSync(at('content', 'source', 'chapter-3.txt')).equals(BYTES)).toBe(true);
  });

  test('imported again changes no byte and writes no file', async () => {
    expect(await runImport([CHAPTER, '--content', at('content')])).toBe(0);
    const first = filesIn(at('content'));
    expect(await runImport([CHAPTER, '--content', at('content')])).toBe(0);
    expect(filesIn(at('content'))).toEqual(first);
    expect(said('log')).toContain('0 files written');
    expect(
      await runImport([at('content', 'source', 'chapter-3.txt'), '--content', at('content')]),
    ).toBe(0);
    expect(filesIn(at('content'))).toEqual(first);
  });

  test('from elsewhere finds the settings that content/source keeps', async () => {
    await runImport([CHAPTER, '--content', at('content')]);
    const first = filesIn(at('content'));
    copyFileSync(CHAPTER, at('chapter-3.txt'));
    expect(await runImport([at('chapter-3.txt'), '--content', at('content')])).toBe(0);
    expect(filesIn(at('content'))).toEqual(first);
    expect(said('log')).toContain(join('content', 'source', 'chapter-3.yaml'));
  });

  test('under another name takes the only settings there are', async () => {
    await runImport([CHAPTER, '--content', at('content')]);
    copyFileSync(CHAPTER, at('text.v2.txt'));
    expect(await runImport([at('text.v2.txt'), '--content', at('content')])).toBe(0);
    const { 'source/text.v2.yaml': taken, 'source/chapter-3.yaml': only } = filesIn(at('content'));
    expect(taken).toBe(only);
    expect(filesIn(at('content'))['chapter.yaml']).toContain('source: text.v2.txt');
  });

  test('takes the settings it is given before those beside it', async () => {
    copyFileSync(CHAPTER, at('chapter.txt'));
    writeFileSync(at('chapter.yaml'), 'unknown: 1\n');
    writeFileSync(at('given.yaml'), SETTINGS);
    const order = [at('chapter.txt'), '--content', at('content')];
    expect(await runImport(order)).toBe(1);
    expect(said('error')).toContain('chapter.yaml: the settings are wrong');
    expect(await runImport([...order, '--settings', at('given.yaml')])).toBe(0);
  });

  test('removes and names the files of an earlier import, and no others', async () => {
    mkdirSync(at('content', 'footnotes'), { recursive: true });
    mkdirSync(at('content', 'sections'));
    for (const file of ['footnotes/117.md', 'footnotes/README.md', 'sections/6.md', 'names.yaml'])
      writeFileSync(at('content', file), 'x');
    expect(await runImport([CHAPTER, '--content', at('content')])).toBe(0);
    expect(said('log')).toContain('removed footnotes/117.md: the text has it no longer');
    expect(said('log')).toContain('removed sections/6.md: the text has it no longer');
    expect(said('log')).not.toMatch(/removed .*(?:README|names)/u);
    expect(existsSync(at('content', 'footnotes', '117.md'))).toBe(false);
    expect(existsSync(at('content', 'sections', '6.md'))).toBe(false);
    expect(existsSync(at('content', 'footnotes', 'README.md'))).toBe(true);
    expect(existsSync(at('content', 'names.yaml'))).toBe(true);
  });
});

describe('a wrong order', () => {
  test.each<[string, () => string[], RegExp]>([
    ['no text', () => [], /which text\? npm run import -- <file>/u],
    ['a missing text', () => [at('missing.txt')], /there is no file .*missing\.txt/u],
    ['a folder for a text', () => [folder], /there is no file/u],
    ['two texts', () => [CHAPTER, CHAPTER], /one text at a time/u],
    ['an unknown option', () => [CHAPTER, '--force'], /Unknown option '--force'[\s\S]*npm run/u],
    ['an option without its value', () => [CHAPTER, '--settings'], /--settings <value>/u],
    [
      'missing settings',
      () => [CHAPTER, '--settings', at('missing.yaml')],
      /there is no settings file .*missing\.yaml/u,
    ],
    [
      'a file for the content folder',
      () => [CHAPTER, '--content', CHAPTER],
      /chapter-3\.txt is no folder/u,
    ],
  ])('with %s is refused in words, and writes nothing', async (_, order, reason) => {
    const args = order();
    const content = args.includes('--content') ? [] : ['--content', at('content')];
    expect(await runImport([...content, ...args])).toBe(1);
    expect(said('error')).toMatch(reason);
    expect(said('error')).toMatch(/Nothing was written\.$/u);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('names the text, not the folder that was named before it', async () => {
    writeFileSync(at('bad.txt'), '');
    expect(await runImport(['--content', at('content'), at('bad.txt')])).toBe(1);
    expect(said('error')).toMatch(/bad\.txt: the file is empty/u);
  });

  test('ends the command with 1, and its words are no stack trace', () => {
    writeFileSync(at('bad.txt'), 'no chapter\n');
    const run = spawnSync(process.execPath, [CLI, at('bad.txt'), '--content', at('content')], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(
      /bad\.txt: the chapter has a heading, and no text.*\n {2}→ .*\nNothing was written\.\n$/u,
    );
    expect(run.stderr).not.toMatch(/ at .*\.ts:\d/u);
    expect(readdirSync(folder)).toEqual(['bad.txt']);
  });
});

describe('content that cannot be renewed', () => {
  test.each([
    ['sections/2.md', '---\nnumber: 2\ndescription: never closed\n', /no line --- at its end/u],
    ['footnotes/007.md', '---\nnumber: [7\n---\n\nx\n', /footnotes\/007\.md cannot be renewed/u],
    ['chapter.yaml', '- a list\n', /chapter\.yaml cannot be renewed: it is no list of keys/u],
    ['chapter.yaml', 'number: 3\nnumber: 4\n', /chapter\.yaml cannot be renewed: .*unique/u],
  ])('in %s stays as it is, and nothing else is written', async (file, text, reason) => {
    for (const sub of ['sections', 'footnotes']) mkdirSync(at('content', sub), { recursive: true });
    writeFileSync(at('content', file), text);
    expect(await runImport([CHAPTER, '--content', at('content')])).toBe(1);
    expect(said('error')).toMatch(reason);
    expect(filesIn(at('content'))).toEqual({ [file]: text });
  });
});
