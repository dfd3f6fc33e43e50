/** Queries over a small index in memory. */
import { describe, expect, test } from 'vitest';
import { createSearch, type SearchOptions } from '../../../src/search/engine.ts';
import { SearchFailure } from '../../../src/search/failure.ts';
import { memoryIndex, note, paragraph } from './memory-index.ts';

const NIKSCH = 'Niksch, Larry A., “U.S. Troop Withdrawal,” Asian Survey, vol. 21 (March 1981)';
const sourced = (year: string, publisher: string) => ({
  filters: { kind: ['note'], section: ['1'], year: [year], publisher: [publisher] },
});

const RECORDS = [
  paragraph('盧武鉉在1945 年宣佈：「美國、南韓」發展為盟友，共 37,000 人。'),
  paragraph('皇后干預計畫，後來在臺灣爲人所知。越過 38 度線。'),
  note(1, 'Larry A. Niksch, “U.S. Troop,” Asian Survey, p. 327.', sourced('1981', 'Asian Survey')),
  note(2, 'Ibid., p. 330.', {
    ...sourced('1981', 'Asian Survey'),
    references: [{ id: 'niksch', text: NIKSCH }],
  }),
  note(3, '「報導」，中央社，2003 年 11 月 24 日。', sourced('2003', '中央社')),
  note(4, '「報導」，中央社，92 年 1 月 17 日。', sourced('2003', '中央社')),
  note(5, 'Crossing the lines, op. cit., 漢城與首爾。', sourced('1990', 'Across')),
];
const NAMES = [
  { preferred: '首爾', forms: ['漢城', 'Seoul'] },
  { preferred: '盧武鉉', forms: ['Roh Moo-hyun'] },
];
const { search } = createSearch(memoryIndex(RECORDS, NAMES));

/** Numbers of the records found, in their order in the chapter (0 and 1 are paragraphs). */
async function found(typed: string, options?: SearchOptions): Promise<number[]> {
  const result = await search(typed, { sort: 'order', ...options });
  if (result.status !== 'found') return [];
  const paths = (await result.page(0)).map((hit) => hit.path);
  return paths.map((path) => RECORDS.findIndex((record) => record.path === path));
}

describe('what is found', () => {
  test.each<[string, string, number[]]>([
    ['a stretch with its marks', '：「美國、南韓」', [0]],
    ['in quotation marks not with other marks', '"：美國、南韓"', []],
    ['Simplified', '卢武铉', [0]],
    ['Simplified of several meanings, decided by neighbours', '后来', [1]],
    ['Simplified of some words only', '计划', [1]],
    ['a character of several meanings alone is itself', '后', [1]],
    ['an absent character is not its homograph', '麵', []],
    ['Taiwan for Hong Kong', '發展爲', [0]],
    ['台 for 臺', '台灣', [1]],
    ['布 for 佈', '宣布', [0]],
    ['numbers as printed', '37,000', [0]],
    ['numbers without separators', '37000', [0]],
    ['no space before 年', '1945年', [0]],
    ['full width', '３８度線', [1]],
    ['any case', 'NIKSCH', [2, 3]],
    ['words by their beginning', 'niks', [2, 3]],
    ['words by their inside, if none begins so', 'ksch', [2, 3]],
    ['a stretch from the middle of a word on', 'sch, Larry', [3]],
    ['not the inside of a number', '92年', [5]],
    ['in quotation marks whole words only', '"niks"', []],
    ['in quotation marks with their marks', '"op. cit."', [6]],
    ['all of several terms', '中央社 2003', [4]],
    ['terms in any order', '2003 中央社', [4]],
    ['without what is excluded', '中央社 -韓國', [4, 5]],
    ['a year excluded in either count', '中央社 -2003', []],
    ['a year of the Republic excluded in either count', '中央社 -92年', []],
    ['a year excluded in any form', '中央社 -民國92年', []],
    ['a year excluded in Chinese numerals', '中央社 −二〇〇三年', []],
    ['marks between its characters', '美國南韓', [0]],
    ['other marks between its characters', '美國，南韓」發展', [0]],
    ['nothing across what parts a note and its reference', '330Niksch', []],
    ['nothing across a note and its reference', '330 Niksch', [3]],
    ['nothing that is not there', '盧武鉉鉉', []],
    ['nothing in another script', 'ハングル 한글', []],
    ['a lot of nothing', '美'.repeat(1500), []],
  ])('%s: %s', async (_, typed, expected) => {
    expect(await found(typed)).toEqual(expected);
  });
});

test('a stretch goes before its words, which are offered apart', async () => {
  const result = await search('asian survey');
  expect(result).toMatchObject({ status: 'found', by: 'stretch', total: 2 });
  expect(await search('survey asian')).toMatchObject({ by: 'terms', total: 2 });
  expect(await search('in survey')).toMatchObject({ status: 'none' });
});

