/** Notes beside the text: as high as their marks, never on each other, never beyond the end without need. */
import { expect, test } from 'vitest';
import { layOutSidenotes } from '../../../../src/client/notes/sidenote-layout.ts';

test('a note stands at its mark where there is room, and under the one before it elsewhere', () => {
  expect(layOutSidenotes([0, 100, 110], [40, 60, 20], 10, 1000)).toEqual([0, 100, 170]);
});

test('the last move up from the end as far as they must, and no farther than there is room', () => {
  expect(layOutSidenotes([0, 80, 90], [40, 30, 30], 10, 120)).toEqual([0, 50, 90]);
  expect(layOutSidenotes([0, 80, 90], [40, 30, 30], 10, 60)).toEqual([0, 50, 90]);
});

test('a note never stands above the first line', () => {
  expect(layOutSidenotes([-20], [40], 10, 1000)).toEqual([0]);
  expect(layOutSidenotes([], [], 10, 1000)).toEqual([]);
});
