/** Flattened tables: the lines between a caption and its source line → rows of cells. */

import { ImportError } from './errors.ts';
import { endsParagraph } from './lines.ts';
import type { Page } from './pages.ts';
import type { Settings } from './settings.ts';

/** 表 3-1, with the spaces an extractor may leave in it. */
export const CAPTION = /^表\s*(\d+)\s*-\s*(\d+)\s+\S/u;
const SOURCE = /^資料來源|^资料来源/u;

/** A piece of a source line that belongs to one block. */
export interface Piece {
  text: string;
  /** Source line, from 1. */
  line: number;
  /** Column of the piece in its source line. */
  column: number;
  /** The page that begins with this piece, if one does. */
  beginsPage: number | undefined;
}

export interface RawTable {
  number: string;
  caption: Piece[];
  header: Piece[][];
  rows: Piece[][][];
  source: Piece[];
}

type Cell = Piece[];

/** Cuts a piece after the label that begins its row, where more follows on the line. */
function cutAfterLabel(piece: Piece, pattern: RegExp): Piece[] {
  const at = pattern.exec(piece.text)?.[0].length ?? 0;
  const rest = piece.text.slice(at);
  if (rest.trim() === '') return [piece];
  return [
    { ...piece, text: piece.text.slice(0, at) },
    { ...piece, text: rest, column: piece.column + at, beginsPage: undefined },
  ];
}

/**
 * The cells of a row: each ends with a line that ends in a space. The label
 * that begins the row is a cell of its own, though the text of the next one
 * follows it on its line.
 */
function toCells(lines: Piece[], columns: number, table: string, pattern: RegExp): Cell[] {
  const [label, ...rest] = lines.flatMap((piece, i) =>
    i === 0 ? cutAfterLabel(piece, pattern) : [piece],
  );
  const first = label as Piece;
  const cells: Cell[] = [[first]];
  const pieces = rest.filter((piece) => piece.text !== '');
  if (rest[0]?.line === first.line || endsParagraph(first.text, pieces[0]?.text)) cells.push([]);
  for (const [i, piece] of pieces.entries()) {
    cells.at(-1)?.push(piece);
    if (endsParagraph(piece.text, pieces[i + 1]?.text)) cells.push([]);
  }
  if (cells.at(-1)?.length === 0) cells.pop();
  if (cells.length !== columns) {
    throw new ImportError(
      first.line,
      `table ${table} cannot be read: the row “${lines[0]?.text.trim().slice(0, 16)}…” has ${cells.length} cells, and the header ${columns}`,
      'a cell ends with a line that ends in a space; an empty cell is a line of one space',
    );
  }
  return cells;
}

function rowPattern(number: string, settings: Settings): RegExp {
  return new RegExp(`^\\s?(?:${settings.tables[number]?.row ?? '\\d[\\d.]*'})(?:\\s+|$)`, 'u');
}

/**
 * Reads the table whose caption is `lines[0]`.
 * @param lines the body from the caption on
 * @returns the table and how many lines it took
 * @throws ImportError when it has no header, rows or source line, or a row
 *   does not have a cell for each column
 */
export function readTable(lines: Piece[], settings: Settings): { table: RawTable; taken: number } {
  const caption = lines[0] as Piece;
  const match = CAPTION.exec(caption.text.trim());
  const number = `${match?.[1]}-${match?.[2]}`;
  const unreadable = (what: string) =>
    new ImportError(
      caption.line,
      `table ${number} cannot be read: ${what}`,
      'a table is a caption, a line of column heads, rows, and a line that begins with 資料來源',
    );
  const sourceAt = lines.findIndex((l) => SOURCE.test(l.text));
  const nextCaption = lines.findIndex((l, i) => i > 0 && CAPTION.test(l.text.trim()));
  if (sourceAt === -1 || (nextCaption !== -1 && nextCaption < sourceAt))
    throw unreadable('it has no source line (資料來源)');
  const headerAt = lines.findIndex((l, i) => i > 0 && l.text.trim() !== '');
  const header = headsOf(lines[headerAt] as Piece);
  const pattern = rowPattern(number, settings);
  if (headerAt >= sourceAt || header.length < 2 || pattern.test(lines[headerAt]?.text ?? ''))
    throw unreadable('it has no header of two columns or more');
  const body = lines.slice(headerAt + 1, sourceAt);
  const starts = body.flatMap((l, i) => (pattern.test(l.text) ? [i] : []));
  const stray = body.slice(0, starts[0] ?? body.length).find((l) => l.text.trim() !== '');
  if (starts.length === 0 || stray)
    throw unreadable('its first line is no row; give “row” in the settings file');
  const rows = starts.map((start, i) =>
    toCells(body.slice(start, starts[i + 1]), header.length, number, pattern),
  );
  let end = sourceAt;
  while (
    end + 1 < lines.length &&
    !endsParagraph(lines[end]?.text ?? '', lines.slice(end + 1).find((l) => l.text.trim())?.text)
  )
    end += 1;
  const source = lines.slice(sourceAt, end + 1).filter((l) => l.text.trim() !== '');
  return { table: { number, caption: [caption], header, rows, source }, taken: end + 1 };
}

/** The column heads: the words of the header line. */
function headsOf(line: Piece): Piece[][] {
  return [...line.text.matchAll(/\S+/gu)].map((match, i) => [
    {
      text: match[0],
      line: line.line,
      column: line.column + match.index,
      beginsPage: i === 0 ? line.beginsPage : undefined,
    },
  ]);
}

/** The body lines of all pages as pieces, the first of each page marked as its beginning. */
export function bodyPieces(pages: Page[]): Piece[] {
  return pages.flatMap((page) => {
    const first = page.body.findIndex((line) => line.text.trim() !== '');
    return page.body.map((line, i) => ({
      text: line.text,
      line: line.number,
      column: 0,
      beginsPage: i === first ? page.number : undefined,
    }));
  });
}
