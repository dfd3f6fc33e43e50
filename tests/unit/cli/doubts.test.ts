/** The guide asks one question after the other, and keeps the answers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leadThrough } from '../../../src/cli/guide/doubts.ts';
import { makePdf, type Piece } from '../import/readers/make-pdf.ts';

const FULL = '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止沒有例外如此這般';
const PIECES: Piece[] = [
  { text: '第三章　港口', x: 85, y: 70 },
  { text: '第一節　稅關', x: 85, y: 90 },
  { text: FULL, x: 85, y: 110 },
  { text: `${FULL.slice(0, 20)}甲`, x: 85, y: 130 },
  { text: '7', x: 337, y: 125.5, size: 8 },
  { text: `${FULL.slice(0, 20)}乙`, x: 85, y: 150 },
  { text: '8', x: 337, y: 145.5, size: 8 },
];

let folder: string;
let from: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhangju-doubts-'));
  mkdirSync(join(folder, 'source'));
  writeFileSync(join(folder, 'source/a.pdf'), makePdf([{ pieces: PIECES }]));
  from = process.cwd();
  process.chdir(folder);
  said = '';
  vi.spyOn(console, 'log').mockImplementation((words: string) => {
    said += `${words}\n`;
  });
});
afterEach(() => {
  process.chdir(from);
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const lead = async (...typed: string[]) => {
  const left = [...typed];
  const answered = await leadThrough(join(folder, 'source/a.pdf'), folder, async () => {
    const next = left.shift();
    if (next === undefined) throw new Error('nothing was left to type');
    return next;
  });
  expect(left).toEqual([]);
  return answered;
};
const settings = () => readFileSync(join(folder, 'source/a.yaml'), 'utf8');

test('a number chooses, Enter keeps, and what is wrong is asked again', async () => {
  expect(await lead('9', '2', '')).toBe(true);
  expect(settings()).toMatch(/^answers:\n {2}"?mark:1:.*甲7"?: 1\n {2}"?mark:1:.*乙8"?: 0\n$/u);
  expect(said).toContain('有 2 處可以有兩種讀法');
  expect(said).toContain('檔案第 1 頁：上標的 7 沒有相應的註釋。');
  expect(said).toContain('請寫 1 到 2 的數字');
  const picture = /圖 picture: (.+)/u.exec(said)?.[1] ?? '';
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  expect(await lead()).toBe(false);
});

test('q stops, and what was answered is kept', async () => {
  expect(await lead('2', 'q')).toBe(true);
  expect(settings()).toMatch(/甲7"?: 1\n$/u);
  expect(await lead('q')).toBe(false);
});
