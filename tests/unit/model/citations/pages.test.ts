/** Pages cited: what a range is, and whether a work can have a page. */
import { describe, expect, test } from 'vitest';
import { canHold, rangeOf } from '../../../../src/model/citations/pages.ts';
import { source } from '../sources/source.ts';

const page = (value: string) => ({ label: 'page' as const, value });

describe('a range of pages', () => {
  test.each([
    ['95', 95, 95],
    ['258-259', 258, 259],
    ['258–259', 258, 259],
    ['258—259', 258, 259],
    ['258 - 259', 258, 259],
    [' 7 ', 7, 7],
    ['31-2', 31, 2],
  ])('is read from “%s”', (pages, first, last) => {
    expect(rangeOf(pages)).toEqual({ first, last });
  });

  test.each(['A-15', 'xii', '第 4 版', '', '3, 5', '12-14-16', '-5', '5-', '1.5'])(
    'is not read from “%s”',
    (pages) => {
      expect(rangeOf(pages)).toBeUndefined();
    },
  );
});

describe('a work of known pages', () => {
  const article = source({ page: '100-120' });

  test.each(['100', '110', '120', '100-120', '119-120'])('can have page %s', (value) => {
    expect(canHold(article, [], page(value))).toBe(true);
  });

  test.each(['99', '121', '99-101', '120-121', '1'])('cannot have page %s', (value) => {
    expect(canHold(article, [], page(value))).toBe(false);
  });

  test('can have several pages when it can have each', () => {
    expect(canHold(article, [], page('100, 119-120'))).toBe(true);
    expect(canHold(article, [], page('100、121'))).toBe(false);
  });

  test('goes by them, whatever pages were cited before', () => {
    expect(canHold(article, [page('900')], page('110'))).toBe(true);
  });

  test('goes by them when it is a book too', () => {
    expect(canHold(source({ type: 'book', page: '100-120' }), [], page('121'))).toBe(false);
  });
});

describe('a work of unknown pages', () => {
  const article = source({});

  test('can have any page as long as none was cited', () => {
    expect(canHold(article, [], page('9999'))).toBe(true);
  });

  test('cannot have a page sixty pages away from one cited before, and can have one nearer', () => {
    expect(canHold(article, [page('100')], page('159'))).toBe(true);
    expect(canHold(article, [page('100')], page('160'))).toBe(false);
    expect(canHold(article, [page('100')], page('41'))).toBe(true);
    expect(canHold(article, [page('100')], page('40'))).toBe(false);
  });

  test('is measured from the first to the last of all pages cited', () => {
    expect(canHold(article, [page('100'), page('150')], page('95-99'))).toBe(true);
    expect(canHold(article, [page('100'), page('150')], page('90-99'))).toBe(false);
  });

  test('knows its first page by itself', () => {
    const first = source({ page: '100' });
    expect(canHold(first, [], page('159'))).toBe(true);
    expect(canHold(first, [], page('160'))).toBe(false);
  });

  test.each(['book', 'report', 'thesis'] as const)('can have any page when it is a %s', (type) => {
    expect(canHold(source({ type }), [page('1')], page('900'))).toBe(true);
  });

  test('is not measured by chapters or by pages without a number', () => {
    const chapter = { label: 'chapter' as const, value: '900' };
    expect(canHold(article, [chapter, page('A-15')], page('1'))).toBe(true);
    expect(canHold(article, [page('1')], chapter)).toBe(true);
    expect(canHold(article, [page('1')], page('A-15'))).toBe(true);
  });
});

test('no work has pages that run backwards', () => {
  expect(canHold(source({}), [], page('31-2'))).toBe(false);
  expect(canHold(source({ type: 'book' }), [], page('31-2'))).toBe(false);
});

test('a citation without a page fits any work', () => {
  expect(canHold(source({ page: '100-120' }), [], undefined)).toBe(true);
});
