/** Reads the text of one word processor and one extractor, whose habits tell everything. */
import { type RawBlock, toBlocks } from '../../blocks.ts';
import { decode, toLines } from '../../lines.ts';
import { findMarks, type Mark } from '../../noterefs.ts';
import { type RawNote, readNotes } from '../../notes.ts';
import { type Furniture as Head, toPages } from '../../pages.ts';
import { checkRestarts } from '../../restarts.ts';
import type { Piece } from '../../tables.ts';
import { Builder } from '../builder.ts';
import type {
  Block,
  Furniture,
  Inline,
  Note,
  ReaderOptions,
  SourceDocument,
  Span,
} from '../types.ts';

/** What turns the pieces of lines into inlines. */
class Inliner {
  readonly #builder: Builder;
  readonly #marks: Map<number, Mark[]>;
  readonly #firstPage: number;

  constructor(builder: Builder, marks: Mark[], firstPage: number) {
    this.#builder = builder;
    this.#marks = Map.groupBy(marks, ({ line }) => line);
    this.#firstPage = firstPage;
  }

  /** Inlines of a block: its pieces as lines, their marks in place. */
  of(pieces: Piece[]): Inline[] {
    return pieces.flatMap((piece, i) => [
      ...(piece.beginsPage === undefined ? [] : [this.#break(piece.beginsPage)]),
      ...this.#piece(piece, i + 1 < pieces.length ? '\n' : ''),
    ]);
  }

  #break(page: number): Inline {
    return { type: 'pageBreak', page: page - this.#firstPage };
  }

  #piece(piece: Piece, end: string): Inline[] {
    const inlines: Inline[] = [];
    const lead = /^\s*/u.exec(piece.text)?.[0].length ?? 0;
    let from = piece.column + lead;
    const last = piece.column + piece.text.length;
    const unit = piece.line - 1;
    const text = (to: number, after = '') => {
      const own = piece.text.slice(from - piece.column, to - piece.column);
      if (own + after === '') return;
      inlines.push({ type: 'text', text: own + after, source: [{ unit, from, to }] });
    };
    for (const { note, column, length } of this.#marks.get(piece.line) ?? []) {
      if (column < from || column >= last) continue;
      text(column);
      const source: Span = { unit, from: column, to: column + length };
      const mark = this.#builder.units[unit]?.text.slice(source.from, source.to) ?? '';
      inlines.push({ type: 'noteref', mark, note: String(note), source: [source] });
      from = column + length;
    }
    text(last, end);
    return inlines;
  }
}

function blockOf(block: RawBlock, inliner: Inliner): Block {
  if (block.type === 'table') {
    const { caption, header, rows, source } = block.table;
    const cell = (pieces: Piece[]) => ({ paragraphs: [inliner.of(pieces)] });
    return {
      type: 'table',
      caption: inliner.of(caption),
      header: [header.map(cell)],
      rows: rows.map((row) => row.map(cell)),
      sourceLine: inliner.of(source),
    };
  }
  const inlines = inliner.of(block.pieces);
  if (block.type === 'heading') return { type: 'heading', level: block.label.level, inlines };
  if (block.quoted) return { type: 'quotation', paragraphs: [{ type: 'paragraph', inlines }] };
  return { type: /^figure-/u.test(block.id) ? 'caption' : 'paragraph', inlines };
}

function noteOf(note: RawNote, inliner: Inliner, builder: Builder): Note {
  const pieces = note.lines.map(({ text, line, page }, i): Piece => {
    const whole = builder.units[line - 1]?.text ?? '';
    const beginsPage = i > 0 && page !== note.lines[i - 1]?.page ? page : undefined;
    return { text, line, column: whole.length - text.length, beginsPage };
  });
  const label = (pieces[0]?.column ?? 0) as number;
  const source = { unit: note.line - 1, from: 0, to: label };
  return {
    key: String(note.number),
    mark: builder.units[note.line - 1]?.text.slice(0, label).trim() ?? '',
    source: [source],
    kind: 'foot',
    blocks: [{ type: 'paragraph', inlines: inliner.of(pieces) }],
  };
}

/** Running head and page number, which stand on lines of their own. */
function furnitureOf({ head, printed, page }: Head, first: number): Furniture[] {
  const of = (kind: Furniture['kind'], line: { text: string; number: number }): Furniture => ({
    kind,
    text: line.text.trim(),
    page: page - first,
    source: [{ unit: line.number - 1, from: 0, to: line.text.length }],
  });
  return [of('running-head', head), of('page-number', printed)];
}

/** The line that parts text and notes. */
const PARTING = /^ {49,}$/mu;

/** Whether a text shows the habits of that word processor: a line of spaces parts text and notes. */
export const isDialect = (text: string): boolean => PARTING.test(text);

/**
 * Reads a text as one word processor and one extractor leave it: a space at a
 * line's end ends a paragraph, one at a line's start begins a page.
 * @throws ImportError for what cannot be read so
 */
export function readDialect(
  bytes: Uint8Array,
  { settings, progress }: ReaderOptions,
): SourceDocument {
  const lines = toLines(decode(bytes));
  progress?.(`text: ${lines.length} lines`);
  const builder = new Builder('extracted');
  for (const { text, number } of lines) builder.unit(text, { line: number, column: 1 });
  const { pages, furniture } = toPages(lines, settings);
  progress?.(`pages: ${pages.length}`);
  const blocks = toBlocks(pages, settings);
  progress?.(`blocks: ${blocks.length}`);
  const notes = readNotes(pages, settings);
  const marks = findMarks(pages, notes, settings);
  if (settings.noteNumbers === 'section') checkRestarts(notes, marks, blocks);
  const first = pages[0]?.number ?? 1;
  const inliner = new Inliner(builder, marks, first);
  return builder.document('text', {
    metadata: {},
    pages: pages.map(({ number }) => ({ number: String(number) })),
    blocks: blocks.map((block) => blockOf(block, inliner)),
    notes: notes.map((note) => noteOf(note, inliner, builder)),
    furniture: furniture.flatMap((head) => furnitureOf(head, first)),
  });
}
