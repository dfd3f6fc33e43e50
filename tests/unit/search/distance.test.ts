/** How far words are from each other. */
import { expect, test } from 'vitest';
import { distance } from '../../../src/search/suggestions/distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['ab', 'abc', 1],
  ['kitten', 'sitting', 3],
  ['金大忠', '金大中', 1],
])('%s and %s: %i', (one, other, apart) => {
  expect(distance([...one], [...other])).toBe(apart);
  expect(distance([...other], [...one])).toBe(apart);
});
