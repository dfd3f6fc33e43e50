/** The script that puts a release on a server: whole or not at all, and the way back. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSums } from '../../src/cli/sums.ts';

const SCRIPT = fileURLToPath(new URL('../../src/hosting/release.sh', import.meta.url));

let folder: string;
let server: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-release-'));
  server = join(folder, 'server');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A built site of one page and one script. */
function site(release: string): string {
  const dist = join(folder, `dist-${release}`);
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), release);
  writeFileSync(join(dist, `assets/page.${release}.js`), release);
  writeSums(dist);
  return dist;
}

function release(...given: string[]) {
  const { status, stdout, stderr } = spawnSync('sh', [SCRIPT, ...given], { encoding: 'utf8' });
  return { status, said: stdout.trim(), stderr };
}
const served = (file = 'index.html') => readFileSync(join(server, 'current', file), 'utf8');

test('switches to a new release, keeps the one before, and goes back to it', () => {
  expect(release(site('one'), server)).toMatchObject({ status: 0, stderr: '' });
  expect(served()).toBe('one');
  expect(release(site('two'), server)).toMatchObject({ status: 0, stderr: '' });
  expect(served()).toBe('two');
  expect(release('--back', server)).toMatchObject({ status: 0, stderr: '' });
  expect(served()).toBe('one');
  expect(release('--back', server)).toMatchObject({ status: 1 });
  expect(served()).toBe('one');
});

test('the same release again changes nothing', () => {
  const first = release(site('one'), server);
  expect(release(site('one'), server)).toEqual(first);
  expect(readdirSync(join(server, 'releases'))).toEqual([first.said]);
});

test('refuses a site that is not whole', () => {
  release(site('one'), server);
  const broken = site('two');
  writeFileSync(join(broken, 'index.html'), 'half');
  const { status, stderr } = release(broken, server);
  expect([status, served()]).toEqual([1, 'one']);
  expect(stderr).toContain('is not whole: nothing was changed');
  expect(readdirSync(join(server, 'releases'))).toHaveLength(1);
});

test('a page of the release before still finds its scripts, for one release', () => {
  release(site('one'), server);
  release(site('two'), server);
  expect([served('assets/page.one.js'), served('assets/page.two.js')]).toEqual(['one', 'two']);
  release(site('three'), server);
  expect(existsSync(join(server, 'current/assets/page.one.js'))).toBe(false);
});

test('keeps three releases', () => {
  for (const build of ['one', 'two', 'three', 'four']) release(site(build), server);
  expect(readdirSync(join(server, 'releases'))).toHaveLength(3);
  expect(served()).toBe('four');
});
