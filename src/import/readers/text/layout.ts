/** How the lines of a text are laid out, and what they say of themselves. */
import type { Line } from './lines.ts';
import type { Mark } from './marks.ts';

export const TABLE =
  /^[附]?表\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
export const FIGURE =
  /^[附]?[圖图]\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
export const SOURCE =
  /^[（(]?(?:資料來源|資料出處|圖表來源|圖片來源|來源|出處|說明|備註|Source|Note)s?\s*[:：]/u;
/** How a line ends that may be the last of a paragraph. */
export const FINISHED = /[。．.！？!?：:…」』”’）)》〉；;]\s*$/u;

/** The text of a line without a mark at its end. */
export function plain(line: Line, marks: Map<Line, Mark[]>): string {
  const last = marks.get(line)?.at(-1);
  return last && last.at + last.length === line.text.length
    ? line.text.slice(0, last.at).trimEnd()
    : line.text;
}

/** How a text is laid out. */
export interface Layout {
  /** Columns of a full line. */
  measure: number;
  /** Whether the first lines of paragraphs are set in. */
  indents: boolean;
}

/** The usual width of full lines: the most common among the wide ones. */
export function measureOf(lines: Line[]): number {
  const counts = new Map<number, number>();
  for (const { width } of lines) if (width >= 30) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const width of counts.keys()) {
    const near = [-2, -1, 0, 1, 2].reduce((sum, d) => sum + (counts.get(width + d) ?? 0), 0);
    if (near > most || (near === most && width > best)) {
      most = near;
      best = width;
    }
  }
  return best || Math.max(0, ...lines.map((l) => l.width));
}

export function layoutOf(lines: Line[]): Layout {
  const measure = measureOf(lines);
  const set = lines.filter((l) => l.indent >= 2 && l.indent <= 16 && l.width > 0.6 * measure);
  return { measure, indents: set.length >= 3 };
}
