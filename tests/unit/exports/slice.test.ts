/** Inlines are cut at printed characters and nowhere else; nothing is lost or doubled. */
import { describe, expect, test } from 'vitest';
import { cutAt, wrapped } from '../../../src/exports/slice.ts';
import { type Inline, textOf } from '../../../src/model/text/document.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const link = (...children: Inline[]): Inline => ({ type: 'link', url: '#x', children });
const pb: Inline = { type: 'pageBreak', page: 8 };

/** Inlines in few signs: [links], | for a page break. */
const shown = (inlines: Inline[]): string =>
  inlines
    .map((i) => ('children' in i ? `[${shown(i.children)}]` : 'value' in i ? i.value : '|'))
    .join('');

test.each<[string, Inline[], number, string, string]>([
  ['at the beginning', [text('渡口')], 0, '', '渡口'],
  ['inside a text', [text('渡口的燈')], 2, '渡口', '的燈'],
  ['at the end', [text('渡口')], 2, '渡口', ''],
  ['between nodes', [text('渡口'), link(text('燈'))], 2, '渡口', '[燈]'],
  ['inside a link, which is cut in two', [link(text('渡口'), text('的燈'))], 3, '[渡口的]', '[燈]'],
  ['at a page break, which goes with what follows', [text('渡'), pb, text('口')], 1, '渡', '|口'],
])('a cut %s', (_, inlines, at, before, after) => {
  expect(cutAt(inlines, at).map(shown)).toEqual([before, after]);
});

describe('wrapping', () => {
  const wrap = (inner: Inline[]) => `<${shown(inner)}>`;
  const render = (inlines: Inline[]) => (inlines.length > 0 ? [shown(inlines)] : []);

  test.each<[string, [number, number][], string]>([
    ['one stretch', [[1, 3]], '甲<乙丙>丁戊'],
    [
      'two, given out of order',
      [
        [3, 4],
        [0, 1],
      ],
      '<甲>乙丙<丁>戊',
    ],
    [
      'stretches that touch',
      [
        [0, 2],
        [2, 5],
      ],
      '<甲乙><丙丁戊>',
    ],
    ['all of it', [[0, 5]], '<甲乙丙丁戊>'],
    [
      'a stretch inside another, which stands empty',
      [
        [0, 4],
        [1, 2],
      ],
      '<甲乙丙丁><>戊',
    ],
  ])('%s', (_, spans, expected) => {
    const inlines = [text('甲乙丙丁戊')];
    const marked = wrapped(
      inlines,
      spans.map(([from, to]) => ({ from, to, wrap })),
      render,
    );
    expect(marked.join('')).toBe(expected);
    expect(marked.join('').replace(/[<>]/gu, '')).toBe(textOf(inlines));
  });
});
