/** Small notes of our own, in both languages: each field is read from the words that say it. */
import { expect, test } from 'vitest';
import { type Draft, draftOf } from '../../../../src/model/drafts/draft.ts';
import { partsOf } from '../../../../src/model/drafts/parts.ts';
import { DRAFT_FIELDS, sourceFileOf, valuesOf } from '../../../../src/model/drafts/source.ts';
import { sourceSchema } from '../../../../src/model/sources/source.ts';

type Expected = Record<string, unknown>;
const CASES: [string, Expected][] = [
  [
    '新華社 2002 年 9 月 4 日報導',
    {
      kind: 'wire',
      type: 'article-newspaper',
      language: 'zh',
      'container-title': '新華社',
      issued: { date: '2002-09-04', printed: '2002 年 9 月 4 日' },
    },
  ],
  [
    '林小舟，〈渡口的燈〉，《水鄉學報》，第 12 卷第 3 期（民國 70 年 5 月），頁 12-15。',
    {
      kind: 'journal',
      type: 'article-journal',
      language: 'zh',
      author: [{ family: '林', given: '小舟' }],
      title: '渡口的燈',
      'container-title': '水鄉學報',
      volume: '12',
      issue: '3',
      issued: { date: '1981-05', printed: '民國 70 年 5 月' },
      locator: { label: 'page', value: '12-15' },
    },
  ],
  [
    '歐陽阿水、林小舟，《舊渡口志》（台北：水鄉出版社，1990年），頁 8。',
    {
      kind: 'book',
      type: 'book',
      author: [
        { family: '歐陽', given: '阿水' },
        { family: '林', given: '小舟' },
      ],
      title: '舊渡口志',
      publisher: '水鄉出版社',
      'publisher-place': '台北',
      issued: { date: '1990', printed: '1990年' },
      locator: { label: 'page', value: '8' },
    },
  ],
  [
    '王大川編，《渡口文獻》（台北：水鄉書局，1995），頁 3。',
    { editor: [{ family: '王', given: '大川' }], title: '渡口文獻', publisher: '水鄉書局' },
  ],
  [
    '「橋『通』了」，水鄉日報（台北），1981 年 5 月 4 日，第 3 版。',
    {
      kind: 'newspaper',
      type: 'article-newspaper',
      title: '橋「通」了',
      'container-title': '水鄉日報',
      'publisher-place': '台北',
      issued: { date: '1981-05-04', printed: '1981 年 5 月 4 日' },
      page: '3',
      locator: { label: 'page', value: '3' },
    },
  ],
  [
    'Ann Reed, “Lamps on the River,” Ferry Quarterly, Vol. 2, No. 1 (March 1980), pp. 10-29, see p. 12.',
    {
      kind: 'journal',
      author: [{ family: 'Reed', given: 'Ann' }],
      title: 'Lamps on the River',
      'container-title': 'Ferry Quarterly',
      volume: '2',
      issue: '1',
      issued: { date: '1980-03', printed: 'March 1980' },
      page: '10-29',
      locator: { label: 'page', value: '12' },
    },
  ],
  [
    'John B. Gray, Jr., et al., Bridges of the North: A History (London: Lamp Press, 1999), pp. 3-4.',
    {
      kind: 'book',
      type: 'book',
      author: [{ family: 'Gray', given: 'John B.', suffix: 'Jr.' }],
      title: 'Bridges of the North: A History',
      publisher: 'Lamp Press',
      'publisher-place': 'London',
      others: true,
    },
  ],
  [
    'Ann Reed, “Lamps,” in Eva Gray, ed., The River Book (London: Lamp Press, 1999), p. 7.',
    {
      kind: 'book',
      type: 'chapter',
      author: [{ family: 'Reed', given: 'Ann' }],
      editor: [{ family: 'Gray', given: 'Eva' }],
      title: 'Lamps',
      'container-title': 'The River Book',
      publisher: 'Lamp Press',
    },
  ],
  [
    'Li Xiaozhou, “Is the Bridge Open?” The Ferry Times, 4 May 1981, p. A-3.',
    {
      kind: 'newspaper',
      author: [{ family: 'Li', given: 'Xiaozhou', 'static-ordering': true }],
      title: 'Is the Bridge Open?',
      'container-title': 'The Ferry Times',
      issued: { date: '1981-05-04', printed: '4 May 1981' },
      page: 'A-3',
    },
  ],
];

const said = (draft: Draft, key: string): unknown => {
  if (key === 'others') return draft.others;
  return (draft[key as keyof Draft] as { value: unknown } | undefined)?.value;
};

test.each(CASES)('%s', (words, expected) => {
  const draft = draftOf(words);
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, said(draft, key)]))).toEqual(
    expected,
  );
  // What was read is in the words, and what comes of it is a source.
  for (const field of DRAFT_FIELDS.slice(3)) {
    const from = draft[field]?.from;
    if (from !== undefined) expect(words, field).toContain(from.trim());
  }
  expect(() => sourceSchema.parse(sourceFileOf(valuesOf(draft), draft.others))).not.toThrow();
});

test('words in italics are a title', () => {
  const draft = draftOf('Ann Reed, The Ferry, London, 1999, p. 3.', [], ['The Ferry']);
  expect(draft.title?.value).toBe('The Ferry');
  expect(draft.author?.value).toEqual([{ family: 'Reed', given: 'Ann' }]);
});

test('an address is kept as it is, and nothing is read in it', () => {
  const url = 'http://lamp.example/1999/v5n01/p.12.htm';
  const draft = draftOf(`「橋通了」，渡口網，參見 ${url}。`, [url]);
  expect(draft).toMatchObject({ URL: { value: url }, kind: { value: 'website' } });
  expect([draft.issued, draft.volume, draft.locator]).toEqual([undefined, undefined, undefined]);
});

test('what no source may say is left to the person', () => {
  const draft = draftOf('「橋通了」，渡口網，2001 年 13 月 40 日。', ['ftp://lamp.example/']);
  expect(Object.keys(valuesOf(draft))).toEqual([
    'kind',
    'type',
    'language',
    'title',
    'container-title',
  ]);
});

test('what a reference should have and no word gives is said to be missing', () => {
  const draft = draftOf('林小舟，「渡口的燈」，水鄉學報，第 3 期。');
  expect(sourceFileOf(valuesOf(draft), true)['missing']).toEqual([
    'issued',
    'page',
    'author-others',
  ]);
});

test.each([
  ['橋長四十丈。參見「橋通了」，渡口網，2001 年 3 月 2 日。', ['-', 'C']],
  [
    'Ann Reed, “Lamps,” The Ferry, 1980, p. 3; Eva Gray, “Bridges,” The Ferry, 1981, p. 4.',
    ['C', 'C'],
  ],
  [
    '王大川，舊渡口志，頁 8。轉引自陳阿月，「河邊的人」，水鄉學報，第 1 卷第 2 期，頁 30。',
    ['C', 'Q'],
  ],
  ['渡口今已不存。', ['-']],
  ['Ibid., p. 6. Also in “Bridges; and Lamps,” The Ferry, May 1981, p. 4.', ['C', 'C']],
])('%s is parted', (words, shape) => {
  expect(partsOf(words).map(({ cites, quotes }) => (quotes ? 'Q' : cites ? 'C' : '-'))).toEqual(
    shape,
  );
});
