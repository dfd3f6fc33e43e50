/** Pages of lines for the tests of the reader of PDF, and what it made of them in one line a block. */
import { readPdf } from '../../../../src/import/readers/pdf.ts';
import type { Block, Inline, SourceDocument } from '../../../../src/import/readers/types.ts';
import { readSettings } from '../../../../src/import/settings.ts';
import { type PageSpec, type Piece, widthOf } from './make-pdf.ts';

export const read = (bytes: Uint8Array, answers = {}) =>
  readPdf(bytes, { settings: readSettings(''), answers });

export const LEFT = 85;
export const FULL = '本文寫滿一行共有三十五個字所以每一行都寫到右邊的邊緣為止沒有例外如此這般';

const shown = (inlines: Inline[]): string =>
  inlines
    .map((i) => {
      if (i.type === 'text') return i.text.replaceAll('\n', '/');
      return i.type === 'noteref' ? `[^${i.note}]` : `{${i.page}}`;
    })
    .join('');

function blockText(block: Block): string {
  if (block.type === 'table') {
    const cell = (c: { paragraphs: Inline[][] }) => c.paragraphs.map(shown).join('');
    const rows = [...block.header, ...block.rows].map((r) => r.map(cell).join(' | '));
    return [shown(block.caption ?? []), ...rows, shown(block.sourceLine ?? [])].join(' ⏎ ');
  }
  return block.type === 'quotation'
    ? block.paragraphs.map((p) => shown(p.inlines)).join('¶')
    : shown(block.inlines);
}

export const blocksOf = (document: SourceDocument) =>
  document.blocks.map((b) => `${b.type}: ${blockText(b)}`);
export const notesOf = (document: SourceDocument) =>
  document.notes.map((n) => `${n.mark} ${n.blocks.map(blockText).join('')}`);

/** Sets marks, given as `{12}`, raised and small. */
export function set(text: string, x: number, y: number, size = 12, raised = true): Piece[] {
  let at = x;
  return text.split(/(\{[^}]+\})/u).flatMap((part) => {
    if (part === '') return [];
    const isMark = part.startsWith('{') && raised;
    const own = part.startsWith('{') ? part.slice(1, -1) : part;
    const piece = isMark
      ? { text: own, x: at, y: y - 4.5, size: size * 0.65 }
      : { text: own, x: at, y, size };
    at += widthOf(own, piece.size);
    return [piece];
  });
}

interface Sheet {
  head?: string;
  body: string[];
  notes?: string[];
  number?: string;
}

/** A page: full lines and short ones, an indent for each `　　`, notes under a rule. */
export function sheet(
  { head, body, notes = [], number }: Sheet,
  raised = true,
): PageSpec & { pieces: Piece[] } {
  const pieces: Piece[] = [];
  if (head) pieces.push({ text: head, x: 200, y: 50, size: 10 });
  body.forEach((line, i) => {
    const text = line.trimStart();
    const indent = widthOf(line.slice(0, line.length - text.length));
    pieces.push(...set(text, LEFT + indent, 90 + 20 * i, 12, raised));
  });
  const from = 700 - 14 * notes.length;
  notes.forEach((line, i) => {
    pieces.push(...set(line, LEFT, from + 20 + 14 * i, 9, raised));
  });
  if (number) pieces.push({ text: number, x: 290, y: 790, size: 10 });
  const strokes =
    notes.length > 0
      ? [{ from: [LEFT, from] as [number, number], to: [200, from] as [number, number] }]
      : [];
  return { pieces, strokes };
}

/** A paragraph of three lines; its first words differ from those of others. */
export const para = (text: string) => [
  `　　${text.slice(0, 1)}${FULL.slice(0, 34)}`,
  FULL,
  `${text}。`,
];

/** A line that reaches the right edge and ends with these words. */
export const ending = (words: string) =>
  FULL.slice(0, Math.floor((widthOf(FULL) - widthOf(words)) / 12)) + words;
