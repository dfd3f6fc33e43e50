/** A project that lies where it cannot be built says so in one line, by whatever command it is begun. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPlace } from '../../../src/cli/setup/place.mjs';
import { ROOT } from '../../cases/content.ts';

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'zhangju-place-'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A checkout under a name: what its commands need before they look at anything else. */
function checkout(name: string, program = 'src'): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const part of [program, 'package.json', 'package-lock.json', 'astro.config.mjs', '.npmrc'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'tests'));
  cpSync(join(ROOT, 'tests/run.mjs'), join(folder, 'tests/run.mjs'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The line with which a command refuses to begin. */
function said(folder: string, command: string): string {
  const { status, stdout, stderr } = spawnSync('node', [command], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
  return stderr.trim();
}

/** What is said of a path with a sign that may not be in one. */
const REFUSED = /^\/\S+: the site cannot be built .* holds “[#?%]”\. Move .*\.$/u;
const NAMES = ['a#b', 'a?b', 'a%20b', '50%'];

describe.each(NAMES)('a checkout in “%s”', (name) => {
  let folder: string;
  beforeAll(() => {
    folder = checkout(name, 'src/cli');
  });

  test('is refused', () => {
    expect(() => checkPlace(folder)).toThrow(REFUSED);
  });

  test('is refused by npm start', () => {
    expect(said(folder, 'src/cli/start.mjs')).toMatch(REFUSED);
  });
});

// Each loads the whole program first: one name is enough for both.
describe('a checkout in “c#d”', () => {
  let folder: string;
  beforeAll(() => {
    folder = checkout('c#d');
  });

  test.each([
    ['npm run build', 'src/cli/build.ts'],
    ['npm run dev', 'src/cli/dev.ts'],
  ])('is refused by %s', (_, command) => {
    expect(said(folder, command)).toMatch(REFUSED);
  });
});

test.each(['a b', '論文', "it's", 'a&b'])('the name “%s” is as good as any', (name) => {
  const folder = join(parent, name);
  mkdirSync(folder);
  expect(() => checkPlace(folder)).not.toThrow();
});

test('a folder in which nothing can be written is named, with what to do', () => {
  const folder = join(parent, 'locked');
  mkdirSync(folder, { mode: 0o555 });
  chmodSync(parent, 0o755);
  // To root every folder can be written, so the check is made as nobody.
  const program = `
    import { checkPlace } from ${JSON.stringify(join(ROOT, 'src/cli/setup/place.mjs'))};
    if (process.getuid() === 0) process.setuid(65534);
    try { checkPlace(${JSON.stringify(folder)}); } catch (error) { console.error(error.message); }`;
  const { stderr } = spawnSync('node', ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe(
    `${folder}: nothing can be written here (EACCES), and a build needs to. Work in a copy of your own.\n`,
  );
});
