/** EDTF: which dates are some, from when to when they go, and which can be of one event. */
import { expect, test } from 'vitest';
import { agree, extentOf, isDay, isEdtf, yearOfDate } from '../../../../src/model/events/edtf.ts';

test.each([
  ['1953-07-27', '1953-07-27', '1953-07-27'],
  ['2003-02', '2003-02-01', '2003-02-28'],
  ['199X', '1990-01-01', '1999-12-31'],
  ['196X/197X', '1960-01-01', '1979-12-31'],
  ['1947-12~', '1947-12-01', '1947-12-31'],
  ['1977-21', '1977-03-01', '1977-05-31'],
  ['1977-24', '1977-12-01', '1978-02-28'],
  ['1990/..', '1990-01-01', undefined],
  ['../2008', undefined, '2008-12-31'],
])('%s', (date, first, last) => {
  expect(extentOf(date)).toEqual({ first, last });
});

test.each(['1953-02-30', '1953-13', '1980/1979', '2003/2', '../..', '民國 92 年', ''])(
  'no date: %s',
  (date) => {
    expect(isEdtf(date)).toBe(false);
  },
);

test('two dates agree where they have a day in common', () => {
  expect(agree('1950-01', '1950-01-12')).toBe(true);
  expect(agree('2002-10', '2002')).toBe(true);
  expect(agree('2000-07', '2000-10')).toBe(false);
  expect(agree('../2008', '2007')).toBe(true);
  expect(agree('1990/..', '1989')).toBe(false);
});

test('a date is listed under its first year', () => {
  expect(['../2008', '199X', '1948-06/1949-05'].map(yearOfDate)).toEqual([2008, 1990, 1948]);
  expect(['2003-05-01', '2003-05', '2003-05-01/2003-05-02'].map(isDay)).toEqual([
    true,
    false,
    false,
  ]);
});
