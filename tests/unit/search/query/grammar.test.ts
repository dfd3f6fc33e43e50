/** Anything typed is a query; quotation marks and a minus mean something. */
import { expect, test } from 'vitest';
import { MAX_LENGTH, parseQuery } from '../../../../src/search/query/grammar.ts';

const texts = (typed: string) => parseQuery(typed).terms.map((term) => term.text);

test.each([
  ['spaces part terms', '中央社 2003', ['中央社', '2003']],
  ['full-width spaces too', '中央社　2003', ['中央社', '2003']],
  ['marks part terms', '中央社，2003。', ['中央社', '2003']],
  ['ASCII marks between Han characters too', '美國/南韓', ['美國', '南韓']],
  ['a mark inside a word or number is part of it', 'U.S. 37,000 64-65', ['U.S', '37,000', '64-65']],
  ['full-width letters are letters', 'ＲＯＳＳ', ['ROSS']],
  ['marks alone are no terms', '，。！', []],
  ['nothing is no term', '   ', []],
  ['a quotation mark alone is no phrase', '"美國', ['美國']],
])('%s', (_, typed, expected) => {
  expect(texts(typed)).toEqual(expected);
});

test('quotation marks make an exact term, and keep the stretch from being tried first', () => {
  expect(parseQuery('"op. cit." niksch')).toMatchObject({
    literal: false,
    terms: [
      { text: 'op. cit.', exact: true },
      { text: 'niksch', exact: false },
    ],
  });
});

test('a minus before a word or a phrase excludes it; inside a word it does not', () => {
  const { terms, excluded } = parseQuery('美國 -中國 -"op. cit." 64-65');
  expect(terms.map((t) => t.text)).toEqual(['美國', '64-65']);
  expect(excluded).toEqual([
    { text: '中國', exact: false },
    { text: 'op. cit.', exact: true },
  ]);
});

test.each(['-', '－', '﹣', '−', '‐', '‑', '–'])('%s is a minus', (sign) => {
  expect(parseQuery(`中央社 ${sign}2003`)).toMatchObject({
    terms: [{ text: '中央社' }],
    excluded: [{ text: '2003' }],
  });
});

test('a minus that nothing parts from what stands before it excludes nothing', () => {
  expect(parseQuery('"美國"-中國').excluded).toEqual([]);
});

test.each([
  ['NUL', '美\u0000國', '美國'],
  ['lone surrogates', '美\ud800國', '美國'],
  ['right-to-left marks', '\u202e美國\u200f', '美國'],
])('%s are left out of a query', (_, typed, stretch) => {
  expect(parseQuery(typed).stretch).toBe(stretch);
});

test.each([
  ['('],
  ['<img src=x onerror=alert(1)>'],
  ['(a+)+$'],
  // As long as a query may be, of what a careless expression would try in every way.
  ['-'.repeat(MAX_LENGTH)],
  ['"'.repeat(MAX_LENGTH)],
  ['" '.repeat(MAX_LENGTH / 2)],
  ['-a '.repeat(MAX_LENGTH / 4)],
  [`${'a'.repeat(MAX_LENGTH - 1)}!`],
  ['*'],
])('%s is read without an error', (typed) => {
  expect(parseQuery(typed).stretch).toBe(typed.trim());
});
