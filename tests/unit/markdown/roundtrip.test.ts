/** What the importer prints reads back as the same text, whatever characters the text holds. */
import type { BlockContent, Nodes, PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { printMarkdown } from '../../../src/import/print.ts';
import { parseMarkdown } from '../../../src/markdown/processor.ts';
import { pick, seeded } from '../import/source.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const ID: PhrasingContent[] = [text(' '), { type: 'blockId', id: 's1-p1' }];

/** The kinds of block the importer writes, each around some inline nodes. */
const BLOCKS: Record<string, (inline: PhrasingContent[]) => BlockContent> = {
  paragraph: (inline) => ({ type: 'paragraph', children: [...inline, ...ID] }),
  note: (inline) => ({ type: 'paragraph', children: inline }),
  heading: (inline) => ({ type: 'heading', depth: 3, children: [...inline, ...ID] }),
  quotation: (inline) => ({
    type: 'blockquote',
    children: [{ type: 'paragraph', children: [...inline, ...ID] }],
  }),
  table: (inline) => ({
    type: 'table',
    children: [
      { type: 'tableRow', children: [{ type: 'tableCell', children: inline }] },
      { type: 'tableRow', children: [{ type: 'tableCell', children: inline }] },
    ],
  }),
};

/** Text, marks and breaks as one string; every other node by its name, so that none can hide. */
function reading(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'noteref') return `⁅${node.number}⁆`;
  if (node.type === 'pageBreak') return `⁅p${node.page}⁆`;
  if (node.type === 'blockId') return '';
  if (!('children' in node)) return `<${node.type}>`;
  const inner = node.children.map(reading).join('');
  // A URL or an address that stands bare in the text may become a link: its text is the same.
  return node.type === 'link' ? inner : `<${node.type}>${inner}</${node.type}>`;
}

function expectSame(kind: string, inline: PhrasingContent[]): void {
  const block = BLOCKS[kind]?.(inline) as BlockContent;
  const markdown = printMarkdown([structuredClone(block)]);
  const read = parseMarkdown(markdown).children.map(reading).join('');
  expect(read, markdown).toBe(reading(block).replace(/ (?=<\/(?:paragraph|heading)>)/gu, ''));
}

const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((char) =>
  /[^a-z0-9]/iu.test(char),
);
const TRICKY = [
  '[^5](x)',
  '[^5]',
  '[^5]: x',
  '{pb 5}',
  '{#s1-p1}',
  '**',
  '**「重點」**',
  '$1$',
  '$$x$$',
  '1. ',
  '1) ',
  '- ',
  '+ ',
  '* ',
  '# ',
  '> ',
  '---',
  '===',
  '```',
  '`x`',
  '<http',
  '<b>',
  '</b>',
  '<!--',
  '<http://a.b/c>',
  'http://a.b/c',
  'www.a.b',
  'a@b.cc',
  '~',
  '~~x~~',
  '|',
  '\\|',
  '\\',
  '\\*',
  '&amp;',
  '&#35;',
  '![a](b)',
  '[a](b)',
  '[a][b]',
  '[ ] ',
  '|-|',
  '_x_',
  '*x*',
  '「*x*」',
  '::',
  '。',
];

describe('text comes back unchanged', () => {
  test.each(Object.keys(BLOCKS))(
    'with each ASCII sign alone, first, last and between, in a %s',
    (kind) => {
      for (const sign of ASCII) {
        expectSame(kind, [text(sign)]);
        expectSame(kind, [text(`${sign}韓 戰${sign}a${sign}`)]);
        expectSame(kind, [text(`${sign} x ${sign} 韓`)]);
        expectSame(kind, [text(sign.repeat(3))]);
      }
    },
  );

  test.each(TRICKY)('with %j in every kind of block', (tricky) => {
    for (const kind of Object.keys(BLOCKS)) {
      expectSame(kind, [text(tricky.trim())]);
      expectSame(kind, [text(`${tricky}韓戰`)]);
      expectSame(kind, [text(`韓戰${tricky}韓戰`)]);
    }
  });

  test('in 2,000 seeded mixtures', () => {
    const random = seeded(2000);
    const words = ['韓', '戰', '，', '「', '」', '（', '）', ' ', 'a', 'Word', '12', '。'];
    for (let i = 0; i < 2000; i += 1) {
      const parts = Array.from({ length: 1 + Math.floor(random() * 9) }, () =>
        pick(random, pick(random, [ASCII, TRICKY, words])),
      );
      const mixed = parts.join('').replace(/\s+/gu, ' ').trim();
      if (mixed !== '') expectSame(pick(random, Object.keys(BLOCKS)), [text(mixed)]);
    }
  });

  test('around marks, page breaks and links, in 1,000 seeded mixtures', () => {
    const random = seeded(1000);
    const url = 'http://a.b/c_d~e*f?g=h&i=1#j';
    const nodes: (() => PhrasingContent)[] = [
      () => ({ type: 'noteref', number: 1 + Math.floor(random() * 116) }),
      () => ({ type: 'pageBreak', page: 42 }),
      () => ({ type: 'link', url, children: [text(url)] }),
      () => ({ type: 'link', url: '#table-3-1', children: [text('表 3-1')] }),
    ];
    for (let i = 0; i < 1000; i += 1) {
      const inline: PhrasingContent[] = [];
      for (let n = 0; n < 5; n += 1) {
        if (inline.at(-1)?.type !== 'text')
          inline.push(text(`${pick(random, ASCII)}${pick(random, TRICKY).trim()}`));
        else inline.push(pick(random, nodes)());
      }
      expectSame(pick(random, Object.keys(BLOCKS)), [...inline, text('。')]);
    }
  });

  test('when a block begins with a mark and a colon', () => {
    for (const kind of Object.keys(BLOCKS))
      expectSame(kind, [{ type: 'noteref', number: 12 }, text(': 韓戰')]);
  });

  test('when a URL runs over to the next page', () => {
    const url = 'http://a.b/c/d_e.html';
    const link: PhrasingContent = {
      type: 'link',
      url,
      children: [text('http://a.b/c/'), { type: 'pageBreak', page: 68 } as never, text('d_e.html')],
    };
    expectSame('note', [text('參見 '), link, text('。')]);
  });
});
