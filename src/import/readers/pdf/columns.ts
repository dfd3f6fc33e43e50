/**
 * Pages of two columns, as journals have. The right column is set below the
 * left one, and what stands under both below that, so that a page is read like
 * any other; places are led back.
 */
import { type Line, mostCommon } from './lines.ts';
import type { Glyph, RawPage } from './page.ts';

/** How a page was unfolded: strips of one page height each, and how far each was moved. */
export interface Unfolded {
  page: RawPage;
  /** Where a point of the unfolded page stands on the page itself. */
  back: (x: number, y: number) => readonly [x: number, y: number];
}

/** Lines on either side that make a column. */
const LEAST = 8;
/** So many of the lines between the head and the foot must keep to a side. */
const KEEPING = 0.85;
/** Distance of columns, in sizes of the text. */
const GUTTER = 0.75;
/** Characters of a line; what is shorter may be a cell. */
const FULL = 9;

type Side = 'left' | 'right' | 'both' | 'across';

function sideOf(line: Line, at: number): Side {
  let left = Number.NEGATIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  for (const item of line.items) {
    if (item.char.trim() === '') continue;
    if (item.left < at - 1 && item.right > at + 1) return 'across';
    if ((item.left + item.right) / 2 < at) left = Math.max(left, item.right);
    else right = Math.min(right, item.left);
  }
  if (left === Number.NEGATIVE_INFINITY) return 'right';
  if (right === Number.POSITIVE_INFINITY) return 'left';
  return right - left < GUTTER * line.size ? 'across' : 'both';
}

/** Where two columns part, and between which lines. */
function gutterOf(
  lines: Line[],
  width: number,
): { at: number; from: number; to: number } | undefined {
  let best: { at: number; from: number; to: number; kept: number } | undefined;
  for (let at = 0.4 * width; at < 0.6 * width; at += 2) {
    const sides = lines.map((l) => sideOf(l, at));
    const first = sides.findIndex((s) => s === 'both' || s === 'right');
    const last = sides.findLastIndex((s) => s === 'both' || s === 'right');
    if (first === -1) continue;
    // The left column may begin above the right one, and end below it.
    let [from, to] = [first, last + 1];
    while (from > 0 && sides[from - 1] === 'left') from -= 1;
    while (to < sides.length && sides[to] === 'left') to += 1;
    // Notes may run across under both.
    const under = sides.findIndex((s, i) => i > from && s === 'across' && sides[i + 1] === s);
    if (under !== -1) to = Math.min(to, under);
    const own = sides.slice(from, to);
    const kept = own.filter((s) => s !== 'across').length;
    const on = (side: Side) => own.filter((s) => s === side || s === 'both').length;
    if (on('left') < LEAST || on('right') < LEAST || kept < KEEPING * own.length) continue;
    if (!best || kept > best.kept) best = { at, from, to, kept };
  }
  return best;
}

const middle = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Whether a column is one of text, not of cells. */
function isText(lines: Line[], at: number, side: 'left' | 'right'): boolean {
  const counts = lines
    .map((l) => l.items.filter((i) => i.char.trim() !== '' && i.left < at === (side === 'left')))
    .map((items) => items.length)
    .filter((count) => count > 0);
  return middle(counts) >= FULL;
}

/** Where most lines of a column begin. */
function edgeOf(glyphs: Glyph[]): number {
  const lefts = new Map<number, number>();
  for (const g of glyphs) {
    if (g.char.trim() === '') continue;
    const y = Math.round(g.baseline);
    lefts.set(y, Math.min(lefts.get(y) ?? Number.POSITIVE_INFINITY, g.left));
  }
  return mostCommon([...lefts.values()].map((x) => [Math.round(x), 1] as const)) ?? 0;
}

/** The lines of small print at the foot of a column, of those that stand in it. */
function notesFrom(glyphs: Glyph[], size: number): number {
  const baselines = new Map<number, number>();
  for (const g of glyphs) {
    if (g.char.trim() === '') continue;
    const y = Math.round(g.baseline);
    baselines.set(y, Math.max(baselines.get(y) ?? 0, g.size));
  }
  let from = Number.POSITIVE_INFINITY;
  for (const [y, largest] of [...baselines].sort((a, b) => b[0] - a[0])) {
    if (largest > 0.93 * size) break;
    from = y - 0.5;
  }
  return from;
}

/**
 * Unfolds a page of two columns.
 * @param lines the lines of the page as they run across it
 * @returns undefined for a page of one column
 */
export function unfolded(page: RawPage, lines: Line[]): Unfolded | undefined {
  if (lines.length < LEAST) return undefined;
  const gutter = gutterOf(lines, page.width);
  if (!gutter) return undefined;
  const own = lines.slice(gutter.from, gutter.to);
  if (!isText(own, gutter.at, 'left') || !isText(own, gutter.at, 'right')) return undefined;
  const { at } = gutter;
  const top = (own[0] as Line).baseline - 1.1 * (own[0] as Line).size;
  const last = own.at(-1) as Line;
  const bottom = last.baseline + 0.3 * last.size;
  const within = page.glyphs.filter((g) => g.baseline > top && g.baseline < bottom);
  const size = middle(within.filter((g) => g.char.trim() !== '').map((g) => g.size));
  const isRight = (g: { left: number; right: number }) => (g.left + g.right) / 2 > at;
  const columns = [within.filter((g) => !isRight(g)), within.filter(isRight)] as const;
  const notes = columns.map((glyphs) => notesFrom(glyphs, size));
  const shift = edgeOf(columns[1]) - edgeOf(columns[0]);
  const { height } = page;
  // Strips: head and left column, right column, notes of the left, notes of the right, foot.
  const stripOf = (g: { left: number; right: number }, y: number): number => {
    if (y <= top) return 0;
    if (y >= bottom) return 4;
    const side = isRight(g) ? 1 : 0;
    return y >= (notes[side] ?? 0) ? 2 + side : side;
  };
  const move = <T extends { left: number; right: number }>(of: T, strip: number): T => {
    const by = strip === 1 || strip === 3 ? shift : 0;
    return { ...of, left: of.left - by, right: of.right - by };
  };
  const glyphs = page.glyphs.map((g) => {
    const strip = stripOf(g, g.baseline);
    return { ...move(g, strip), baseline: g.baseline + strip * height };
  });
  const rules = page.rules.map((r) => {
    // The rule over notes stands a little above them.
    const strip = stripOf(r, r.top + size);
    const by = strip * height;
    return { ...move(r, strip), top: r.top + by, bottom: r.bottom + by };
  });
  return {
    page: { ...page, glyphs, rules },
    back: (x, y) => {
      const strip = Math.max(0, Math.min(4, Math.floor(y / height)));
      return [x + (strip === 1 || strip === 3 ? shift : 0), y - strip * height];
    },
  };
}
