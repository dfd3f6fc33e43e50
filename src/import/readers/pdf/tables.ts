/** Tables: lines that stand in columns, with the rules drawn between them. */
import { type Box, boxesOf } from './boxes.ts';
import type { Item, Line, PageLines } from './lines.ts';

/** A piece of a line within one cell. */
export interface CellPart {
  line: Line;
  from: number;
  to: number;
}

/** A table as it lies on the pages. */
export interface RawTable {
  caption: Line[];
  /** Rows of cells; a cell is the parts of its lines. */
  rows: CellPart[][][];
  /** How many rows are heads. */
  heads: number;
  source: Line[];
  /** Rows of heads that the print repeats where the table goes on over a page. */
  repeated: CellPart[];
  /** Whether its columns or rows could be read another way. */
  doubtful: boolean;
}

/** A distance between words that parts columns, in sizes of the line. */
const COLUMN = 1.25;

const CAPTION =
  /^[附]?表\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
const SOURCE =
  /^[（(]?(?:資料來源|資料出處|圖表來源|來源|出處|資料|說明|備註|備考|附註|註|注|Source|Sources|Note)\s*[:：]/u;

/** Whether a line is the caption of a table. */
export const isCaption = (text: string): boolean => {
  const trimmed = text.trim();
  return CAPTION.test(trimmed) && trimmed.length <= 60 && !/[。；，]$/u.test(trimmed);
};

/** Whether a line under a table names its source. */
const isSource = (text: string): boolean => SOURCE.test(text.trim());

interface Chunk {
  from: number;
  to: number;
  left: number;
  right: number;
}

/** The pieces of a line that are farther apart than words. */
function chunksOf(line: Line, gap = COLUMN): Chunk[] {
  const chunks: Chunk[] = [];
  for (const [i, item] of line.items.entries()) {
    if (item.char.trim() === '') continue;
    const last = chunks.at(-1);
    if (last && item.left - last.right <= gap * line.size) {
      last.to = i + 1;
      last.right = Math.max(last.right, item.right);
    } else chunks.push({ from: i, to: i + 1, left: item.left, right: item.right });
  }
  return chunks;
}

interface Region {
  from: number;
  to: number;
  boxes: Map<number, Box[]>;
}

/** Whether a line lies within a box of its page, between its first and last rule. */
const boxOf = (line: Line, boxes: Box[] | undefined): Box | undefined =>
  boxes?.find((b) => {
    const middle = line.baseline - 0.35 * line.size;
    return (
      middle > b.top && middle < b.bottom && line.left > b.left - 6 && line.right < b.right + 12
    );
  });

const isTabular = (line: Line) => chunksOf(line).length >= 2;

/** Runs of lines that stand in columns. */
function regionsOf(lines: Line[], boxes: Map<number, Box[]>): Region[] {
  const regions: Region[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    const boxed = boxOf(line, boxes.get(line.page)) !== undefined;
    if (!boxed && !isTabular(line)) {
      i += 1;
      continue;
    }
    let to = i + 1;
    let columns = isTabular(line) ? 1 : 0;
    let second = chunksOf(line)[1]?.left ?? Number.POSITIVE_INFINITY;
    while (to < lines.length) {
      const next = lines[to] as Line;
      const before = lines[to - 1] as Line;
      const inBox = boxOf(next, boxes.get(next.page)) !== undefined;
      const apart = next.page === before.page && next.baseline - before.baseline > 3.2 * next.size;
      if (!inBox && apart && !isTabular(next)) break;
      if (inBox || isTabular(next)) {
        if (isCaption(next.text) && !inBox) break;
        if (isTabular(next)) columns += 1;
        second = Math.min(second, chunksOf(next)[1]?.left ?? second);
        to += 1;
        continue;
      }
      // What goes on in a later column of the row above.
      const inLater =
        next.left > second - 1.5 * next.size && !isSource(next.text) && !isCaption(next.text);
      if (inLater && next.page === before.page) to += 1;
      else break;
    }
    if (columns >= 2) regions.push({ from: i, to, boxes });
    i = Math.max(to, i + 1);
  }
  return regions;
}

/** How many of a table's lines may reach into the space between columns. */
const CROSSING = 0.09;

/** Stretches across the page that hardly a line of a table covers, between its columns. */
function rivers(lines: Line[]): number[] {
  const size = lines[0]?.size ?? 12;
  const left = Math.min(...lines.map((l) => l.left));
  const right = Math.max(...lines.map((l) => l.right));
  const covering = new Uint16Array(Math.ceil(right - left) + 1);
  let counted = 0;
  for (const line of lines) {
    const chunks = chunksOf(line, 0.5);
    // A head that spans all columns hides them.
    if (chunks.length === 1 && line.right - line.left > 0.6 * (right - left)) continue;
    counted += 1;
    for (const chunk of chunks)
      for (let x = Math.ceil(chunk.left - left); x < chunk.right - left - 0.5; x += 1)
        covering[x] = (covering[x] ?? 0) + 1;
  }
  const most = CROSSING * counted;
  const gaps: number[] = [];
  let from = -1;
  for (let x = 0; x < covering.length; x += 1) {
    if ((covering[x] ?? 0) <= most) {
      if (from === -1) from = x;
      continue;
    }
    // What stands before the first column is no gap.
    if (from > 0 && x - from > 0.45 * size) gaps.push(left + (from + x) / 2);
    from = -1;
  }
  return gaps;
}

function columnOf(item: Item, borders: number[]): number {
  const middle = (item.left + item.right) / 2;
  const at = borders.findIndex((b) => middle < b);
  return at === -1 ? borders.length : at;
}

/** The parts of a line by column. */
function partsOf(line: Line, borders: number[]): (CellPart | undefined)[] {
  const parts: (CellPart | undefined)[] = new Array(borders.length + 1).fill(undefined);
  for (const [i, item] of line.items.entries()) {
    if (item.char.trim() === '') continue;
    const column = columnOf(item, borders);
    const part = parts[column];
    if (part) part.to = i + 1;
    else parts[column] = { line, from: i, to: i + 1 };
  }
  return parts;
}

/**
 * Whether a line without its first column begins a row: one cell covers the
 * first column of several. All others are filled, and with figures; where words
 * run over to a second line, not all columns do.
 */
function isRowOfMerged([, ...others]: (CellPart | undefined)[]): boolean {
  if (others.length < 2 || others.includes(undefined)) return false;
  return others.some((part) => {
    const text = part?.line.items.slice(part.from, part.to).filter((i) => i.raise !== 1);
    return /^[\d,.，．%％+\-–—−]+$/u.test(
      text
        ?.map((i) => i.char)
        .join('')
        .trim() ?? '',
    );
  });
}

function toTable(lines: Line[], boxes: Map<number, Box[]>): Omit<RawTable, 'caption' | 'source'> {
  const box = lines.map((l) => boxOf(l, boxes.get(l.page))).find((b) => b && b.columns.length > 0);
  const borders = box ? box.columns : rivers(lines);
  const rows: CellPart[][][] = [];
  let level: string | undefined;
  let filledBefore = 0;
  let doubtful = !box && borders.length === 0;
  let firstLevel: string | undefined;
  let heads = 0;
  for (const [i, line] of lines.entries()) {
    const parts = partsOf(line, borders);
    const filled = parts.filter((p) => p).length;
    const own = boxOf(line, boxes.get(line.page));
    const above = own?.levels.filter((y) => y < line.baseline - 0.35 * line.size).length ?? 0;
    const now = own ? `${line.page}/${above}` : undefined;
    const grid = own !== undefined && own.levels.length > 3 && own.columns.length > 0;
    const ruled = now !== undefined && level !== undefined && now !== level;
    let begins: boolean;
    if (rows.length === 0 || (lines[i - 1] as Line).page !== line.page) begins = true;
    else if (grid) begins = ruled;
    else begins = ruled || parts[0] !== undefined || isRowOfMerged(parts);
    if (!grid && begins && filled === 1 && filledBefore > 1 && borders.length > 0) doubtful = true;
    level = now;
    filledBefore = filled;
    if (begins)
      rows.push(borders.length + 1 > 0 ? Array.from({ length: borders.length + 1 }, () => []) : []);
    if (rows.length === 1) firstLevel = now;
    else if (heads === 0 && firstLevel !== undefined && now !== firstLevel) heads = rows.length - 1;
    const row = rows.at(-1) as CellPart[][];
    for (const [column, part] of parts.entries()) if (part) row[column]?.push(part);
  }
  const again = withoutRepeated(rows);
  // Without a rule the first row is the head, as it nearly always is.
  return {
    repeated: again.repeated,
    rows: again.rows,
    heads: Math.min(heads || 1, Math.max(1, rows.length - 1)),
    doubtful,
  };
}

/** Takes out rows that are the first once more, at the head of a page. */
function withoutRepeated(rows: CellPart[][][]): { rows: CellPart[][][]; repeated: CellPart[] } {
  const textOf = (row: CellPart[][]) =>
    row.map((parts) => parts.map((p) => p.line.text.slice(0, 200)).join('|')).join('/');
  const pageOf = (row: CellPart[][]) => row.flat()[0]?.line.page;
  const first = rows[0];
  const isAgain = (row: CellPart[][], i: number) =>
    first !== undefined &&
    i > 0 &&
    pageOf(row) !== pageOf(rows[i - 1] as CellPart[][]) &&
    textOf(row) === textOf(first);
  return {
    rows: rows.filter((row, i) => !isAgain(row, i)),
    repeated: rows.filter(isAgain).flat(2),
  };
}

/** What the body of the text consists of: lines of text, and tables. */
export type Stretch = { lines: Line[] } | { table: RawTable };

/** Parts tables from text, with their captions and the lines that name their source. */
export function findTables(lines: Line[], pages: PageLines[]): Stretch[] {
  const boxes = new Map(pages.map((p) => [p.index, boxesOf(p)]));
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to } of regionsOf(lines, boxes)) {
    if (from < at) continue;
    // A caption within the region begins it; lines before that are text.
    let begin = from;
    while (begin < to && isCaption((lines[begin] as Line).text)) begin += 1;
    let captionFrom = begin;
    const above = lines[begin - 1];
    const before = lines[begin - 2];
    if (above && begin - 1 >= at && isCaption(above.text)) captionFrom = begin - 1;
    else if (
      above &&
      before &&
      begin - 2 >= at &&
      isCaption(before.text) &&
      above.text.length < 40 &&
      !/。/u.test(above.text)
    )
      captionFrom = begin - 2;
    let end = to;
    const source: Line[] = [];
    const full = Math.max(...lines.map((l) => l.right));
    while (end < lines.length) {
      const line = lines[end] as Line;
      const last = source.at(-1);
      const goesOn =
        last !== undefined &&
        last.right > full - 2.5 * last.size &&
        !/。\d*$/u.test(last.text.trim());
      if (!isSource(line.text) && !goesOn) break;
      source.push(line);
      end += 1;
    }
    const captioned = captionFrom < begin;
    const own = lines.slice(begin, to);
    // Two words far apart are no table unless something says so.
    const ruled = own.some((l) => boxOf(l, boxes.get(l.page)));
    if (!captioned && !ruled && source.length === 0 && own.length < 3) continue;
    if (captionFrom > at) stretches.push({ lines: lines.slice(at, captionFrom) });
    const table = toTable(own, boxes);
    stretches.push({ table: { ...table, caption: lines.slice(captionFrom, begin), source } });
    at = end;
  }
  if (at < lines.length) stretches.push({ lines: lines.slice(at) });
  return stretches;
}