test('a hit in a reference is told apart from one in the text, and comes after it', async () => {
  const result = await search('niksch');
  if (result.status !== 'found') throw new Error(result.status);
  const hits = await result.page(0);
  expect(hits.map(({ note, foundIn }) => [note, foundIn])).toEqual([
    [1, 'text'],
    [2, 'reference'],
  ]);
  const [range] = hits[1]?.references[0]?.ranges ?? [];
  expect(NIKSCH.slice(...(range ?? [0, 0]))).toBe('Niksch');
});

test('what the text says itself comes before what a reference says, also when it stands later', async () => {
  const index = memoryIndex([
    note(1, 'Ibid.', { references: [{ id: 'n', text: NIKSCH }] }),
    note(2, 'Larry A. Niksch, op. cit.'),
  ]);
  const result = await createSearch(index).search('niksch');
  if (result.status !== 'found') throw new Error(result.status);
  expect((await result.page(0)).map((hit) => hit.note)).toEqual([2, 1]);
});

test('matches are ranges of the verbatim text', async () => {
  const result = await search('1945年宣布');
  if (result.status !== 'found') throw new Error(result.status);
  const [hit] = await result.page(0);
  expect(hit?.ranges.map(([a, b]) => hit.text.slice(a, b))).toEqual(['1945 年宣佈']);
});

test('a hit stands on the printed page on which its match begins', async () => {
  const text = '甲乙丙丁戊';
  const index = memoryIndex([
    paragraph(text, {
      breaks: [
        [2, 43],
        [4, 44],
      ],
    }),
  ]);
  const page = async (typed: string) => {
    const result = await createSearch(index).search(typed);
    return result.status === 'found' ? (await result.page(0))[0]?.page : result.status;
  };
  expect(await Promise.all(['乙丙', '丙', '丁', '戊'].map(page))).toEqual([42, 43, 43, 44]);
});

test('other names and years are offered with what they find, and only if they find something', async () => {
  const suggestions = async (typed: string) => {
    const result = await search(typed);
    return result.status === 'failed' ? [] : result.suggestions();
  };
  expect(await suggestions('漢城')).toEqual([{ kind: 'name', query: '首爾', total: 1 }]);
  expect(await suggestions('Roh Moo-hyun')).toEqual([{ kind: 'name', query: '盧武鉉', total: 1 }]);
  expect(await suggestions('卢武铉')).toEqual([]);
  expect(await suggestions('92年')).toEqual([{ kind: 'year', query: '2003年', total: 1 }]);
  // Excluded, it is so in both counts.
  expect((await suggestions('中央社 -92年')).filter(({ kind }) => kind === 'year')).toEqual([]);
  expect(await suggestions('中央社 2003')).toEqual([
    { kind: 'year', query: '中央社 92年', total: 1 },
  ]);
});

test('counts of a facet are true under the choices in the others', async () => {
  const result = await search('', { in: 'notes', filters: { publisher: ['中央社'] } });
  if (result.status !== 'found') throw new Error(result.status);
  expect(result.total).toBe(2);
  const counts = await result.facets();
  expect(counts.year).toEqual({ 2003: 2 });
  expect(counts.publisher).toEqual({ Across: 1, 'Asian Survey': 2, 中央社: 2 });
});

test.each<[string, SearchOptions, number[]]>([
  ['order', { sort: 'order' }, [1, 2, 3, 4, 5]],
  ['year', { sort: 'year' }, [1, 2, 5, 3, 4]],
  ['year, newest first', { sort: 'year-desc' }, [3, 4, 5, 1, 2]],
])('notes are sorted by %s', async (_, options, numbers) => {
  const result = await search('', { in: 'notes', ...options });
  if (result.status !== 'found') throw new Error(result.status);
  expect((await result.page(0)).map((hit) => hit.note)).toEqual(numbers);
});

test('text and notes are counted whichever of them is shown', async () => {
  expect(await search('年', { in: 'notes' })).toMatchObject({ total: 2, text: 1, notes: 2 });
  expect(await search('年', { in: 'text' })).toMatchObject({ total: 1, text: 1, notes: 2 });
});

test('what finds nothing says why, and what each term would find', async () => {
  expect(await search('中央社 38')).toMatchObject({
    status: 'none',
    why: 'absent',
    terms: [
      { text: '中央社', total: 2 },
      { text: '38', total: 1 },
    ],
  });
  expect(await search('x'.repeat(10_000))).toMatchObject({ status: 'none', why: 'too-long' });
  expect(await search('\u0000\u200f')).toMatchObject({ status: 'none', why: 'empty' });
  expect(await search('niksch', { filters: { year: ['2003'] } })).toMatchObject({
    why: 'filtered',
  });
});

