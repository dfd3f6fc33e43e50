/** RIS and CSL-JSON of single sources: what programs would take for something else. */
import { expect, test } from 'vitest';
import { toCsl } from '../../../src/exports/csl-json.ts';
import { toRis } from '../../../src/exports/ris.ts';
import type { SourceData } from '../../../src/model/sources/source.ts';
import { source } from '../model/sources/source.ts';

const ris = (data: Partial<SourceData>) => toRis([{ id: 'x', ...source(data) }]).split('\r\n');
const csl = (data: Partial<SourceData>) => toCsl({ id: 'x', ...source(data) });

test('the name of a body is one name: a comma would part it', () => {
  const literal = 'U.S. Congress, House Committee on Foreign Affairs';
  expect(ris({ author: [{ literal }] })).toContain(
    'AU  - U.S. Congress. House Committee on Foreign Affairs',
  );
  expect(ris({ author: [{ literal: 'Lamp Co., Ltd.' }] })).toContain('AU  - Lamp Co. Ltd.');
  expect(csl({ author: [{ literal }] }).author).toEqual([{ literal }]);
});

test('a season is told in words, without a slash', () => {
  const issued = { date: '1990', season: 'summer/fall', printed: '(Summer/ Fall), 1990' } as const;
  expect(ris({ issued })).toContain('DA  - 1990///Summer–Fall');
  expect(csl({ issued }).issued).toEqual({ 'date-parts': [[1990]], season: 'Summer–Fall' });
  expect(csl({ language: 'zh', issued }).issued?.season).toBe('夏秋季');
});

test('the end of an interval is kept', () => {
  const issued = { date: '2003-01-17/2003-01-20', printed: 'x' };
  expect(ris({ issued })).toContain('DA  - 2003/01/17/to 2003-01-20');
  expect(csl({ issued }).issued).toEqual({
    'date-parts': [
      [2003, 1, 17],
      [2003, 1, 20],
    ],
  });
});

test('what a note does not name has its reference for a title, in every form', () => {
  const data: Partial<SourceData> = {
    title: undefined,
    author: [{ family: 'Reed', given: 'Ann' }],
    'container-title': 'The Lamp',
  };
  const { title } = csl(data);
  expect(title).toMatch(/^\[.*Reed.*\]$/u);
  expect(ris(data)).toContain(`TI  - ${title}`);
});

test('a number or kind that the type has no variable for is noted', () => {
  const paper = csl({ type: 'article-journal', number: '總第 4 期' });
  expect([paper.number, paper.note]).toEqual([undefined, '總第 4 期']);
  expect(csl({ type: 'report', number: '7' }).number).toBe('7');
  const chapter = csl({ type: 'chapter', genre: '碩士論文' });
  expect([chapter.genre, chapter.note]).toEqual([undefined, '碩士論文']);
  expect(ris({ type: 'chapter', genre: '碩士論文' })).toContain('N1  - 碩士論文');
});
