/** Sources: the outlet and year they are listed by, and names as they are spoken and filed. */
import { describe, expect, test } from 'vitest';
import { filed, type Name, spoken } from '../../../../src/model/sources/name.ts';
import {
  isDescription,
  outletOf,
  printedIn,
  sourceSchema,
  yearOf,
} from '../../../../src/model/sources/source.ts';
import { source } from './source.ts';

const URL = 'http://www.ferry.example/a/b.htm';

describe('the outlet of a source', () => {
  test.each(['article-journal', 'article-magazine', 'article-newspaper', 'webpage'] as const)(
    'is the periodical or site of a work of the type %s, else its publisher, else its host',
    (type) => {
      const whole = source({ type, 'container-title': '村報', publisher: '水鄉書局', URL });
      const { 'container-title': _, ...without } = whole;
      const { publisher: __, ...bare } = without;
      expect([whole, without, bare].map(outletOf)).toEqual(['村報', '水鄉書局', 'ferry.example']);
    },
  );

  test.each(['book', 'chapter', 'thesis', 'paper-conference'] as const)(
    'is the publisher of a work of the type %s, not the book it stands in',
    (type) => {
      const data = { type, 'container-title': '論文集' };
      expect(outletOf(source({ ...data, publisher: '水鄉書局' }))).toBe('水鄉書局');
      expect(outletOf(source(data))).toBeUndefined();
    },
  );

  test('is the authority or the event of what nobody published', () => {
    const hearing = { type: 'hearing', authority: '眾議院', 'event-title': '聽證會' } as const;
    expect(outletOf(source(hearing))).toBe('眾議院');
    expect(outletOf(source({ type: 'speech', 'event-title': '聽證會', URL }))).toBe('聽證會');
  });

  test('is the body that wrote a report, else its series', () => {
    const report = { type: 'report', 'container-title': '國政研究報告' } as const;
    const author = [{ literal: '渡口管理處' }];
    const person = [{ family: '關', given: '中' }];
    expect(outletOf(source({ ...report, author, publisher: '水鄉書局' }))).toBe('水鄉書局');
    expect(outletOf(source({ ...report, author }))).toBe('渡口管理處');
    expect(outletOf(source({ ...report, author: person }))).toBe('國政研究報告');
  });

  test('is the host of its address when nothing else is known, and else there is none', () => {
    expect(outletOf(source({ type: 'book', URL }))).toBe('ferry.example');
    expect(outletOf(source({ type: 'webpage', URL: 'http://big5.ferry.example/' }))).toBe(
      'big5.ferry.example',
    );
    expect(outletOf(source({ type: 'book' }))).toBeUndefined();
    expect(outletOf(source({ type: 'webpage' }))).toBeUndefined();
  });
});

describe('the year of a source', () => {
  test.each([
    ['2003', '2003'],
    ['2003-01', '2003'],
    ['2003-01-17', '2003'],
    ['1973-09/1973-10', '1973'],
    ['1999-12/2000-01', '1999'],
  ])('of %s is %s', (date, year) => {
    expect(yearOf(source({ issued: { date, printed: 'x' } }))).toBe(year);
  });

  test('is unknown without a date', () => {
    expect(yearOf(source({}))).toBeUndefined();
  });
});

describe('a name', () => {
  const taylor = { family: 'Taylor', given: 'William J.', suffix: 'Jr.' };

  test.each([
    [{ family: '劉', given: '德海' }, '劉德海', '劉德海'],
    [{ family: '歐陽', given: '修' }, '歐陽修', '歐陽修'],
    // A comma stands before Jr. only where the name is inverted (Chicago 18, 6.46).
    [taylor, 'William J. Taylor Jr.', 'Taylor, William J., Jr.'],
    [{ family: '박', given: '병선' }, '박병선', '박병선'],
    [{ family: 'さくら', given: 'ももこ' }, 'さくらももこ', 'さくらももこ'],
    [{ family: 'Путин', given: 'Владимир' }, 'Владимир Путин', 'Путин, Владимир'],
    [
      { family: 'Gaulle', given: 'Charles', 'dropping-particle': 'de' },
      'Charles de Gaulle',
      'Gaulle, Charles de',
    ],
    [
      { family: 'Veen', given: 'P. H.', 'non-dropping-particle': 'van der' },
      'P. H. van der Veen',
      'van der Veen, P. H.',
    ],
    [{ family: 'Ross', given: 'Robert S.' }, 'Robert S. Ross', 'Ross, Robert S.'],
    [{ family: 'Wu', given: 'Xinbo', 'static-ordering': true }, 'Wu Xinbo', 'Wu Xinbo'],
    [{ literal: 'Ferry Board' }, 'Ferry Board', 'Ferry Board'],
    [{ literal: '中央社' }, '中央社', '中央社'],
  ] as [Name, string, string][])('%j is spoken “%s” and filed “%s”', (name, aloud, inOrder) => {
    expect([spoken(name), filed(name)]).toEqual([aloud, inOrder]);
  });
});

test('a note may print the title or the outlet in a form of its own', () => {
  const data = source({
    title: '渡口舊事',
    'container-title': '村報',
    printed: [
      { note: 3, field: 'title', value: '渡口奮事' },
      { note: 4, field: 'container-title', value: '本村報' },
    ],
  });
  expect([3, 4].map((note) => printedIn(data, 'title', note))).toEqual(['渡口奮事', '渡口舊事']);
  expect([3, 4].map((note) => printedIn(data, 'container-title', note))).toEqual([
    '村報',
    '本村報',
  ]);
  expect(printedIn(source({}), 'title', 3)).toBeUndefined();
});

test('a title in brackets is a description', () => {
  expect(['[條例之相關文章]', '條例', '[1] 條例', '條例 [一]'].map(isDescription)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('the date of a source', () => {
  const accepts = (date: string) =>
    sourceSchema.shape.issued.safeParse({ date, printed: 'x' }).success;

  test.each([
    '2003',
    '2003-01',
    '2003-12-31',
    '1973-09/1973-10',
    '1981/1982',
    '2003-01-17/2003-01-20',
    '2003/2003-05',
  ])('may be %s', (date) => {
    expect(accepts(date)).toBe(true);
  });

  test.each([
    '92',
    '2003-1',
    '2003-13',
    '2003-00',
    '2003-01-32',
    '2003/01/17',
    '2003-',
    '',
    // It ends before it begins.
    '2003-05/2003-04',
    '2003-01-20/2003-01-17',
    '1982/1981',
    '2003-05/2002',
  ])('may not be “%s”', (date) => {
    expect(accepts(date)).toBe(false);
  });
});

test('a day without quotation marks, of which a reader of YAML makes a Date, is that day', () => {
  const issued = { date: new Date('2003-01-17'), printed: '2003 年 1 月 17 日' };
  const parsed = sourceSchema.parse({ kind: 'book', type: 'book', language: 'zh', issued });
  expect(parsed.issued?.date).toBe('2003-01-17');
});
