/** What is usual in a file: the size of its text, the distance of its lines, the edges of its pages. */
import { type Line, mostCommon, type PageLines } from './lines.ts';

export interface Measures {
  /** The size of the running text. */
  size: number;
  /** The distance of its lines. */
  leading: number;
}

/** A size that at least this share of the characters has may be that of the text. */
const SHARE = 0.12;

const printed = (line: Line) => line.items.filter((i) => i.char.trim() !== '').length;

/** Sizes that differ by less than a printer can tell are one. */
export const sameSize = (a: number, b: number): boolean => Math.abs(a - b) <= 0.04 * Math.max(a, b);

export function measure(pages: PageLines[]): Measures {
  const lines = pages.flatMap((p) => p.lines);
  const total = lines.reduce((sum, line) => sum + printed(line), 0);
  const sums = new Map<number, number>();
  for (const line of lines) {
    const known = [...sums.keys()].find((size) => sameSize(size, line.size)) ?? line.size;
    sums.set(known, (sums.get(known) ?? 0) + printed(line));
  }
  // Notes may be longer than the text, but not larger.
  const likely = [...sums].filter(([, sum]) => sum >= SHARE * total).map(([size]) => size);
  const size = Math.max(...likely, 0) || 12;
  const distances: (readonly [number, number])[] = [];
  for (const { lines: own } of pages)
    for (let i = 1; i < own.length; i += 1) {
      const [a, b] = [own[i - 1] as Line, own[i] as Line];
      if (!sameSize(a.size, size) || !sameSize(b.size, size)) continue;
      const distance = b.baseline - a.baseline;
      if (distance > 0.9 * size && distance < 3.5 * size) distances.push([Math.round(distance), 1]);
    }
  return { size, leading: mostCommon(distances) ?? 1.6 * size };
}

/** The left and right edge of the text of one page. */
export interface Edges {
  left: number;
  right: number;
}

/** Where most lines begin, and how far full lines reach. */
function edgesOf(lines: Line[]): Edges | undefined {
  if (lines.length < 6) return undefined;
  // Beginnings in whole points; those half a character apart are not the same.
  const starts = lines.map((l) => [Math.round(l.left), 1] as const);
  const common = mostCommon(starts) ?? 0;
  const least = Math.min(
    ...starts.filter(([x]) => starts.filter(([y]) => y === x).length > 1).map(([x]) => x),
    common,
  );
  // Text of one-line paragraphs may begin more often at the indent than at the edge.
  const left = starts.filter(([x]) => Math.abs(x - least) <= 1).length >= 3 ? least : common;
  const ends = lines.map((l) => l.right).sort((a, b) => a - b);
  const right = ends[Math.floor(0.9 * (ends.length - 1))] ?? 0;
  return { left, right };
}

/**
 * The edges of each page's text. Left and right pages may differ, so a page
 * with few lines takes those of its side.
 * @param bodies the lines of running text of each page
 */
export function pageEdges(bodies: Line[][], size: number): Edges[] {
  const own = bodies.map((lines) => edgesOf(lines.filter((l) => sameSize(l.size, size))));
  const ofSide = (side: number): Edges | undefined => {
    const known = own.filter((e, i): e is Edges => e !== undefined && i % 2 === side);
    if (known.length === 0) return undefined;
    const middle = (values: number[]) =>
      values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    return { left: middle(known.map((e) => e.left)), right: middle(known.map((e) => e.right)) };
  };
  const sides = [ofSide(0), ofSide(1)] as const;
  return own.map((edges, i) => {
    const side = sides[i % 2 === 0 ? 0 : 1] ?? sides[0] ?? sides[1];
    const lines = bodies[i] ?? [];
    const all = {
      left: Math.min(...lines.map((l) => l.left)),
      right: Math.max(...lines.map((l) => l.right)),
    };
    if (!edges) return side ?? all;
    // A page of set-in text has no line at the edge.
    if (side && Math.abs(edges.left - side.left) > 0.4 * size && edges.left > side.left)
      return lines.some((l) => Math.abs(l.left - side.left) < 0.4 * size) ? side : edges;
    return {
      left: edges.left,
      right: Math.max(edges.right, side && Math.abs(side.left - edges.left) < 2 ? side.right : 0),
    };
  });
}
