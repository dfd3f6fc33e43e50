/** Nothing said of a source is lost: types × fields, in Chinese and in English. */
import { describe, expect, test } from 'vitest';
import { SAID } from '../../../../../src/model/sources/reference/telling.ts';
import { plainReference } from '../../../../../src/model/sources/reference.ts';
import { type SourceData, sourceSchema } from '../../../../../src/model/sources/source.ts';
import { source } from '../source.ts';

const TYPES = sourceSchema.shape.type.options;
type Type = SourceData['type'];

/** A value of each field that stands in no other, in both languages. */
const VALUES = {
  en: {
    author: [{ family: 'Reed', given: 'Ann' }],
    editor: [{ family: 'Eddy', given: 'Bob' }],
    translator: [{ family: 'Trant', given: 'Cid' }],
    'container-author': [{ family: 'Carter', given: 'Dan' }],
    title: 'Lamps',
    'container-title': 'River Quarterly',
    'collection-title': 'Quay Series',
    'event-title': 'Harbour Seminar',
    'event-place': 'Eastport',
    authority: 'Ferry Board',
    genre: 'pamphlet',
    edition: '7th ed.',
    volume: '31',
    issue: '83',
    number: 'HB-47',
    page: '519-527',
    publisher: 'Quay Press',
    'publisher-place': 'Westport',
    issued: { date: '1999-03-14', printed: 'x' },
  },
  zh: {
    author: [{ family: '王', given: '二' }],
    editor: [{ family: '李', given: '大華' }],
    translator: [{ family: '朱', given: '三' }],
    'container-author': [{ family: '陳', given: '四' }],
    title: '燈火',
    'container-title': '河岸季刊',
    'collection-title': '渡口叢書',
    'event-title': '海港研討會',
    'event-place': '東港',
    authority: '航運局',
    genre: '小冊',
    edition: '修訂版',
    volume: '31',
    issue: '83',
    number: '總第 47 號',
    page: '519-527',
    publisher: '水鄉書局',
    'publisher-place': '西港',
    issued: { date: '1999-03-14', printed: 'x' },
  },
} satisfies Record<'en' | 'zh', Partial<SourceData>>;

/** The characters by which a field is known in a reference. */
function traces(field: keyof (typeof VALUES)['en'], language: 'en' | 'zh'): RegExp {
  const value: unknown = VALUES[language][field];
  if (field === 'issued') return /1999/u;
  if (field === 'page') return /519–527/u;
  if (field === 'number' && language === 'zh') return /總第47號/u;
  const text = Array.isArray(value) ? (value[0] as { family: string }).family : String(value);
  return new RegExp(text, 'iu');
}

/** The fields of a source that say what the work is; the others are about the notes and the record. */
const APART: Record<string, string> = {
  kind: 'the bibliography is grouped by it',
  type: 'the form of the reference itself',
  language: 'the frame of the reference, and the language of its words',
  latin: 'for English styles (their own tests)',
  translated: 'for English styles (their own tests)',
  identifiers: 'stand as links on the page of the source',
  URL: 'stands as a link beside the reference',
  otherURLs: 'stand as links beside the reference',
  printed: 'said on the page of the source, note by note',
  supplied: 'said on the page of the source',
  missing: 'said on the page of the source; other authors as et al. and 等',
  remarks: 'said on the page of the source',
};

/** What a reference leaves out, by the rule that says so. */
const LEFT_OUT: { field: string; language?: 'en' | 'zh'; types: readonly Type[]; rule: string }[] =
  [];

test('every field of the schema is in the matrix, or said to be apart from it', () => {
  const fields = Object.keys(sourceSchema.shape).sort();
  expect([...SAID, ...Object.keys(APART)].sort()).toEqual(fields);
  expect(Object.keys(VALUES.en).sort()).toEqual([...SAID].sort());
  expect(Object.keys(VALUES.zh).sort()).toEqual([...SAID].sort());
});

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const all = VALUES[language];

  describe.each(TYPES)('a %s', (type) => {
    const expected = SAID.filter(
      (field) =>
        !LEFT_OUT.some(
          (rule) =>
            rule.field === field &&
            rule.types.includes(type) &&
            (rule.language ?? language) === language,
        ),
    );

    test('with every field says every field', () => {
      const reference = plainReference({ id: 'x', ...source({ ...all, language, type }) });
      const said = SAID.filter((field) => traces(field, language).test(reference));
      expect(said, reference).toEqual(expected);
    });

    test.each(SAID.filter((field) => field !== 'author' && field !== 'title'))(
      'with author, title and %s says it, once and well put',
      (field) => {
        const data = { author: all.author, title: all.title, [field]: all[field] };
        const reference = plainReference({ id: 'x', ...source({ ...data, language, type }) });
        if (expected.includes(field)) expect(reference).toMatch(traces(field, language));
        expect(reference).not.toMatch(
          /undefined|[,，:：] ?[,，.。:：)）]|\(\)|（）|\.\.|。。|\s\s/u,
        );
        expect(reference).toMatch(/[.。]”?$/u);
        const again = reference.match(new RegExp(traces(field, language).source, 'giu')) ?? [];
        expect(again.length, reference).toBeLessThanOrEqual(1);
      },
    );
  });
});
