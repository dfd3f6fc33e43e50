/** Files are written whole, or left as they were. */
import {
  lstatSync,
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
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../../src/import/write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

test('a file is written, with the folders above it, and nothing else', () => {
  writeWhole(at('a/b/text.md'), '文');
  expect(readFileSync(at('a/b/text.md'), 'utf8')).toBe('文');
  expect(readdirSync(at('a/b'))).toEqual(['text.md']);
});

test('a link is followed, and stays one', () => {
  writeFileSync(at('real.txt'), 'old');
  symlinkSync('real.txt', at('link.txt'));
  writeWhole(at('link.txt'), 'new');
  expect(readFileSync(at('real.txt'), 'utf8')).toBe('new');
  expect(lstatSync(at('link.txt')).isSymbolicLink()).toBe(true);
});

test('what cannot be written leaves nothing behind, and what was there as it was', () => {
  mkdirSync(at('taken'));
  writeFileSync(at('taken/inside'), 'mine');
  expect(() => writeWhole(at('taken'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/u);
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(readFileSync(at('taken/inside'), 'utf8')).toBe('mine');
});
