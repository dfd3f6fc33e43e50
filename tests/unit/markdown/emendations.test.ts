/** Readings are found in text, and set apart in HTML without a character changing. */
import { describe, expect, test } from 'vitest';
import { markEmendations } from '../../../src/markdown/emendations.ts';
import { findStretch } from '../../../src/markdown/stretch.ts';
import { textOf, treeOf } from './render.ts';

describe('a reading', () => {
  test.each([
    ['is found where it stands once', '渡口的燈', { printed: '的' }, { from: 2, to: 3 }],
    [
      'is found by the words around it',
      '的燈的火',
      { printed: '的', context: '的火' },
      { from: 2, to: 3 },
    ],
    ['is found whatever the white space', '1 噸 燈', { printed: '1噸燈' }, { from: 0, to: 5 }],
    ['takes no white space at its ends', '燈 的 火', { printed: ' 的 ' }, { from: 2, to: 3 }],
    ['is counted in UTF-16 units', '𠮷的燈', { printed: '燈' }, { from: 3, to: 4 }],
    ['that is not there is absent', '渡口', { printed: '燈' }, 'absent'],
    [
      'that is not in its context is absent',
      '渡口的燈',
      { printed: '渡', context: '口的' },
      'absent',
    ],
    ['that stands twice is ambiguous', '燈燈', { printed: '燈' }, 'ambiguous'],
    ['whose occurrences overlap is ambiguous', '的的的', { printed: '的的' }, 'ambiguous'],
    [
      'that stands twice in its context is ambiguous',
      '燈火燈',
      { printed: '燈', context: '燈火燈' },
      'ambiguous',
    ],
  ])('%s', (_, text, wanted, expected) => {
    expect(findStretch(text, wanted)).toEqual(expected);
  });
});

describe('in HTML', () => {
  const emendation = (printed: string, context?: string) => ({
    id: 'em1',
    at: 'p1',
    printed,
    context,
  });

  test.each([
    [
      'a word',
      '<p id="p1">渡口的的燈</p>',
      emendation('的的'),
      '<p id="p1">渡口<span data-emendation="em1">的的</span>燈</p>',
    ],
    [
      'a word after a noteref, which is no text',
      '<p id="p1">1<a role="doc-noteref" href="#fn1"><sup>1</sup></a>與</p>',
      emendation('1'),
      '<p id="p1"><span data-emendation="em1">1</span><a role="doc-noteref" href="#fn1"><sup>1</sup></a>與</p>',
    ],
    [
      'a word inside another element',
      '<p id="p1">的 <span lang="en">two words</span></p>',
      emendation('words'),
      '<p id="p1">的 <span lang="en">two <span data-emendation="em1">words</span></span></p>',
    ],
  ])('%s is wrapped', (_, html, mark, expected) => {
    expect(markEmendations(html, [mark])).toBe(expected);
  });

  test('several emendations of one text are all wrapped, and the text stays', () => {
    const html = '<p id="p1">甲乙丙丁</p>';
    const marked = markEmendations(html, [
      emendation('甲'),
      { ...emendation('丁'), id: 'em2' },
      { ...emendation('乙丙'), id: 'em3' },
    ]);
    expect(marked.match(/data-emendation/gu)).toHaveLength(3);
    expect(textOf(treeOf(marked))).toBe('甲乙丙丁');
  });

  test.each([
    ['is not there', '<p id="p1">燈</p>', emendation('火'), 'em1: its reading is absent'],
    [
      'is divided by an element',
      '<p id="p1">燈<b>火</b></p>',
      emendation('燈火'),
      'em1: its reading is divided',
    ],
  ])('a reading that %s stops the build', (_, html, mark, message) => {
    expect(() => markEmendations(html, [mark])).toThrow(message);
  });
});
