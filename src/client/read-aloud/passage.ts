/** The text of the page as sentences that can be spoken and shown: without note marks and page numbers, tables by rows. */
import { type Span, sentencesIn } from '../../search/speech/sentences.ts';

/** Where reading begins: at a node, or at a character of a text. */
export interface Start {
  node: Node;
  offset?: number;
}

/** A stretch of a text node. */
type Piece = readonly [node: Text, from: number, to: number];

/** What is spoken at once and can be gone back to: a sentence, or a row of a table. */
export interface Sentence {
  block: HTMLElement;
  /** Where it begins among the characters of its block. */
  start: number;
  /** As it is shown; a row's cells with their heads. */
  text: string;
  pieces: Piece[];
  /** The marks of notes in it. */
  noterefs: HTMLElement[];
  /** Whether a longer pause follows: behind a heading, or a block. */
  ends: 'heading' | 'block' | undefined;
  /** In a list of notes: the number, as printed, of the note that begins here. */
  note: string | undefined;
}

/** What makes no sound; a correction that is shown is apparatus, but what one reads. */
const SILENT =
  '[hidden], [role="doc-pagebreak"], [role="doc-backlink"], [data-apparatus]:not(ins), script, style, annotation, rt, rp, .katex-html';
const NOTEREF = '[role="doc-noteref"]';
const BLOCK =
  'tr, caption, p, h1, h2, h3, h4, h5, h6, li, blockquote, figure, figcaption, div, section, article, dd, dt, pre';
const NOTES = '[role="doc-endnotes"]';

/** A block as it is read: its text, and where each of its nodes and marks stands in it. */
interface Block {
  element: HTMLElement;
  text: string;
  nodes: { node: Text; at: number }[];
  noterefs: { mark: HTMLElement; at: number }[];
}

