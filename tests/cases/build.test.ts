/**
 * A build that fails exits 1 and leaves the last good site as it was, to the byte.
 * Everything happens in copies of the repository: its own dist is never touched.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cases, edit, ROOT, writeContent } from './content.ts';

const SLOW = 120_000;
/** What a build makes or does not need. */
const LEFT_OUT = /^(?:\.(?!npmrc$)|node_modules$|dist$|content$|tests$|coverage$|test-results$)/u;
const PROCESSOR = 'src/markdown/processor.ts';
const THROWS = "[() => () => { throw new Error('this plugin fails'); }],";

let folder: string;
/** A copy of the repository with the small chapter, built once. */
let good: string;

/** Shares the installed packages, but not the caches beside them. */
function linkPackages(root: string): void {
  const installed = join(ROOT, 'node_modules');
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(installed).filter((n) => !n.startsWith('.')))
    symlinkSync(join(installed, name), join(root, 'node_modules', name));
}

function copyRepository(root: string): void {
  for (const name of readdirSync(ROOT).filter((n) => !LEFT_OUT.test(n)))
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  linkPackages(root);
  // One word is bold, and a bracket ends it: CommonMark alone would print the asterisks.
  writeContent(join(root, 'content'), cases.get('text-emphasis-cjk')?.files);
}

function build(root: string): { status: number | null; output: string } {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return { status, output: stdout + stderr };
}

/** The digest of each file of a built site. */
function digests(root: string): Map<string, string> {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(files.map((path) => [path.slice(dist.length), digest(path)]));
}

/** A copy of the good build, spoiled. */
function spoiled(name: string, spoil: (root: string) => void): string {
  const root = join(folder, name);
  cpSync(good, root, { recursive: true, verbatimSymlinks: true });
  spoil(root);
  return root;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-build-'));
  good = join(folder, 'good');
  mkdirSync(join(good, 'dist'), { recursive: true });
  writeFileSync(join(good, 'dist/of-the-build-before.html'), '');
  copyRepository(good);
  const { status, output } = build(good);
  if (status !== 0) throw new Error(`the copy could not be built:\n${output}`);
}, SLOW);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a build that succeeds takes the place of the one before', () => {
  expect(existsSync(join(good, 'dist/of-the-build-before.html'))).toBe(false);
  expect(readFileSync(join(good, 'dist/index.html'), 'utf8')).toContain('渡口的燈');
  expect(readdirSync(join(good, '.build'))).toEqual([]);
});

test('emphasis that ends with a bracket before a character is bold on the page', () => {
  const html = readFileSync(join(good, 'dist/sections/2/index.html'), 'utf8');
  expect(html).toContain('<strong>「燈」</strong>還亮著');
});

interface Failure {
  when: string;
  name: string;
  spoil: (root: string) => void;
  says: string;
}

const FAILURES: Failure[] = [
  {
    when: 'a check finds something',
    name: 'check',
    spoil: (root) =>
      edit(join(root, 'content/sections/2.md'), [{ find: '還亮著', replace: '還[^99]亮著' }]),
    says: join('content', 'sections/2.md:9  noteref/dangling'),
  },
  {
    when: 'a published address is lost',
    name: 'permalink',
    spoil: (root) =>
      edit(join(root, 'content/permalinks.txt'), [
        { find: '/notes/3/\n', replace: '/notes/3/\n/notes/4/\n' },
      ]),
    says: '/notes/4/ was published and no longer leads anywhere',
  },
  {
    when: 'a page with a published address is no longer made',
    name: 'page',
    spoil: (root) => rmSync(join(root, 'src/pages/about.astro')),
    says: '/about/ was published and leads nowhere',
  },
  {
    when: 'a plugin that reads Markdown throws',
    name: 'remark',
    spoil: (root) =>
      edit(join(root, PROCESSOR), [
        { find: '[remarkApparatus],', replace: `[remarkApparatus], ${THROWS}` },
      ]),
    says: 'markdown/unreadable\n  the Markdown could not be read: this plugin fails',
  },
  {
    when: 'a plugin that makes HTML throws',
    name: 'rehype',
    spoil: (root) =>
      edit(join(root, PROCESSOR), [
        { find: '[rehypeTables],', replace: `[rehypeTables], ${THROWS}` },
      ]),
    says: 'this plugin fails',
  },
];

test.each(FAILURES)(
  'when $when, the build exits 1 and leaves the last good site alone',
  ({ name, spoil, says }) => {
    const root = spoiled(name, spoil);
    const { status, output } = build(root);
    expect(output).toContain(says);
    expect(status).toBe(1);
    expect(digests(root)).toEqual(digests(good));
    // Nothing half-built is left lying about either.
    expect(readdirSync(join(root, '.build'))).toEqual([]);
  },
  SLOW,
);
