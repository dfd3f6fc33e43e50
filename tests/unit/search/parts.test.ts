/** Smaller parts: excerpts, facets, deadlines, spellings, records, and what the browser gets of them. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildChapter, type Chapter } from '../../../src/model/chapter/chapter.ts';
import { toFailure, withDeadline } from '../../../src/search/failure.ts';
import { spellingsOf } from '../../../src/search/fold/spellings.ts';
import { recordsOf } from '../../../src/search/index/records.ts';
import { excerptOf, mergeRanges } from '../../../src/search/results/excerpt.ts';

test('an excerpt is a verbatim part of the text that holds the match', () => {
  const text = `${'前文'.repeat(60)}關鍵${'後文'.repeat(60)}`;
  const { pieces, truncatedBefore, truncatedAfter } = excerptOf(text, [[120, 122]]);
  expect(text).toContain(pieces.map((piece) => piece.text).join(''));
  expect(pieces.filter((piece) => piece.match)).toEqual([{ text: '關鍵', match: true }]);
  expect([truncatedBefore, truncatedAfter]).toEqual([true, true]);
});

test('an excerpt is cut where most matches stand together', () => {
  const text = `甲${'文'.repeat(200)}甲乙甲${'文'.repeat(200)}`;
  const { pieces } = excerptOf(text, [
    [0, 1],
    [201, 202],
    [203, 204],
  ]);
  expect(pieces.filter((piece) => piece.match)).toHaveLength(2);
});

test('an excerpt cuts neither a Latin word nor a character in two', () => {
  const text = `${'Withdrawal '.repeat(20)}關鍵${'𠮷'.repeat(100)}`;
  const { pieces } = excerptOf(text, [[220, 222]]);
  const shown = pieces.map((piece) => piece.text).join('');
  expect(shown).toMatch(/^ ?Withdrawal /u);
  expect(shown).not.toMatch(/\p{Cs}/u);
});

test('ranges that touch are one', () => {
  expect(
    mergeRanges([
      [4, 6],
      [0, 2],
      [2, 3],
      [5, 9],
    ]),
  ).toEqual([
    [0, 3],
    [4, 9],
  ]);
});

test('what takes too long is a timeout; an error of unknown origin is a garbled index', async () => {
  await expect(withDeadline(new Promise(() => {}), 10)).rejects.toMatchObject({
    reason: 'timeout',
  });
  expect(toFailure(new TypeError('x')).reason).toBe('garbled');
});

test('spellings are cut to the text, and ambiguous ones kept apart', () => {
  const { same, like } = spellingsOf(new Set('盧發髮面后後臺計畫著'), ['計畫']);
  expect(same).toEqual(expect.arrayContaining(['卢盧', '发發髮', '台臺', '着著']));
  expect(like).toEqual(expect.arrayContaining(['麵面', '后後', '划畫']));
  const targets = [...same, ...like].flatMap((row) => [...row].slice(1));
  expect(targets.filter((c) => !'盧發髮面后後臺計畫著'.includes(c))).toEqual([]);
});

const BASE = { bodyLine: 1, data: {} as never };
function chapter(body: string, note: string): Chapter {
  return buildChapter({
    chapter: { pages: { first: 42, last: 43 } } as never,
    sections: [{ ...BASE, file: '1.md', body, data: { number: 1, label: '第一節' } as never }],
    footnotes: [{ ...BASE, file: '1.md', body: note, data: { number: 1, page: 43 } as never }],
    sources: [],
  });
}

test('records are the printed characters, without noterefs and page breaks, in the order of the text', () => {
  const body = [
    '## 第一節　起源 {#s1}',
    '美{pb 43}國[^1]與**南韓** {#s1-p1}',
    '表 1　年表 {#table-1}\n\n| 日期 | 事 |\n| - | - |\n| 01.05 | {pb 44}開戰 |\n\n資料來源：甲 {#table-1-source}',
  ].join('\n\n');
  const sources = {
    number: 1,
    kinds: ['journal'],
    outlets: [],
    authors: ['Niksch, Larry A.'],
    years: ['1981'],
    languages: ['en'],
    forms: ['ibid'],
    references: [
      { id: 'niksch', text: 'Niksch, 1981', resolved: true },
      { id: 'other', text: 'printed in full', resolved: false },
    ],
  };
  const records = recordsOf(chapter(body, 'Ibid., <http://a.tw/>'), [sources]);
  expect(
    records.map(({ kind, path, text, page, breaks }) => [kind, path, text, page, breaks]),
  ).toEqual([
    ['heading', '/sections/1/#s1', '第一節　起源', 42, []],
    ['paragraph', '/sections/1/#s1-p1', '美國與南韓', 42, [[1, 43]]],
    ['note', '/notes/1/', 'Ibid., http://a.tw/', 43, []],
    [
      'table',
      '/sections/1/#table-1',
      '表 1　年表\n日期\t事\n01.05\t開戰\n資料來源：甲',
      43,
      [[18, 44]],
    ],
  ]);
  expect(records[2]).toMatchObject({
    references: [{ id: 'niksch', text: 'Niksch, 1981' }],
    filters: { kind: ['note'], type: ['journal'], author: ['Niksch, Larry A.'], form: ['ibid'] },
  });
});

test('the browser’s part of search imports neither the model nor the build’s part', () => {
  const src = fileURLToPath(new URL('../../../src/', import.meta.url));
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, 'utf8').replace(/import type [^;]+;/gu, '');
    for (const [, to = ''] of code.matchAll(/from '([^']+)'/gu)) {
      expect([file, to]).toEqual([file, expect.stringMatching(/^\.\.?\//u)]);
      visit(join(dirname(file), to));
    }
  };
  visit(join(src, 'search/engine.ts'));
  visit(join(src, 'search/index/open-index.ts'));
  const read = [...seen].map((file) => relative(src, file));
  expect(read.filter((f) => !f.startsWith('search/'))).toEqual([]);
  expect(read.filter((f) => /\/(?:records|spellings|tables)\.ts$/u.test(f))).toEqual([]);
  expect(seen.size).toBeGreaterThan(15);
});
