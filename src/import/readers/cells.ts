/** Cells of tables, as far as a print can hold them: a file may say anything. */
import type { Cell, Inline } from './types.ts';
import { atMost } from './xml.ts';

/** No print has more columns or rows in a table. */
const MOST = 1000;

/** A number of columns or rows that a file gives, none where it is no number. */
export const countOf = (value: string | undefined): number => atMost(value, MOST) ?? 0;

/** How many columns or rows a cell covers; one where the file says nothing that can be. */
export const spanOf = (value: string | undefined): number => Math.max(1, countOf(value));

/** A cell with what it covers. */
export const toCell = (paragraphs: Inline[][], columns: number, rows = 1): Cell => ({
  paragraphs,
  ...(columns > 1 ? { columns } : {}),
  ...(rows > 1 ? { rows } : {}),
});
