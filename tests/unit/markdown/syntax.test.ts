/** The grammar of the three marks: what is one, and what is text. */
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/processor.ts';

function shape(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'noteref':
      return `⟨note ${node.number}⟩`;
    case 'pageBreak':
      return `⟨page ${node.page}⟩`;
    case 'blockId':
      return `⟨id ${node.id}⟩`;
    default:
      return 'children' in node ? `${node.type}(${node.children.map(shape).join('')})` : node.type;
  }
}
const read = (markdown: string) => parseMarkdown(markdown).children.map(shape).join(' ');

test('after an exclamation mark nothing is looked for at every bracket of the paragraph', () => {
  expect(read('甲![^a]乙\n\n[^a]: 丙')).toMatch(/^paragraph\(甲!\[\^a\]乙\)/u);
});

describe('a mark', () => {
  test.each([
    ['of a note', '韓戰。[^6]其後', 'paragraph(韓戰。⟨note 6⟩其後)'],
    ['of a note before a bracket', '[^6](1948)', 'paragraph(⟨note 6⟩(1948))'],
    ['of a note without any definition', '[^116]', 'paragraph(⟨note 116⟩)'],
    ['of two notes side by side', '一[^1][^2]', 'paragraph(一⟨note 1⟩⟨note 2⟩)'],
    ['of a page', '方式{pb 43}的', 'paragraph(方式⟨page 43⟩的)'],
    ['of a page in a heading', '## {pb 50}第二節', 'heading(⟨page 50⟩第二節)'],
    [
      'of a page in a cell',
      '| {pb 45}05.13 |\n| - |',
      'table(tableRow(tableCell(⟨page 45⟩05.13)))',
    ],
    ['of a page in a link', '[a{pb 68}b](http://c)', 'paragraph(link(a⟨page 68⟩b))'],
    ['of a note in bold text', '**重點[^3]**', 'paragraph(strong(重點⟨note 3⟩))'],
    ['of a note within brackets', '[見[^3]]', 'paragraph([見⟨note 3⟩])'],
  ])('%s is read', (_, markdown, shown) => {
    expect(read(markdown)).toBe(shown);
  });

  test.each([
    ['escaped', '\\[^6] \\{pb 43} \\{#s1}', 'paragraph([^6] {pb 43} {#s1})'],
    ['without a number', '[^] [^a] [^1a] {pb } {pb x}', 'paragraph([^] [^a] [^1a] {pb } {pb x})'],
    ['not closed', '[^6 {pb 43 {#s1', 'paragraph([^6 {pb 43 {#s1)'],
    [
      'of another form',
      '{pb  43} {PB 43} {#S1} {s1} {# s1}',
      'paragraph({pb  43} {PB 43} {#S1} {s1} {# s1})',
    ],
    ['in code', '`[^6] {pb 43}`', 'paragraph(inlineCode)'],
  ])('%s is text', (_, markdown, shown) => {
    expect(read(markdown)).toBe(shown);
  });

  test('of a block gives it its id, and leaves no space behind', () => {
    const [paragraph] = parseMarkdown('韓戰 {#s1-p1}').children;
    expect(shape(paragraph as Nodes)).toBe('paragraph(韓戰)');
    expect(paragraph?.data).toMatchObject({ hProperties: { id: 's1-p1' } });
  });

  test('knows its place in the file', () => {
    const [paragraph] = parseMarkdown('\n韓戰。[^6]其後').children;
    const noteref = paragraph && 'children' in paragraph ? paragraph.children[1] : undefined;
    expect(noteref?.position?.start).toMatchObject({ line: 2, column: 4 });
  });
});
