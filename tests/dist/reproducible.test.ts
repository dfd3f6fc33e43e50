/** A second build, of a copy in another folder, with other line ends, in another time zone, language, year and environment, gives identical bytes. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
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
import { afterAll, expect, test } from 'vitest';
import { sumsOf } from '../../src/cli/sums.ts';
import { DIST, ROOT } from './site.ts';

const NOT_COPIED = /^(?:\.(?!npmrc$)|node_modules$|dist$|tests$|coverage$|test-results$)/u;
/** Runs before everything else, in every process of Node: the clock is 400 days and some hours on. */
const CLOCK = `
const AHEAD = 400 * 86_400_000 + 12_345_678;
const Real = Date;
globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + AHEAD);
    else super(...given);
  }
  static now() {
    return Real.now() + AHEAD;
  }
};
`;

const copy = mkdtempSync(join(tmpdir(), 'zhangju-other-place-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** A copy of the repository, as a clone has it; the packages are shared, their caches are not. */
function copyRepository(): void {
  for (const name of readdirSync(ROOT).filter((n) => !NOT_COPIED.test(n)))
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  const installed = join(ROOT, 'node_modules');
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(installed).filter((n) => !n.startsWith('.')))
    symlinkSync(join(installed, name), join(copy, 'node_modules', name));
}

/** As git leaves them there with core.autocrlf, and an editor of Windows. */
function withLineEndsOfWindows(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    if (/\.(?:md|yaml|txt)$/u.test(file))
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  }
}

const run = (...given: string[]): string =>
  execFileSync(process.execPath, given, {
    cwd: copy,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${join(copy, 'clock.mjs')}`,
      BUILD_OUT: join(copy, 'built'),
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'C',
      // Names of Vite's own, as test runners set them.
      ...{ DEV: '1', PROD: '', SSR: '1', MODE: 'test', BASE_URL: '/elsewhere/' },
    },
    stdio: 'pipe',
  });

test('two builds are one', { timeout: 600_000 }, () => {
  copyRepository();
  withLineEndsOfWindows(join(copy, 'content'));
  writeFileSync(join(copy, 'clock.mjs'), CLOCK);
  const year = Number(run('--print', 'new Date().getFullYear()'));
  expect(year).toBeGreaterThan(new Date().getFullYear());
  run('src/cli/build.ts');
  const first = sumsOf(DIST);
  const again = sumsOf(join(copy, 'built'));
  expect(again.split('\n').filter((line) => !first.includes(line))).toEqual([]);
  expect(readFileSync(join(copy, 'built/SHA256SUMS'), 'utf8')).toBe(
    readFileSync(join(DIST, 'SHA256SUMS'), 'utf8'),
  );
  expect(again.split('\n').length).toBeGreaterThan(1000);
});
