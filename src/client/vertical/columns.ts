/** Which columns stand whole in the window, and what is to be done about one that its edge cuts. */

/** Where the characters of a column lie, in CSS pixels from the window's left side. */
export interface Column {
  left: number;
  right: number;
}

/** The properties of the scroller that tell how much of its two ends is left empty. */
export const EMPTY = { before: '--empty-before', after: '--empty-after' } as const;

/** Where one goes: on is to the left. */
export type Direction = 'on' | 'back' | 'nearest';

/** A hidden column lies so far beyond the edge, in pixels. */
const HAIR = 2;
/** What hangs to the right of a column, a note's mark, in widths of the column. */
const HANGING = 0.6;

/** Boxes of words → the columns that they are parts of, from right to left. */
export function columnsOf(boxes: readonly Column[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of boxes.toSorted((a, b) => b.right - a.right)) {
    const last = columns.at(-1);
    if (last && right > last.left) last.left = Math.min(last.left, left);
    else columns.push({ left, right });
  }
  return columns;
}

/** The right end of what belongs to a column. */
const outer = ({ left, right }: Column): number => right + HANGING * (right - left);

/** Whether the window's right edge cuts neither a column nor what hangs beside one. */
const isWholeAt = (edge: number, columns: readonly Column[]): boolean =>
  columns.every((column) => column.left >= edge + HAIR / 2 || outer(column) <= edge + 0.5);

/**
 * How far the columns are to be moved to the right, so that the window's right edge cuts none: in
 * pixels, 0 where it cuts none. They move less than a column, or two where the direction is told.
 */
export function shiftAt(edge: number, columns: readonly Column[], direction: Direction): number {
  if (isWholeAt(edge, columns)) return 0;
  const shifts = columns
    .map(({ left }) => edge + HAIR - left)
    .filter((by) => (direction === 'on' ? by > 0 : direction === 'back' ? by < 0 : true));
  return shifts.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
}

/** How much of the window's left end is to be left empty, so that no column is cut there: in pixels. */
export function emptyAfter(edge: number, columns: readonly Column[]): number {
  const whole = columns.findLast(({ left }) => left >= edge - 0.5);
  const cut = columns.find(({ left }) => left < edge - 0.5);
  if (!cut || outer(cut) <= edge) return 0;
  // What lies between columns that are far apart, a table, is not taken with the one that is cut.
  const isNext = whole && whole.left - outer(cut) < cut.right - cut.left;
  return Math.max(0, (isNext ? whole.left - HAIR : outer(cut)) - edge);
}

/** The same of its right end, where the columns cannot be moved any further. */
export function emptyBefore(edge: number, columns: readonly Column[]): number {
  const cut = columns.findLast(({ left, right }) => left < edge && right > edge + 0.5);
  return cut ? edge - cut.left + HAIR : 0;
}
