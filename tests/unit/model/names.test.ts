/** Where names stand, in which order they are listed, and the links to their words. */
import { describe, expect, test } from 'vitest';
import { NameFinder } from '../../../src/model/names/occurrences.ts';
import { namesSchema, searchNames } from '../../../src/model/names/schema.ts';
import { textDirective } from '../../../src/model/text/text-fragment.ts';

const names = namesSchema.parse([
  { id: 'volunteers', name: '中國人民志願軍', kind: 'unit', other: ['志願軍'] },
  { id: 'china', name: '中國', kind: 'place', latin: ['China'] },
  { id: 'line', name: '38 度線', kind: 'place' },
  { id: 'ford', name: '福特', kind: 'person', latin: ['Gerald Ford', 'Ford'] },
  { id: 'elder', name: '老布希', kind: 'person', other: ['布希'], only: { 布希: ['p1'] } },
  { id: 'younger', name: '布希', kind: 'person', except: { 布希: ['p1'] } },
  { name: '飛彈', kind: 'term', other: ['導彈'] },
]);
const finder = new NameFinder(names);
const found = (text: string, at = 'p2') =>
  finder
    .find(text, at)
    .map(({ from, to, names: meant }) => [text.slice(from, to), ...meant.map(({ id }) => id)]);

describe('names in a text', () => {
  test.each([
    [
      '中國派中國人民志願軍入韓',
      [
        ['中國', 'china'],
        ['中國人民志願軍', 'volunteers'],
      ],
    ],
    [
      '越過38度線與 38  度線',
      [
        ['38度線', 'line'],
        ['38  度線', 'line'],
      ],
    ],
    [
      'Gerald\nFord, Fordham and Ford',
      [
        ['Gerald\nFord', 'ford'],
        ['Ford', 'ford'],
      ],
    ],
    [
      '老布希與布希',
      [
        ['老布希', 'elder'],
        ['布希', 'younger'],
      ],
    ],
    ['138 度線、飛彈', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a rule says which of two is meant at a place', () => {
    expect(found('布希政府', 'p1')).toEqual([['布希', 'elder']]);
    expect(found('布希政府', 'p3')).toEqual([['布希', 'younger']]);
  });

  test('search offers each form for one name alone', () => {
    expect(searchNames(names).map(({ preferred, forms }) => [preferred, ...forms])).toEqual([
      ['中國人民志願軍', '志願軍'],
      ['中國', 'China'],
      ['福特', 'Gerald Ford', 'Ford'],
      ['老布希', '布希'],
      ['飛彈', '導彈'],
    ]);
  });
});

test('a directive names whole words, and those around them', () => {
  const text = '同年，北韓在 1950 年向中國求援。';
  const from = text.indexOf('中國');
  expect(decodeURIComponent(textDirective(text, from, from + 2))).toMatch(
    /^text=.*1950年向-,中國,-求援。$/u,
  );
  expect(decodeURIComponent(textDirective('中國', 0, 2))).toBe('text=中國');
  expect(textDirective('a b-1, c', 2, 5)).toContain('b%2D1');
});
