/** Whole columns in the window: characters of 20 px, 36 px from one column to the next. */
import { expect, test } from 'vitest';
import {
  columnsOf,
  emptyAfter,
  emptyBefore,
  shiftAt,
} from '../../../../src/client/vertical/columns.ts';

/** Columns from right to left, the first with its right side there. */
const from = (right: number, count = 4) =>
  Array.from({ length: count }, (_, i) => ({ left: right - 36 * i - 20, right: right - 36 * i }));

test('boxes of one column are one, whatever the size of their characters', () => {
  const boxes = [
    { left: 4, right: 14 },
    { left: 46, right: 56 },
    { left: 41, right: 61 },
    { left: 0, right: 20 },
  ];
  expect(columnsOf(boxes)).toEqual([
    { left: 41, right: 61 },
    { left: 0, right: 20 },
  ]);
});

test('an edge in the room between two columns, and before the first, moves nothing', () => {
  // 12 px beside a column are its note marks’.
  for (const edge of [112, 114, 115]) expect(shiftAt(edge, from(136), 'on')).toBe(0);
  expect(shiftAt(390, from(370), 'nearest')).toBe(0);
  expect(shiftAt(390, [], 'nearest')).toBe(0);
});

test('a cut column goes out of sight, or comes into it, as one goes', () => {
  // The second column lies from 80 to 100, and the edge in its middle.
  const columns = from(136);
  expect(shiftAt(90, columns, 'on')).toBe(90 + 2 - 80);
  expect(shiftAt(90, columns, 'back')).toBe(90 + 2 - 116);
  expect(shiftAt(90, columns, 'nearest')).toBe(12);
  expect(shiftAt(104, columns, 'nearest')).toBe(104 + 2 - 116);
});

test('a column’s marks are not cut either', () => {
  expect(shiftAt(108, from(136), 'nearest')).toBe(108 + 2 - 116);
});

test('where nothing can be moved the end is left empty, as far as the last whole column', () => {
  expect(emptyAfter(0, from(136, 5))).toBe(6);
  // Of the next, beyond the edge, the marks would be seen.
  expect(emptyAfter(90, from(136))).toBe(116 - 2 - 90);
  expect(emptyAfter(114, from(136))).toBe(0);
  expect(emptyBefore(90, from(136))).toBe(12);
  expect(emptyBefore(110, from(136))).toBe(0);
  expect(emptyBefore(390, from(370))).toBe(0);
});

test('a column wider than the window is left as it is', () => {
  expect(emptyAfter(10, [{ left: 0, right: 40 }])).toBe(54);
  // A table between two columns is left in sight.
  expect(
    emptyAfter(10, [
      { left: 400, right: 420 },
      { left: 0, right: 20 },
    ]),
  ).toBe(22);
});
