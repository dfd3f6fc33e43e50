/** A reader's marks as files: W3C Web Annotation and back, Markdown; what an import adds, knows and refuses. */
import { describe, expect, test } from 'vitest';
import { type Annotation, tagsIn } from '../../../../src/client/annotations/annotation.ts';
import {
  fromJsonLd,
  NotAnnotations,
  toJsonLd,
} from '../../../../src/client/annotations/json-ld.ts';
import { toMarkdownFile } from '../../../../src/client/annotations/markdown.ts';
import { merge } from '../../../../src/client/annotations/merge.ts';
import { inOrder, tagsOf, textOrder, wanted } from '../../../../src/client/annotations/order.ts';
import { containing } from '../../../../src/search/fold/containing.ts';

const NOW = '2026-11-28T08:00:00.000Z';
const SITE = 'https://zhangju.example/';

const FULL: Annotation = {
  id: 'urn:uuid:0c6f0a6e-5a1c-4a43-9f6f-2f5d1f0d4b11',
  created: '2026-11-01T00:00:00.000Z',
  modified: '2026-11-02T00:00:00.000Z',
  colour: 'green',
  note: '參見 *FRUS*。\n<b>第二行</b>',
  tags: ['冷戰', '同盟'],
  anchors: [
    { block: 's1-p1', exact: '嚇阻𠮷', prefix: '為', suffix: '的', start: 4, end: 7 },
    { block: 's1-p2', exact: '撤軍', prefix: '', suffix: '。', was: '徹軍', start: 0, end: 2 },
  ],
};
const PLAIN: Annotation = {
  ...FULL,
  id: 'https://example.org/anno/2',
  colour: 'yellow',
  note: '',
  tags: [],
  anchors: [{ block: 'fn43', exact: 'p. 9', prefix: '', suffix: '.' }],
};

const ABOUT = { id: 'urn:uuid:1', label: '我的劃記', site: SITE, created: NOW };
const written = (...all: Annotation[]): string =>
  toJsonLd(all, ABOUT, (block) => `${SITE}${block.startsWith('fn') ? 'notes/43/' : 'sections/1/'}`);
const read = (text: string) => fromJsonLd(text, NOW);
const why = (text: string): string => {
  try {
    read(text);
    return 'read';
  } catch (error) {
    if (error instanceof NotAnnotations) return error.why;
    throw error;
  }
};

