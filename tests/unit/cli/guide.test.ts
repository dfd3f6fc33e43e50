/** What npm run guide says last is true of the text: whether its addresses still follow it, or hold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guide } from '../../../src/cli/guide.ts';
import { adviceOn } from '../../../src/cli/new/advice.ts';
import { edit, writeContent } from '../../cases/content.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-guide-'));
  writeContent(folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function saidOf(isDraft: boolean): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  if (isDraft) {
    rmSync(join(folder, 'permalinks.txt'));
    const find = 'furniture: []';
    edit(join(folder, 'chapter.yaml'), [{ find, replace: `${find}\ndraft: true` }]);
  }
  expect([await guide(folder), log.mock.calls.join('\n')]).toEqual([0, expect.any(String)]);
  return log.mock.calls.join('\n');
}

test('a draft', async () => {
  const said = await saidOf(true);
  expect(said).toContain('網址目前仍隨文字而變');
  expect(said).not.toContain('不再變動。有新的');
});

test('an address that is lost can be led on', () => {
  expect(adviceOn('permalink/lost')).toContain('舊址 => 新址');
});

test('a published text', async () => {
  const said = await saidOf(false);
  expect(said).toContain('網址已公布');
  expect(said).not.toContain('仍隨文字而變');
});
