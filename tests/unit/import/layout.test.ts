/** Lines to pages, and the lines under a page's text to notes. */
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../../src/import/notes.ts';
import { toPages } from '../../../src/import/pages.ts';
import { readSettings } from '../../../src/import/settings.ts';
import { lines, NO_SETTINGS, page } from './small.ts';

const PARTING = ' '.repeat(49);
const RUN_OVER = ' '.repeat(100);
const HEAD = '論文題目';

/** Page number → its text and its notes, as short strings. */
function laidOut(texts: string[], settings = 'firstPage: 7') {
  const { pages, furniture } = toPages(
    lines(texts),
    readSettings(`runningHead: ${HEAD}\n${settings}`),
  );
  const join = (part: { text: string }[]) => part.map((line) => line.text.trim()).join('');
  return {
    pages: pages.map((p) => `${p.number}:${join(p.body)}|${join(p.notes)}${p.runsOver ? '+' : ''}`),
    furniture: furniture.map((f) => `${f.page}:${f.head.text.trim()} ${f.printed.text.trim()}`),
  };
}

describe('toPages', () => {
  test.each<[string, string[], string[]]>([
    [
      'begins a page at a line with one space',
      [' 甲', PARTING, '1 註', ' 乙'],
      ['7:甲|1 註', '8:乙|'],
    ],
    ['begins a page without notes before it', [' 甲', '乙', ' 丙'], ['7:甲乙|', '8:丙|']],
    ['lets the first page begin without a space', ['甲', ' 乙'], ['7:甲|', '8:乙|']],
    ['takes two spaces for a wrapped line', [' 甲', '  乙'], ['7:甲乙|']],
    [
      'knows a note that runs over',
      [' 甲', PARTING, '1 註', ' 乙', RUN_OVER, '續'],
      ['7:甲|1 註', '8:乙|續+'],
    ],
    ['takes a short line of spaces for text', [' 甲', ' '.repeat(48), '乙'], ['7:甲乙|']],
    ['begins a page at a running head', [' 甲', '', HEAD, '', ' 8', '', '乙'], ['7:甲|', '8:乙|']],
    [
      'begins one page at a head and a space',
      [' 甲', HEAD, ' 8', '', ' 乙', '丙'],
      ['7:甲|', '8:乙丙|'],
    ],
    ['drops empty lines before the text', ['', '', ' 甲'], ['7:甲|']],
  ])('%s', (_, texts, pages) => {
    expect(laidOut(texts).pages).toEqual(pages);
  });

  test('counts from a printed number, and keeps the furniture', () => {
    expect(laidOut([' 甲', ' 乙', HEAD, ' 12 ', '丙', ' 丁'], '')).toEqual({
      pages: ['10:甲|', '11:乙|', '12:丙|', '13:丁|'],
      furniture: [`12:${HEAD} 12`],
    });
  });

  test('takes a paragraph of the settings for no page', () => {
    const settings = 'firstPage: 7\nparagraphs:\n  - starts: 乙\n    why: test\n';
    expect(laidOut([' 甲。 ', ' 乙丙'], settings).pages).toEqual(['7:甲。乙丙|']);
    expect(() => laidOut([' 甲。 ', ' 乙丙'])).toThrow('a new page, or a paragraph?');
  });

  test('takes the last page’s number when it agrees', () => {
    expect(laidOut([' 甲', ' 乙'], 'firstPage: 7\nlastPage: 8').pages).toHaveLength(2);
  });
});

describe('readNotes', () => {
  const notesOf = (...pages: ReturnType<typeof page>[]) =>
    readNotes(pages, NO_SETTINGS).map(
      (n) => `${n.page}/${n.number}:${n.lines.map((l) => l.text.trim()).join('⏎')}`,
    );

  test.each<[string, string[], string[]]>([
    ['divides at the numbers', ['1 甲。 ', '2 乙。 '], ['5/1:甲。', '5/2:乙。']],
    [
      'knows a number glued to a quotation mark',
      ['1「甲」。 ', '2“乙”. '],
      ['5/1:「甲」。', '5/2:“乙”.'],
    ],
    ['knows a number glued to words', ['1甲。 ', '2Buss. '], ['5/1:甲。', '5/2:Buss.']],
    [
      'joins the lines of a note',
      ['1 甲，', '', '乙。 ', '2 丙。 '],
      ['5/1:甲，⏎乙。', '5/2:丙。'],
    ],
    [
      'keeps a wrapped line that begins with a figure',
      ['1 甲(2004 年', '7 月)。 '],
      ['5/1:甲(2004 年⏎7 月)。'],
    ],
    [
      'keeps a wrapped line that begins with the next number',
      ['1 第 1 卷第', '2 期。 ', '2 乙。 '],
      ['5/1:第 1 卷第⏎2 期。', '5/2:乙。'],
    ],
    [
      'keeps a number that is far off',
      ['1 甲。 ', '44 號。 ', '2 乙。 '],
      ['5/1:甲。⏎44 號。', '5/2:乙。'],
    ],
    ['keeps a bare year', ['1 甲，', '2004。 '], ['5/1:甲，⏎2004。']],
    [
      'takes the next number after an unfinished line when there is no better',
      ['1 甲', '2 乙。 '],
      ['5/1:甲', '5/2:乙。'],
    ],
  ])('%s', (_, texts, notes) => {
    expect(notesOf(page(5, [], texts))).toEqual(notes);
  });

  test('joins what runs over to its note, with its page', () => {
    const pages = [
      page(5, [], ['1 甲，']),
      page(6, [], ['9 月 10 日。 ', '2 乙。 '], { runsOver: true }),
    ];
    expect(notesOf(...pages)).toEqual(['5/1:甲，⏎9 月 10 日。', '6/2:乙。']);
    expect(readNotes(pages, NO_SETTINGS)[0]?.lines.map((l) => l.page)).toEqual([5, 6]);
  });

  test('keeps what runs over though it begins with the next number', () => {
    const pages = [
      page(5, [], ['1 甲，']),
      page(6, [], ['2 月。 ', '2 乙。 '], { runsOver: true }),
    ];
    expect(notesOf(...pages)).toEqual(['5/1:甲，⏎2 月。', '6/2:乙。']);
  });

  test.each<[string, string[], RegExp]>([
    ['a first note that is not 1', ['2 甲。 '], /note 1 is missing: first comes “2 甲/u],
    ['a first line without a number', ['甲。 '], /note 1 is expected at the head/u],
    [
      'a note that is missing',
      ['1 甲。 ', '3 乙。 '],
      /note 2 is missing: after note 1 comes “3 乙/u,
    ],
    ['a note that stands again', ['1 甲。 ', '1 乙。 '], /note 1 stands again/u],
    [
      'a note that lost its number',
      ['1 甲。 ', '乙。 ', '3 丙。 '],
      /has “乙。…” lost its number/u,
    ],
  ])('refuses %s', (_, texts, reason) => {
    expect(() => notesOf(page(5, [], texts))).toThrow(reason);
  });

  test('refuses notes that run over from nowhere', () => {
    expect(() => notesOf(page(5, [], ['甲。 '], { runsOver: true }))).toThrow(
      /note 1 is expected/u,
    );
  });
});
