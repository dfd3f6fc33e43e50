/**
 * The text as it was read, page by page, written anew from the typed document:
 * what the content must give back (`proof.ts`). It is made of the document
 * alone, without the Markdown, and is kept beside a source that is no text.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/processor.ts';
import type { Placed } from './arrange.ts';
import type { Manner } from './inlines.ts';
import type { Printed } from './proof.ts';
import type { Block, Inline } from './readers/types.ts';

/** A note with its number, the page that it is said to stand on, and its mark. */
export interface NumberedNote {
  number: number;
  mark: string;
  page: number;
  /** How many marks lead to it. */
  marks: number;
  blocks: Block[];
}

/** A chapter of the typed document, ready to be written. */
export interface Arrangement {
  blocks: Placed[];
  notes: NumberedNote[];
  furniture: { page: number; text: string }[];
}

/** The stretches of a block, each a paragraph, heading or cell of its own. */
function stretchesOf(block: Placed): Inline[][] {
  if (block.type !== 'table') return [block.inlines];
  const { caption, header, rows, source } = block;
  return [caption, ...header, ...rows.flat(), ...(source.length > 0 ? [source] : [])];
}

function noteStretches(blocks: Block[]): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    if (block.type === 'quotation') return block.paragraphs.map(({ inlines }) => inlines);
    if (block.type !== 'table') return [block.inlines];
    const cells = [...block.header, ...block.rows].flat().flatMap(({ paragraphs }) => paragraphs);
    return [block.caption ?? [], ...cells, block.sourceLine ?? []].filter((p) => p.length > 0);
  });
}

const line = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Pages of lines: what stands on each, text before notes. */
class Pages {
  readonly #text = new Map<number, string[]>();

  add(page: number, text: string): void {
    const lines = this.#text.get(page) ?? [];
    if (line(text) !== '') lines.push(line(text));
    this.#text.set(page, lines);
  }

  of(page: number): string[] {
    return this.#text.get(page) ?? [];
  }

  get numbers(): number[] {
    return [...this.#text.keys()];
  }
}

/** Adds a stretch to the pages it stands on. @returns the page on which it ends */
function addStretch(
  inlines: Inline[],
  pages: Pages,
  first: number,
  marks: Map<string, string>,
  manner: Manner,
): number {
  let page = first;
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text') text += inline.text;
    else if (inline.type === 'noteref') text += marks.get(inline.note) ?? '';
    else {
      const next = manner.pageNumber(inline.page);
      if (next === undefined) continue;
      pages.add(page, text);
      text = '';
      page = next;
    }
  }
  pages.add(page, text);
  return page;
}

/**
 * Writes the text of a chapter as it was read: each page begins with a line
 * that starts with one space, or with its running head.
 * @param marks the marks of the notes by their keys
 */
export function streamOf(
  { blocks, notes, furniture }: Arrangement,
  marks: Map<string, string>,
  manner: Manner,
): string {
  const text = new Pages();
  const below = new Pages();
  let page = 0;
  for (const stretch of blocks.flatMap(stretchesOf))
    page = addStretch(stretch, text, page, marks, manner);
  for (const note of notes) {
    below.add(note.page, note.mark);
    let at = note.page;
    for (const stretch of noteStretches(note.blocks))
      at = addStretch(stretch, below, at, marks, manner);
  }
  const numbers = [...new Set([...text.numbers, ...below.numbers])].sort((a, b) => a - b);
  return numbers
    .flatMap((number): string[] => {
      const head = furniture.find((f) => f.page === number)?.text;
      const [first, ...rest] = text.of(number);
      const lines = first === undefined ? [] : [head === undefined ? ` ${first}` : first, ...rest];
      return [...(head === undefined ? [] : [head]), ...lines, ...below.of(number), ''];
    })
    .join('\n');
}

const MARK = '\uFFFC';
const WORD = /[\p{Script=Latin}\p{Nd}]/u;

/** Where white space parts Latin words or figures: the words of a stretch, other characters aside. */
const wordsIn = (text: string): string =>
  text
    .trim()
    .replace(/(.)\s+(?=(.))/gsu, (_, before: string, after: string) =>
      WORD.test(before) && WORD.test(after) ? `${before} ` : before,
    );

const stretchText = (inlines: Inline[]): string =>
  inlines
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'noteref' ? MARK : ''))
    .join('');

function contentStretches(body: string): string[] {
  const stretches: string[] = [];
  const root: Root = parseMarkdown(body);
  visit(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    let text = '';
    visit(node, (inner) => {
      if (inner.type === 'noteref') text += MARK;
      else if ('value' in inner) text += inner.value;
    });
    stretches.push(text);
  });
  return stretches;
}

/**
 * Compares the words of the content with those of the document: none may be
 * fused or split.
 * @returns the first stretch that differs, as it is in the document and in the content
 */
export function wordDifference(
  { blocks, notes }: Arrangement,
  content: Pick<Printed, 'sections' | 'notes'>,
): { expected: string; found: string } | undefined {
  const expected = [
    ...blocks.flatMap(stretchesOf),
    ...notes.flatMap((note) => noteStretches(note.blocks)),
  ].map((stretch) => wordsIn(stretchText(stretch)));
  const found = [...content.sections, ...content.notes]
    .flatMap(({ body }) => contentStretches(body))
    .map(wordsIn);
  const at = expected.findIndex((text, i) => text !== found[i]);
  if (at !== -1) return { expected: expected[at] ?? '', found: found[at] ?? '' };
  const more = found[expected.length];
  return more === undefined ? undefined : { expected: '', found: more };
}
