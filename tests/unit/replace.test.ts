/** A build that is killed while it puts the new site in place loses neither the old site nor the new one's room. */
import { spawnSync } from 'node:child_process';
import {
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
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endOf, recover, replace, workOf } from '../../src/cli/replace.ts';

const REPLACE = new URL('../../src/cli/replace.ts', import.meta.url).href;

let folder: string;
let dist: string;
let work: string;

/** A site of one page. */
function site(path: string, release: string): string {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'index.html'), release);
  return path;
}
const served = () => readFileSync(join(dist, 'index.html'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-replace-'));
  dist = site(join(folder, 'dist'), 'old');
  work = join(folder, '.build');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Replaces the site in a process of its own, in which something happens before the nth change of the disk. */
function disturbed(nth: number, what: string) {
  const fresh = site(join(work, 'dist-0'), 'new');
  const program = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let count = 0;
    for (const name of ['renameSync', 'rmSync']) {
      const real = fs[name];
      fs[name] = (...given) => {
        count += 1;
        if (count === ${nth}) ${what};
        return real(...given);
      };
    }
    syncBuiltinESMExports();
    const { replace } = await import('${REPLACE}');
    await replace(...${JSON.stringify([fresh, dist, work])});
  `;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
}

/** A signal comes to it; it then lives long enough to be ended by it. */
const interrupted = (signal: NodeJS.Signals, nth: number) =>
  disturbed(nth, `{ process.kill(process.pid, '${signal}'); setTimeout(() => {}, 5000); }`);

/** The disk refuses the change: full, read-only, or not ours. */
const refused = (code: string, nth: number) =>
  disturbed(nth, `throw Object.assign(new Error('${code}'), { code: '${code}' })`);

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
    (nth, release, lost) => {
      expect(interrupted('SIGKILL', nth).signal).toBe('SIGKILL');
      expect(existsSync(dist)).toBe(!lost);
      expect(recover(dist, work)).toBe(lost);
      expect(served()).toBe(release);
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

test.each([
  ['ENOSPC', 1, 'old'],
  ['EACCES', 1, 'old'],
  ['ENOSPC', 2, 'old'],
  ['EROFS', 2, 'old'],
  ['EACCES', 3, 'new'],
])(
  'a disk that says %s at change %i is told of, and the %s site is served',
  (code, nth, release) => {
    const { status, stderr } = refused(code, nth);
    expect([status, String(stderr).includes(code)]).toEqual([1, true]);
    expect(served()).toBe(release);
  },
);

test('where no folder can be made to work in, the old site stands', async () => {
  const fresh = site(join(folder, 'fresh'), 'new');
  writeFileSync(work, 'a file is in the way');
  await expect(replace(fresh, dist, work)).rejects.toThrow(work);
  expect(served()).toBe('old');
});

describe('recovering', () => {
  test('takes away what dead builds have left, and not what a living one works on', () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    for (const name of [`dist-${dead}`, `cache-${dead}`, `dist-${process.ppid}`, 'again-x'])
      site(join(work, name), name);
    expect(recover(dist, work)).toBe(false);
    expect(readdirSync(work).sort()).toEqual(['again-x', `dist-${process.ppid}`]);
  });

  test('finds the old site again however the folder is named: by a path, from below, by a link', () => {
    for (const name of ['dist', 'dist/', join(folder, 'x/../dist'), 'link', dist]) {
      expect(interrupted('SIGKILL', 2).signal).toBe('SIGKILL');
      symlinkSync('dist', join(folder, 'link'));
      expect(recover(endOf(resolve(folder, name)), work)).toBe(true);
      expect(served()).toBe('old');
      rmSync(join(folder, 'link'));
    }
  });

  test('and npm run preview finds what a build has left', () => {
    expect(interrupted('SIGKILL', 2).signal).toBe('SIGKILL');
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(REPLACE)], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/the old one is back/u);
    expect(served()).toBe('old');
  });

  test('takes a path longer than a name may be', async () => {
    const deep = join(folder, ...Array(12).fill('駐韓美軍與朝鮮半島'));
    const target = site(join(deep, 'dist'), 'old');
    await replace(site(join(work, 'dist-0'), 'new'), target, work);
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe('new');
  });

  test('leaves the old site of another folder alone', () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const other = `old-0123456789abcdef-${dead}`;
    site(join(work, other), 'other');
    expect(recover(dist, work)).toBe(false);
    expect(readdirSync(work)).toEqual([other]);
  });
});

/** A file system of its own on every Linux. */
const ELSEWHERE = '/dev/shm';

test.runIf(existsSync(ELSEWHERE))('a site is put in place on another file system', async () => {
  const other = mkdtempSync(join(ELSEWHERE, 'zhangju-'));
  const target = site(join(other, 'site'), 'old');
  const fresh = site(join(folder, 'fresh'), 'new');
  try {
    await replace(fresh, target, workOf(target, work));
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe('new');
    expect(readdirSync(other)).toEqual(['site']);
  } finally {
    rmSync(other, { recursive: true });
  }
});
