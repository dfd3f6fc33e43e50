/** Places of a print without page numbers, and notes whose numbers begin anew in each section. */
import { describe, expect, test } from 'vitest';
import {
  printedChinese,
  printedEnglish,
  printedPp,
  structural,
} from '../../../../src/search/cite/locus.ts';
import type { Places } from '../../../../src/search/cite/places.ts';
import { noteInSection, noteNumbers } from '../../../../src/search/goto/notes.ts';

const place = '第四節 二（一）';

describe('a place is cited', () => {
  test.each([
    ['without pages', { place, paragraph: 3 }, '第四節二（一），第3段', '§4.2.1, ¶3', '§4.2.1, ¶3'],
    [
      'a note',
      { place, paragraph: 3, note: 9, noteName: '4.2' },
      '第四節二（一），註2',
      '§4.2.1, n. 2',
      '§4.2.1, note 2',
    ],
    [
      'a figure',
      { place, table: '图 1' },
      '第四節二（一），图 1',
      '§4.2.1, figure 1',
      '§4.2.1, figure 1',
    ],
    [
      'a note with its page',
      { pages: [7, 7] as const, note: 9, noteName: '4.2' },
      '頁7，註2',
      '7n2',
      'p. 7, note 2',
    ],
    [
      'a note numbered through',
      { pages: [7, 8] as const, note: 9 },
      '頁7–8，註9',
      '7–8n9',
      'pp. 7–8, note 9',
    ],
  ])('%s', (_, locus, chinese, english, pp) => {
    expect([printedChinese(locus), printedEnglish(locus), printedPp(locus)]).toEqual([
      chinese,
      english,
      pp,
    ]);
  });

  test('in the structure with the number that the print has', () => {
    expect(structural('第三章', { place, paragraph: 3, note: 9, noteName: '4.2' })).toBe(
      '第三章第四節二（一）¶3，註2',
    );
  });
});

describe('a note is found', () => {
  const notes = Object.fromEntries(
    ['1.1', '1.2', '2.1', '2.2'].map((name, i) => [
      i + 1,
      { name, place: '', path: '', block: '' },
    ]),
  );
  const places = { notes } as unknown as Places;

  test.each([
    ['註2.1', 3],
    ['註 1.2', 2],
    ['第二節一,註2', 4],
    ['§2.1, n. 1', 3],
    ['註2.9', undefined],
    ['註2', undefined],
  ])('%s', (typed, number) => {
    expect(noteInSection(places, typed)).toBe(number);
  });

  test('by its number in every section, and where numbers run through by that alone', () => {
    expect(noteNumbers(places, 2)).toEqual([2, 4]);
    const through = {
      notes: { 2: { page: 1, place: '', path: '', block: '' } },
    } as unknown as Places;
    expect(noteNumbers(through, 2)).toEqual([2]);
  });
});
