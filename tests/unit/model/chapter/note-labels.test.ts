/** Notes by their printed marks. */
import { expect, test } from 'vitest';
import { beginAnew, noteMark, printedNumber } from '../../../../src/model/chapter/note-labels.ts';

test.each([
  [{ number: 7 }, 7],
  [{ number: 7, mark: '3' }, 3],
  [{ number: 7, mark: '[3]' }, 3],
  [{ number: 30, mark: '㉑' }, 21],
  [{ number: 7, mark: '*' }, 7],
])('%j is printed as number %i', (note, number) => {
  expect(printedNumber(note)).toBe(number);
});

test('marks of another form alone do not make numbers begin anew', () => {
  expect(
    beginAnew([
      { number: 1, mark: '①' },
      { number: 2, mark: '②' },
    ]),
  ).toBe(false);
  expect(beginAnew([{ number: 1 }, { number: 2, mark: '1' }])).toBe(true);
});

test('a note is called by its section where numbers begin anew, else by its number', () => {
  expect(noteMark({ number: 8, mark: '③' }, 2, true)).toEqual({
    mark: '③',
    printed: 3,
    name: '2.3',
  });
  expect(noteMark({ number: 8, mark: '⑧' }, 2, false)).toEqual({
    mark: '⑧',
    printed: 8,
    name: '8',
  });
  expect(noteMark({ number: 8 }, 2, false)).toEqual({ mark: '8', printed: 8, name: '8' });
});
