/** Emendations in the inlines and in TEI: the print in `sic`, the correction in `corr`. */
import { describe, expect, test } from 'vitest';
import { withEmendations } from '../../../src/exports/emendations.ts';
import { toTei } from '../../../src/exports/tei/tei.ts';
import type { EmendationData } from '../../../src/model/emendations/schema.ts';
import { inlinesOf, textOf } from '../../../src/model/text/document.ts';
import { chapterOf, NOWHERE } from './chapter.ts';

const entry = (data: Partial<EmendationData>): EmendationData => ({
  id: 'em1',
  at: 's1-p1',
  printed: '的的',
  kind: 'extra',
  certainty: 'sure',
  reason: '「的」字重出。',
  ...data,
});
const body = '渡口的的*燈火*亮。[^1] {#s1-p1}';
const chapter = (...emendations: EmendationData[]) =>
  chapterOf({ body, notes: [{ text: '村報，p 15。' }], emendations });
const xml = (...entries: EmendationData[]) => toTei(chapter(...entries), NOWHERE);

describe('in TEI', () => {
  test.each([
    [
      'a certain correction',
      entry({ correction: '的' }),
      '<choice xml:id="em1"><sic>的的</sic><corr resp="#zhangju" cert="high">的</corr></choice>',
    ],
    [
      'a doubtful one',
      entry({ correction: '的', certainty: 'doubtful' }),
      '<corr resp="#zhangju" cert="low">的</corr>',
    ],
    ['a deletion', entry({ correction: '' }), '<corr resp="#zhangju" cert="high"></corr></choice>'],
    [
      'an emendation without a correction',
      entry({}),
      '渡口<sic xml:id="em1" resp="#zhangju" cert="high">的的</sic><emph>',
    ],
    [
      'an emendation inside emphasis',
      entry({ printed: '火', correction: '光' }),
      '<emph>燈</emph><choice xml:id="em1"><sic><emph>火</emph></sic><corr',
    ],
    [
      'an emendation in a note',
      entry({ at: 'fn1', printed: 'p', correction: 'p.' }),
      '村報，<choice xml:id="em1"><sic>p</sic><corr resp="#zhangju" cert="high">p.</corr></choice> 15。',
    ],
  ])('%s', (_, data, expected) => {
    expect(xml(data)).toContain(expected);
  });

  test('the reason stands in the back, and who is responsible in the header', () => {
    const tei = xml(entry({ correction: '的' }));
    expect(tei).toContain('<item corresp="#em1" n="extra">「的」字重出。</item>');
    expect(tei).toContain('<respStmt xml:id="zhangju">');
    expect(xml()).not.toContain('zhangju">');
  });
});

test('the text of blocks and notes stays, character for character', () => {
  const plain = chapter();
  const marked = withEmendations(
    chapter(entry({ correction: '的' }), entry({ id: 'em2', printed: '火' })),
  );
  const texts = ({ sections, notes }: typeof plain) => [
    ...sections.flatMap((s) => s.blocks.map((b) => textOf(inlinesOf(b)))),
    ...notes.map((n) => textOf(n.inlines)),
  ];
  expect(texts(marked)).toEqual(texts(plain));
});

test('emendations come in the order of the text, a note’s after the paragraph of its mark, with their pages', () => {
  const { emendations } = chapterOf({
    body: '甲{pb 8}乙。[^1] {#s1-p1}\n\n丙 {#s1-p2}',
    notes: [{ text: '村報。' }],
    emendations: [
      entry({ id: 'em1', at: 's1-p2', printed: '丙' }),
      entry({ id: 'em2', at: 'fn1', printed: '報' }),
      entry({ id: 'em3', printed: '乙' }),
      entry({ id: 'em4', printed: '甲' }),
    ],
  });
  expect(emendations.map(({ id, page }) => [id, page])).toEqual([
    ['em4', 7],
    ['em3', 8],
    ['em2', 7],
    ['em1', 8],
  ]);
});
