/** A chapter without sections: one section, under the chapter's own heading. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chapterYaml, NAMES_YAML } from '../../../src/cli/new/templates.ts';
import { unitsOf } from '../../../src/exports/dts/units.ts';
import { importFile } from '../../../src/import/import.ts';
import { buildChapter } from '../../../src/model/chapter/chapter.ts';
import { findingsOf } from '../../../src/model/checks/content-folder.ts';
import { readContent } from '../../../src/model/content/content.ts';

const TEXT =
  '# 第二章　茶葉之路\n\n茶葉由福州出口。[^1]\n\n> 茶之為物，其用甚廣。\n\n[^1]: 某甲，《茶史》，頁 3。\n';
const folder = mkdtempSync(join(tmpdir(), 'undivided-'));

beforeAll(async () => {
  const told = chapterYaml({
    thesis: '茶',
    author: '例 文',
    institution: '學堂',
    genre: '碩士論文',
    date: '2026',
    language: 'zh-Hant-TW',
  });
  const { files } = await importFile(Buffer.from(TEXT), 'tea.md', {
    existing: (path) => (path === 'chapter.yaml' ? told : ''),
  });
  for (const [path, data] of [
    ...files,
    ['names.yaml', NAMES_YAML],
    ['source/tea.md', TEXT],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test('is written as it is printed, with no heading of ours', () => {
  expect(readFileSync(join(folder, 'sections/1.md'), 'utf8')).toBe(
    '---\nnumber: 1\nlabel: 第二章\ntitle: 茶葉之路\n---\n\n# {pb 1}第二章　茶葉之路 {#ch2}\n\n茶葉由福州出口。[^1] {#ch2-p1}\n\n> 茶之為物，其用甚廣。 {#ch2-p2}\n',
  );
});

test('is content as it should be', () => {
  expect(findingsOf(folder).filter(({ rule }) => rule !== 'permalink/unlisted')).toEqual([]);
});

test('is one unit, which can be cited', () => {
  const read = readContent(folder);
  if ('findings' in read) throw new Error('the content cannot be read');
  const chapter = buildChapter(read.content);
  expect(chapter.sections.map(({ id }) => id)).toEqual(['ch2']);
  expect(unitsOf(chapter, undefined).map(({ identifier }) => identifier)).toEqual(['ch2']);
});
