/** Where names stand: the longest form, Latin words whole, forms that mean another here or there. */
import { describe, expect, test } from 'vitest';
import { NameFinder } from '../../../../src/model/names/occurrences.ts';
import { namesSchema, searchNames } from '../../../../src/model/names/schema.ts';

const finder = new NameFinder(
  namesSchema.parse([
    { id: 'river', name: '渡口', kind: 'place', latin: ['Ford'] },
    { id: 'river-school', name: '渡口學堂', kind: 'body' },
    { id: 'lamp', name: '第 7 燈', kind: 'weapon', latin: ['B-1'] },
    { id: 'elder', name: '老林', kind: 'person', other: ['林先生'], only: { 林先生: ['s1-p1'] } },
    { id: 'son', name: '小林', kind: 'person', other: ['林先生'], except: { 林先生: ['s1-p1'] } },
    { name: '油', kind: 'term' },
  ]),
);
const found = (text: string, at = 's1-p2') =>
  finder.find(text, at).map(({ from, to, names }) => `${names[0]?.id} ${text.slice(from, to)}`);

describe('a name is found', () => {
  test.each<[string, string, string[]]>([
    ['by its form', '到渡口去', ['river 渡口']],
    [
      'each time, in the order of the text',
      '渡口、小林、渡口',
      ['river 渡口', 'son 小林', 'river 渡口'],
    ],
    ['not inside a longer one', '渡口學堂在渡口', ['river-school 渡口學堂', 'river 渡口']],
    ['in whole Latin words alone', 'Bedford, Fords, Ford.', ['river Ford']],
    [
      'in Latin letters beside Han',
      '渡口（Ford）與Ford的',
      ['river 渡口', 'river Ford', 'river Ford'],
    ],
    ['with a number, not within another', 'B-1 與 B-12、AB-1', ['lamp B-1']],
    ['whatever its spacing beside Han', '第7燈，第 7 燈', ['lamp 第7燈', 'lamp 第 7 燈']],
    ['unless it is for search alone', '油', []],
  ])('%s', (_, text, names) => {
    expect(found(text)).toEqual(names);
  });

  test('as the one that a rule says is meant there', () => {
    expect(found('林先生來了', 's1-p1')).toEqual(['elder 林先生']);
    expect(found('林先生來了', 's1-p2')).toEqual(['son 林先生']);
  });
});

test('search offers a shared form once, under the first name that has it', () => {
  const names = namesSchema.parse([
    { id: 'elder', name: '老林', kind: 'person', other: ['林先生'] },
    { id: 'son', name: '小林', kind: 'person', other: ['林先生', '林君'] },
    { id: 'lone', name: '阿水', kind: 'person' },
  ]);
  expect(searchNames(names)).toEqual([
    { preferred: '老林', forms: ['林先生'] },
    { preferred: '小林', forms: ['林君'] },
  ]);
});
