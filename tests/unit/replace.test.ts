/** A build that is killed while it puts the new site in place loses neither the old site nor the new one's room. */
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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recover, replace } from '../../src/cli/replace.ts';

const REPLACE = new URL('../../src/cli/replace.ts', import.meta.url).href;

let folder: string;
let dist: string;
let work: string;

/** A site of one page. */
function site(path: string, edition: string): string {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'index.html'), edition);
  return path;
}
const served = () => readFileSync(join(dist, 'index.html'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-replace-'));
  dist = site(join(folder, 'dist'), 'old');
  work = join(folder, '.build');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Replaces the site in a process of its own, to which `signal` comes before the nth change of the disk. */
function interrupted(signal: NodeJS.Signals, nth: number) {
  const fresh = site(join(work, 'dist-0'), 'new');
  const program = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let count = 0;
    for (const name of ['renameSync', 'rmSync']) {
      const real = fs[name];
      fs[name] = (...given) => {
        count += 1;
        if (count === ${nth}) process.kill(process.pid, '${signal}');
        return real(...given);
      };
    }
    syncBuiltinESMExports();
    const { replace } = await import('${REPLACE}');
    await replace(...${JSON.stringify([fresh, dist, work])});
    setTimeout(() => {}, 5000);
  `;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
}

test('the new site takes the place of the old one, and nothing is left', async () => {
  await replace(site(join(work, 'dist-0'), 'new'), dist, work);
  expect(served()).toBe('new');
  expect(readdirSync(work)).toEqual([]);
});

test('where the new site cannot be put in place, the old one stands', async () => {
  await expect(replace(join(work, 'not-there'), dist, work)).rejects.toThrow('not-there');
  expect(served()).toBe('old');
});

describe('killed', () => {
  test.each([
    [1, 'old', false],
    [2, 'old', true],
    [3, 'new', false],
  ])(
    'before change %i of the disk: the %s site is served after the next start',
    (nth, edition, lost) => {
      expect(interrupted('SIGKILL', nth).signal).toBe('SIGKILL');
      expect(existsSync(dist)).toBe(!lost);
      expect(recover(dist, work)).toBe(lost);
      expect(served()).toBe(edition);
      // Only process 0's own work is left: no such process can be asked after.
      expect(readdirSync(work).filter((name) => name !== 'dist-0')).toEqual([]);
    },
  );
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s waits until the new site stands',
  (signal) => {
    expect(interrupted(signal, 2).signal).toBe(signal);
    expect(served()).toBe('new');
    expect(readdirSync(work)).toEqual([]);
  },
);

describe('recovering', () => {
  test('takes away what dead builds have left, and not what a living one works on', () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    for (const name of [`dist-${dead}`, `cache-${dead}`, `dist-${process.ppid}`, 'again-x'])
      site(join(work, name), name);
    expect(recover(dist, work)).toBe(false);
    expect(readdirSync(work).sort()).toEqual(['again-x', `dist-${process.ppid}`]);
  });

  test('leaves the old site of another folder alone', () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const other = `old-${encodeURIComponent('elsewhere/dist')}-${dead}`;
    site(join(work, other), 'other');
    expect(recover(dist, work)).toBe(false);
    expect(readdirSync(work)).toEqual([other]);
  });
});
