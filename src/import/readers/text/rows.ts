/** The rows of a table in extracted text, by the white space between its cells. */
import { columns, type Line } from './lines.ts';

/** A stretch of a line's text. */
export interface Part {
  line: Line;
  from: number;
  to: number;
}

/** All of a line. */
export const whole = (line: Line): Part => ({ line, from: 0, to: line.text.length });

/** Pieces of a line that white space parts. */
function pieces(line: Line, gap: RegExp): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of line.text.matchAll(gap)) {
    parts.push({ line, from: at, to: match.index });
    at = match.index + match[0].length;
  }
  parts.push({ line, from: at, to: line.text.length });
  return parts;
}

/** Rows of cells: by columns of white space, by words, or by lines of a cell each. */
export function rowsOf(lines: Line[]): Part[][][] {
  const wide = lines.map((l) => pieces(l, /\s{2,}/gu));
  if (wide.filter((p) => p.length > 1).length >= 0.5 * lines.length) return byColumns(lines, wide);
  const words = lines.map((l) => pieces(l, /\s+/gu));
  const count = words[0]?.length ?? 1;
  if (count > 1 && words.filter((w) => w.length === count).length >= 0.5 * lines.length) {
    const rows: Part[][][] = [];
    for (const own of words) {
      const last = rows.at(-1);
      // What is more than the heads belongs to the last cell; what is less goes on there.
      if (last && own.length < count) last[count - 1]?.push(...own);
      else rows.push([...own.slice(0, count - 1).map((p) => [p]), own.slice(count - 1)]);
    }
    return rows;
  }
  return byCount(lines);
}

/** Columns by where the pieces stand on the line. */
function byColumns(lines: Line[], wide: Part[][]): Part[][][] {
  const startOf = ({ line, from }: Part) => line.indent + columns(line.text.slice(0, from));
  const middle = (part: Part) =>
    startOf(part) + columns(part.line.text.slice(part.from, part.to)) / 2;
  const model = wide.reduce((a, b) => (b.length > a.length ? b : a));
  const centres = model.map(middle);
  const starts = model.map(startOf);
  const columnOf = (part: Part): number => {
    const by = (c: number, i: number) =>
      Math.min(Math.abs(middle(part) - c), Math.abs(startOf(part) - (starts[i] ?? 0)));
    const distances = centres.map(by);
    return distances.indexOf(Math.min(...distances));
  };
  const rows: Part[][][] = [];
  const heads = pieces(lines[0] as Line, /\s+/gu);
  for (const [i, own] of wide.entries()) {
    // Heads may stand closer than columns.
    if (i === 0 && own.length < centres.length && heads.length === centres.length) {
      rows.push(heads.map((p) => [p]));
      continue;
    }
    const cells: Part[][] = centres.map(() => []);
    for (const part of own) cells[columnOf(part)]?.push(part);
    const last = rows.at(-1);
    const continues = last && i > 0 && (cells[0]?.length ?? 0) === 0 && !(lines[i] as Line).blank;
    if (continues) for (const [c, parts] of cells.entries()) last[c]?.push(...parts);
    else rows.push(cells);
  }
  return rows;
}

/** A cell a line: empty lines part them, and the heads tell how many make a row. */
function byCount(lines: Line[]): Part[][][] {
  const cells: Part[][] = [];
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.blank || line.page !== lines[i - 1]?.page) cells.push([whole(line)]);
    else cells.at(-1)?.push(whole(line));
  }
  const isFigure = (parts: Part[]) => /^[\d.,%－–-]+$/u.test(parts[0]?.line.text ?? '');
  const heads = cells.findIndex(isFigure);
  const count = Math.max(heads, 1);
  if (count === 1 || cells.length % count !== 0) return cells.map((c) => [c]);
  return Array.from({ length: cells.length / count }, (_, r) =>
    cells.slice(r * count, (r + 1) * count),
  );
}