describe('JSON-LD', () => {
  const page = JSON.parse(written(FULL, PLAIN));

  test('is one AnnotationPage of the W3C’s context', () => {
    expect(page).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:1',
      type: 'AnnotationPage',
      partOf: { type: 'AnnotationCollection', total: 2 },
      startIndex: 0,
    });
  });

  test('has bodies with purposes, and targets with address, fragment, position and quotation', () => {
    const [full, plain] = page.items;
    expect(full.motivation).toBe('commenting');
    expect(
      full.body.map(({ type, purpose, value }: Record<string, string>) => [type, purpose, value]),
    ).toEqual([
      ['TextualBody', 'highlighting', 'green'],
      ['TextualBody', 'commenting', FULL.note],
      ['TextualBody', 'tagging', '冷戰'],
      ['TextualBody', 'tagging', '同盟'],
    ]);
    expect(full.target[0]).toEqual({
      type: 'SpecificResource',
      source: `${SITE}sections/1/`,
      styleClass: 'green',
      selector: [
        {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
          value: 's1-p1',
          refinedBy: { type: 'TextPositionSelector', start: 4, end: 7 },
        },
        { type: 'TextQuoteSelector', exact: '嚇阻𠮷', prefix: '為', suffix: '的' },
      ],
    });
    expect(plain.motivation).toBe('highlighting');
    expect(plain.target).toMatchObject({
      source: `${SITE}notes/43/`,
      selector: [{ value: 'fn43' }, {}],
    });
  });

  test('comes back as it was', () => {
    const { read: all, refused } = read(written(FULL, PLAIN));
    expect(all.map(({ annotation }) => annotation)).toEqual([FULL, PLAIN]);
    expect(refused).toBe(0);
  });

  test('is read from other programs too: a list, one alone, a collection, other forms of the same', () => {
    const other = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://hypothes.is/a/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'a remark' },
      target: {
        source: { id: `${SITE}sections/1/#s1-p1` },
        selector: {
          type: 'RangeSelector',
          refinedBy: { type: 'TextQuoteSelector', exact: '嚇阻' },
        },
      },
    };
    const expected = {
      id: 'https://hypothes.is/a/1',
      created: NOW,
      modified: NOW,
      colour: 'yellow',
      note: 'a remark',
      tags: [],
      anchors: [{ block: 's1-p1', exact: '嚇阻', prefix: '', suffix: '' }],
    };
    for (const form of [
      other,
      [other],
      { type: 'AnnotationPage', items: [other] },
      { type: ['AnnotationCollection'], first: { type: 'AnnotationPage', items: [other] } },
    ])
      expect(read(`\uFEFF${JSON.stringify(form)}`).read.map((one) => one.annotation)).toEqual([
        expected,
      ]);
  });

  test.each([
    ['', 'json'],
    ['<html>', 'json'],
    [written(FULL).slice(0, 300), 'json'],
    ['null', 'kind'],
    ['{"type":"FeatureCollection","features":[]}', 'kind'],
    ['{"type":"AnnotationPage","items":[{"type":"Annotation"}]}', 'kind'],
    ['[1,2]', 'kind'],
    ['{"type":"AnnotationPage","items":[]}', 'read'],
  ])('a bad file says what is the matter: %.40s', (text, expected) => {
    expect(why(text)).toBe(expected);
  });

  test('what cannot be understood among others is counted, and nothing in a file is trusted', () => {
    const items = [
      ...JSON.parse(written(FULL)).items,
      { type: 'Annotation', id: 'x', target: 'https://example.org/' },
      { type: 'Annotation', target: JSON.parse(written(PLAIN)).items[0].target },
      'text',
      {
        type: 'Annotation',
        id: '__proto__',
        created: 'yesterday',
        body: [
          { purpose: 'highlighting', value: 'javascript:' },
          { purpose: 'tagging', value: 7 },
          null,
        ],
        target: {
          source: 'javascript:alert(1)',
          selector: [
            {
              type: 'FragmentSelector',
              value: '"><script>',
              refinedBy: { type: 'TextPositionSelector', start: -1, end: 1e99 },
            },
            { type: 'TextQuoteSelector', exact: '嚇阻', prefix: {}, suffix: [] },
          ],
        },
      },
    ];
    const { read: all, refused } = read(JSON.stringify({ type: 'AnnotationPage', items }));
    expect(refused).toBe(3);
    expect(all[1]?.annotation).toEqual({
      id: '__proto__',
      created: NOW,
      modified: NOW,
      colour: 'yellow',
      note: '',
      tags: [],
      anchors: [{ block: '', exact: '嚇阻', prefix: '', suffix: '' }],
    });
  });
});