test('a long stretch is found by its rarest characters, and checked in the record', async () => {
  const common = Array.from({ length: 40 }, (_, i) => paragraph(`${'的之在'.repeat(5)}第${i}段`));
  const index = memoryIndex([...common, paragraph('的之在甲乙丙丁戊的之在的之在')]);
  const result = await createSearch(index).search('的之在甲乙丙丁戊的之');
  expect(result).toMatchObject({ status: 'found', total: 1 });
  expect(index.asked.sort()).toEqual(['丙', '乙', '甲']);
  expect(index.read).toEqual([40]);
});

test('a failure is a result, never an empty one, and the next try may succeed', async () => {
  const index = memoryIndex(RECORDS);
  let broken = true;
  const postings = index.postings;
  index.postings = (key) =>
    broken ? Promise.reject(new SearchFailure('index-missing', key)) : postings(key);
  const { search: query } = createSearch(index);
  expect(await query('美國')).toMatchObject({ status: 'failed', reason: 'index-missing' });
  broken = false;
  expect(await query('美國')).toMatchObject({ status: 'found', total: 1 });
});

describe('what is written otherwise is found all the same', () => {
  const LINES = [
    '盟軍在「低盪」政策下，長期批準。',
    '批准後的瞭解，即與了解相同；週邊有事，周邊無事。',
    'Владивосток и Ёлка; Ἀθῆναι, ΣΟΦΌΣ.',
    'P’yŏngyang and Chʻoe Kyu-ha, Mao Tse-tung.',
    'Pyonggang, Maoist',
    '首都圏與決策圏，駐紥大砲，産業。',
  ];
  const { search: query } = createSearch(memoryIndex(LINES.map((line) => paragraph(line))));
  test.each<[string, number[]]>([
    ['低盪政策', [0]],
    ['低盪、政策', [0]],
    ['⻑期', [0]],
    ['⾧期', [0]],
    ['批准', [0, 1]],
    ['批準', [0, 1]],
    ['了解', [1]],
    ['週邊有', [1]],
    ['周边', [1]],
    ['владивосток', [2]],
    ['ВЛАДИВОСТОК', [2]],
    ['елка', [2]],
    ['αθηναι', [2]],
    ['σοφος', [2]],
    ["P'yongyang", [3]],
    ['Pʼyŏngyang', [3]],
    ['Pyongyang', [3]],
    ['choe', [3]],
    ['tsetung', [3]],
    ["Pyong'gang", [4]],
    ['首都圈', [5]],
    ['决策圈', [5]],
    ['駐紮', [5]],
    ['大炮', [5]],
    ['產業', [5]],
    ['产业', [5]],
  ])('%s', async (typed, expected) => {
    const result = await query(typed, { sort: 'order' });
    const hits = result.status === 'found' ? await result.page(0) : [];
    expect(hits.map(({ text }) => LINES.indexOf(text))).toEqual(expected);
    for (const { text, ranges } of hits) {
      expect(ranges.length).toBeGreaterThan(0);
      for (const [from, to] of ranges) expect(text.slice(from, to)).not.toBe('');
    }
  });

  test('and it is said when marks were left out of account', async () => {
    expect(await query('低盪政策')).toMatchObject({ unmarked: true });
    expect(await query('「低盪」政策')).toMatchObject({ unmarked: false });
  });
});

describe('a near miss is answered with the nearest words', () => {
  const { search: query } = createSearch(
    memoryIndex(
      [
        paragraph('總統金大中與盧武鉉推行陽光政策，朝鮮半島的安全。'),
        paragraph('平壤；Yongsan Garrison, International Security, National Interest.'),
      ],
      [
        { preferred: '盧武鉉', forms: ['Roh Moo-hyun'] },
        { preferred: '平壤', forms: [] },
      ],
    ),
  );
  const offered = async (typed: string, kind: string) => {
    const result = await query(typed);
    if (result.status === 'failed') throw result.error;
    return (await result.suggestions()).filter((s) => s.kind === kind).map((s) => s.query);
  };
  test.each([
    ['金大忠', ['金大中']],
    ['蘆武鉉', ['盧武鉉']],
    ['盧鉉武', ['盧武鉉']],
    ['平讓', ['平壤']],
    ['陽光的政策', ['陽光政策']],
    ['朝鮮島的', ['朝鮮半島的']],
    ['金大忠 陽光政策', ['金大中 陽光政策']],
    ['Yongsam', ['yongsan']],
    ['Garison', ['garrison']],
    ['Intrenational', ['international']],
    ['皇后', []],
    ['甲乙丙丁', []],
    ['金大中', []],
  ])('%s', async (typed, expected) => expect(await offered(typed, 'near')).toEqual(expected));

  test('a word inside others is offered with these', async () => {
    expect(await offered('National', 'inside')).toEqual(['international']);
    expect(await offered('International', 'inside')).toEqual([]);
  });
});