/** The blocks of a text, in order. */
function blocksIn(root: Element): Block[] {
  const blocks: Block[] = [];
  const blockOf = (node: Node): Block => {
    const element = node.parentElement?.closest<HTMLElement>(BLOCK) ?? (root as HTMLElement);
    const last = blocks.at(-1);
    if (last?.element === element) return last;
    const block: Block = { element, text: '', nodes: [], noterefs: [] };
    blocks.push(block);
    return block;
  };
  const walk = (parent: Node) => {
    for (const node of parent.childNodes)
      if (node instanceof Text) {
        const block = blockOf(node);
        block.nodes.push({ node, at: block.text.length });
        block.text += node.data.replace(/[\n\t]/gu, ' ');
      } else if (!(node instanceof HTMLElement || node instanceof Element)) continue;
      else if (node.matches(NOTEREF)) {
        const block = blockOf(node);
        block.noterefs.push({ mark: node as HTMLElement, at: block.text.length });
      } else if (!node.matches(SILENT) && !(node !== root && node.matches(NOTES))) walk(node);
  };
  walk(root);
  return blocks.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** The stretches of text nodes between two characters of a block. */
const piecesOf = ({ nodes }: Block, [start, end]: Span): Piece[] =>
  nodes.flatMap(({ node, at }): Piece[] => {
    const [from, to] = [Math.max(0, start - at), Math.min(node.length, end - at)];
    return from < to ? [[node, from, to]] : [];
  });

/** The sentences of a block; a mark behind a full stop belongs to the sentence that it ends. */
function sentencesOfBlock(block: Block): Sentence[] {
  const spans = sentencesIn(block.text);
  const heading = /^(?:H\d|CAPTION)$/u.test(block.element.tagName);
  return spans.map((span, i) => {
    const [before, next] = [spans[i - 1]?.[1] ?? -1, spans[i + 1]];
    const until = next ? span[1] : Number.POSITIVE_INFINITY;
    return {
      block: block.element,
      start: span[0],
      text: block.text.slice(...span),
      pieces: piecesOf(block, span),
      noterefs: block.noterefs
        .filter(({ at }) => at > before && at <= until)
        .map(({ mark }) => mark),
      ends: next ? undefined : heading ? 'heading' : 'block',
      note: undefined,
    };
  });
}

const spanOf = (cell: Element): number => Number(cell.getAttribute('colspan') ?? 1);

/** What stands at the head of a cell's column; none for the head of its row. */
function headOf(cell: Element): string {
  if (cell.getAttribute('scope') === 'row') return '';
  const cells = [...(cell.parentElement?.children ?? [])];
  let column = cells.slice(0, cells.indexOf(cell)).reduce((sum, one) => sum + spanOf(one), 0);
  for (const head of cell.closest('table')?.querySelectorAll('thead > tr:last-child > *') ?? []) {
    if (column < spanOf(head)) return head.textContent.trim();
    column -= spanOf(head);
  }
  return '';
}

const COLON = '\uFF1A';
const SEMICOLON = '\uFF1B';

/** A row of a table: each cell after the head of its column, as one sentence. The heads are no row by themselves. */
function rowOf(block: Block): Sentence[] {
  const row = block.element;
  if (row.parentElement?.tagName === 'THEAD') return [];
  const cells = [...row.children].map((cell) => {
    const own = block.nodes.filter(({ node }) => cell.contains(node));
    const text = own
      .map(({ node }) => node.data)
      .join('')
      .trim();
    const head = headOf(cell);
    return text === '' ? '' : head === '' ? text : head + COLON + text;
  });
  return [
    {
      block: row,
      start: 0,
      text: cells.filter(Boolean).join(SEMICOLON),
      pieces: piecesOf(block, [0, block.text.length]),
      noterefs: block.noterefs.map(({ mark }) => mark),
      ends: 'block',
      note: undefined,
    },
  ];
}

/** What is read of a text or of notes, in order. @param root see {@link rootAt} */
export function sentencesOf(root: Element): Sentence[] {
  let last: Element | null = null;
  return blocksIn(root).flatMap((block) => {
    const sentences = block.element.tagName === 'TR' ? rowOf(block) : sentencesOfBlock(block);
    const note = block.element.closest('.notes > li');
    const [first] = sentences;
    if (first && note && note !== last)
      first.note = note.querySelector('.number')?.textContent.trim();
    last = note;
    return sentences;
  });
}

/** The text, or the list of notes, in which a place stands; elsewhere the text of the page. */
export function rootAt(place: Node): Element | null {
  const element = place instanceof Element ? place : place.parentElement;
  return (
    element?.closest('.notes, .note-text') ??
    document.querySelector('article > .text, article > .note-text')
  );
}

/** The sentence that a place stands in or before; the last where none follows. */
export function indexAt(sentences: readonly Sentence[], { node, offset = 0 }: Start): number {
  const marked = sentences.findIndex(({ noterefs }) => noterefs.some((mark) => mark === node));
  if (marked >= 0) return marked;
  const place = document.createRange();
  place.setStart(node, offset);
  const found = sentences.findIndex(({ pieces }) => {
    const [last, , to] = pieces.at(-1) ?? [];
    return last !== undefined && place.comparePoint(last, to ?? 0) > 0;
  });
  return found < 0 ? sentences.length - 1 : found;
}

/** The same sentence after the page has been set anew: in its block, the last that begins no later. */
export function sameIn(sentences: readonly Sentence[], { block, start }: Sentence): number {
  const later = sentences.findLastIndex((one) => one.block === block && one.start <= start);
  return later < 0 ? indexAt(sentences, { node: block }) : later;
}

/** A sentence as a range; undefined where its nodes have left the page. */
export function rangeOf({ pieces }: Sentence): Range | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first?.[0].isConnected || !last?.[0].isConnected) return undefined;
  const range = document.createRange();
  range.setStart(first[0], first[1]);
  range.setEnd(last[0], last[2]);
  return range;
}