describe('an import', () => {
  const same = (annotation: Annotation) => annotation;
  const lost = (annotation: Annotation): Annotation => ({
    ...annotation,
    anchors: annotation.anchors.map((anchor) => ({ ...anchor, lost: true })),
  });
  const isOurs = (address: string) => address.startsWith(SITE);
  const of = (...all: Annotation[]) => read(written(...all)).read;

  test('adds what is new, knows what is there, takes the later of two', () => {
    const later = { ...FULL, modified: '2026-11-20T00:00:00.000Z', note: 'later' };
    expect(merge([], of(FULL, PLAIN), same, isOurs)).toEqual({
      kept: [FULL, PLAIN],
      added: 2,
      updated: 0,
      known: 0,
      refused: 0,
    });
    expect(merge([FULL], of(later, PLAIN), same, isOurs)).toMatchObject({
      kept: [later, PLAIN],
      added: 1,
      updated: 1,
      known: 0,
    });
    expect(merge([later], of(FULL), same, isOurs)).toMatchObject({ kept: [], known: 1 });
  });

  test('keeps words of this site that are lost, and refuses those of others', () => {
    expect(merge([], of(FULL), lost, isOurs)).toMatchObject({ added: 1, kept: [lost(FULL)] });
    expect(merge([], of(FULL), lost, () => false)).toMatchObject({ added: 0, refused: 1 });
    expect(merge([], of(FULL), same, () => false)).toMatchObject({ added: 1, refused: 0 });
  });
});

describe('the list', () => {
  const order = textOrder({
    blocks: { 's1-p1': {}, 's1-p2': {}, 's2-p1': {} } as never,
    notes: { 43: { block: 's1-p1' } } as never,
  });
  const at = (
    id: string,
    block: string,
    start: number,
    more: Partial<Annotation> = {},
  ): Annotation => ({
    ...PLAIN,
    id,
    anchors: [{ block, exact: id, prefix: '', suffix: '', start, end: start + 1 }],
    ...more,
  });
  const all = [
    at('丁', 's2-p1', 0, { tags: ['戰史', '美國'], colour: 'red' }),
    at('乙', 's1-p1', 9, { note: 'ＦＲＵＳ 卷二' }),
    at('甲', 's1-p1', 2, { tags: ['美國'] }),
    at('丙', 'fn43', 0),
    lostOne(),
  ];
  function lostOne(): Annotation {
    const [anchor] = FULL.anchors;
    return {
      ...FULL,
      id: '失',
      tags: [],
      note: '',
      anchors: anchor ? [{ ...anchor, lost: true }] : [],
    };
  }
  const ids = (list: readonly Annotation[]) => list.map(({ id }) => id).join('');

  test('is in the order of the text: notes after the paragraph that has their mark, what is lost at the end', () => {
    expect(ids(inOrder(all, order))).toBe('甲乙丙丁失');
  });

  test('is narrowed by words, colour and tag', () => {
    const look = (words = '', colour = '', tag = '') =>
      ids(
        wanted(all, { words, colour: colour as never, tag }, (typed) =>
          containing(typed, (character) => (character === '战' ? ['戰'] : [])),
        ),
      );
    expect(look('frus 卷')).toBe('乙');
    expect(look('战史')).toBe('丁');
    expect(look('戰史')).toBe('丁');
    expect(look('', 'red')).toBe('丁');
    expect(look('', 'lost')).toBe('失');
    expect(look('', '', '美國')).toBe('丁甲');
    expect(look('nothing')).toBe('');
    expect(tagsOf(all)).toEqual([
      ['美國', 2],
      ['戰史', 1],
    ]);
  });

  test('takes tags as people type them', () => {
    expect(tagsIn(' #冷戰、同盟, ＃冷戰；\nUN ')).toEqual(['冷戰', '同盟', 'UN']);
  });
});

test('Markdown: headings once, quotations with citations, notes, tags; what is typed is text', () => {
  const citation = '何仁傑，〈第三章〉，頁42';
  const file = toMarkdownFile('我的劃記', '找不到原處', [
    { annotation: FULL, heading: '第一節', citation },
    { annotation: PLAIN, heading: '第一節', citation },
    { annotation: PLAIN, heading: undefined, citation: '' },
  ]);
  expect(file).toBe(`# 我的劃記

## 第一節

> 嚇阻𠮷
>
> 徹軍
>
> —— ${citation}

參見 \\*FRUS\\*。

\\<b>第二行\\</b>

\\#冷戰　#同盟

> p. 9
>
> —— ${citation}

## 找不到原處

> p. 9
`);
});
