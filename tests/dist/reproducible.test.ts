/** Two builds in different folders, time zones and languages give identical bytes. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DIST, ROOT } from './site.ts';

const parent = mkdtempSync(join(ROOT, '.build', 'again-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) =>
    f.isFile(),
  );
  return Object.fromEntries(
    files
      .map((f) => join(f.parentPath, f.name))
      .sort()
      .map((f) => [
        f.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(f)).digest('hex'),
      ]),
  );
}

test('a second build gives the same bytes', { timeout: 300_000 }, () => {
  const out = join(parent, 'dist');
  execFileSync('node', ['src/cli/build.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      BUILD_OUT: out,
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'C',
    },
    stdio: 'pipe',
  });
  const again = hashes(out);
  expect(again).toEqual(hashes(DIST));
  expect(Object.keys(again).length).toBeGreaterThan(168);
});
