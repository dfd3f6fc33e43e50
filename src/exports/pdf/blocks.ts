/** Headings, paragraphs, quotations and tables for `book.typ`. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { type Block, type Table, textOf } from '../../model/text/document.ts';
import { widthOf } from '../epub/phrases.ts';
import { type Run, runsOf, type Where } from './runs.ts';

/** A block as the book has it. */
export type BookBlock =
  /** `head`: its words alone, for the contents and the running head. */
  | { type: 'heading'; id: string; depth: number; runs: Run[]; head: string }
  | { type: 'paragraph'; id: string; runs: Run[] }
  /** Paragraphs that are set in one after another. */
  | { type: 'quotation'; paragraphs: { id: string; runs: Run[] }[] }
  | {
      type: 'table';
      id: string;
      caption: Run[];
      header: Run[][];
      rows: Run[][][];
      source: Run[];
      /** The share of each column. */
      columns: number[];
      /** Whether the header may stand again on a further page: not with marks or ids in it. */
      repeated: boolean;
    };

/** The narrowest and the widest share of a column, in em. */
const SHARES = { least: 5, most: 20 };

/** Shares by the longest cell of each column; a long one is broken over lines. */
function columnsOf({ header, rows }: Table): number[] {
  return header.map((_, i) => {
    const widths = [header, ...rows].map((row) => widthOf(textOf(row[i] ?? [])));
    return Math.min(SHARES.most, Math.max(SHARES.least, ...widths));
  });
}

function blockOf(block: Block, where: Where): BookBlock {
  if (block.type === 'table') return tableOf(block, where);
  const { id: own, inlines } = block;
  const runs = runsOf(inlines, where);
  if (block.type === 'paragraph')
    return block.quoted
      ? { type: 'quotation', paragraphs: [{ id: own, runs }] }
      : { type: 'paragraph', id: own, runs };
  const head = closeSpacing(textOf(inlines));
  return { type: 'heading', id: own, depth: block.depth, runs, head };
}

function tableOf(block: Table, where: Where): BookBlock {
  const caption = runsOf(block.caption, where);
  const header = block.header.map((cell) => runsOf(cell, where));
  const rows = block.rows.map((row) => row.map((cell) => runsOf(cell, where)));
  const source = runsOf(block.source, where);
  return {
    type: 'table',
    id: block.id,
    caption,
    header,
    rows,
    source,
    columns: columnsOf(block),
    repeated: !/"type":"(?:noteref|emendation|pageBreak)"/u.test(JSON.stringify(header)),
  };
}

/** Blocks in order; quoted paragraphs in a row are one quotation. */
export function blocksOf(blocks: readonly Block[], where: Where): BookBlock[] {
  const made: BookBlock[] = [];
  for (const block of blocks) {
    const next = blockOf(block, where);
    const last = made.at(-1);
    if (next.type === 'quotation' && last?.type === 'quotation')
      last.paragraphs.push(...next.paragraphs);
    else made.push(next);
  }
  return made;
}
