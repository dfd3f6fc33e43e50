/** Lines of text → headings, paragraphs, tables: as far as their widths, indents and empty lines tell. */
import { readLabel } from '../../outline.ts';
import { columns, type Line } from './lines.ts';
import type { Mark } from './marks.ts';

export type RawBlock =
  | { type: 'heading' | 'paragraph' | 'caption'; lines: Line[] }
  | { type: 'quotation'; lines: Line[] }
  | { type: 'table'; caption: Line[]; lines: Line[]; source: Line[] };

const TABLE =
  /^[附]?表\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
const FIGURE =
  /^[附]?[圖图]\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
const SOURCE =
  /^[（(]?(?:資料來源|資料出處|圖表來源|圖片來源|來源|出處|說明|備註|Source|Note)s?\s*[:：]/u;
const FINISHED = /[。．.！？!?：:…」』”’）)》〉；;]\s*$/u;
const H = '[〇○零一二三四五六七八九十百]+';
/** Labels that stand on a line of their own, with the title on the next. */
const ALONE = new RegExp(`^第\\s*(?:${H}|\\d+)\\s*[章節节編篇]$`, 'u');
const LABELS = [
  new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[章編篇]`, 'u'),
  new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[節节]`, 'u'),
  new RegExp(`^(?:${H}|[壹貳參叁肆伍陸柒捌玖拾贰陆]+)\\s*[、．.]`, 'u'),
  new RegExp(`^[（(]\\s*(?:${H}|[壹貳參叁肆伍陸柒捌玖拾]+)\\s*[）)]`, 'u'),
  /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+[.．]?(?=[\s\u3000\p{Script=Han}])/u,
  /^[0-9０-９]{1,2}\s*[、．.](?!\d)\s*\p{Script=Han}/u,
  /^[甲乙丙丁戊己庚辛壬癸]\s*[、．.]/u,
  /^(?:緒論|緒言|導論|前言|序論|結論|結語|小結|餘論|引言)$/u,
];

const labelOf = (text: string) => LABELS.findIndex((l) => l.test(text));

/** The text of a line without a mark at its end. */
function plain(line: Line, marks: Map<Line, Mark[]>): string {
  const last = marks.get(line)?.at(-1);
  return last && last.at + last.length === line.text.length
    ? line.text.slice(0, last.at).trimEnd()
    : line.text;
}

/** The width of what must stand together at the start of a line. */
function firstWord(text: string): number {
  const word =
    /^(?:[\p{Script=Latin}\p{N}.,:/?&=_%-]+|[「『（《〈“‘(]*.)[，。、；：？！」』）》〉”’,.;:?!)]*/u.exec(
      text,
    )?.[0] ?? '';
  return columns(word);
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

/**
 * Whether two lines are parts of one line of print. Some extractors end a line
 * after each mark, and before punctuation that is set close; none is printed at
 * the start of a line.
 */
function isFragment(
  line: Line,
  next: Line,
  carried: number,
  marks: Map<Line, Mark[]>,
  measure: number,
): boolean {
  if (/^[，。、；：？！」』）》〉”’]/u.test(next.text)) return true;
  return plain(line, marks) !== line.text && carried + line.width + next.width <= measure + 2;
}

/** Whether a line ends before it had to. @param carried the width of what stands before it in its line of print */
function isShort(
  line: Line,
  next: Line,
  carried: number,
  marks: Map<Line, Mark[]>,
  { measure }: Layout,
): boolean {
  const end = plain(line, marks);
  if (isFragment(line, next, carried, marks, measure)) return false;
  const room = measure - carried - line.width - Math.min(line.indent, 6) - firstWord(next.text);
  return FINISHED.test(end) ? room > 1 : room > 12;
}

/** Whether a line is a heading by its label, and stands by itself. */
function isHeading(lines: Line[], at: number, marks: Map<Line, Mark[]>, layout: Layout): boolean {
  const line = lines[at] as Line;
  const text = plain(line, marks);
  const label = labelOf(text);
  if (label === -1 || /[。；，：;,:！？]$/u.test(text) || text.length > 45) return false;
  if (text.includes('。') || line.width > layout.measure - 3) return false;
  const before = lines[at - 1];
  if (
    before &&
    !line.blank &&
    !FINISHED.test(plain(before, marks)) &&
    labelOf(before.text) === -1 &&
    before.width > layout.measure - 8
  )
    return false;
  if (label <= 1 || label === 7) return true;
  return readLabel(text) !== undefined || label >= 2;
}

/** Whether a paragraph ends before the next line. */
function breaksBefore(
  line: Line,
  next: Line,
  first: Line,
  many: boolean,
  carried: number,
  marks: Map<Line, Mark[]>,
  layout: Layout,
): boolean {
  const samePage = line.page === next.page;
  const closed = FINISHED.test(plain(line, marks));
  if (marks.get(line)?.at(-1)?.tail) return false;
  if (isShort(line, next, carried, marks, layout)) return true;
  if (next.blank && samePage && closed) return true;
  if (!layout.indents) return false;
  const deeper = next.indent - (many ? line.indent : Math.min(line.indent, first.indent));
  if (many && Math.abs(deeper) > 3) return true;
  return !many && deeper > 3 && closed;
}

/** Whether a line could belong to a table under its caption. */
function isRow(line: Line, layout: Layout): boolean {
  if (/。$/u.test(line.text)) return false;
  return (
    line.width + Math.min(line.indent, 40) < layout.measure - 6 ||
    /\s{2,}/u.test(line.text) ||
    /^[\d\s.,%-]+$/u.test(line.text)
  );
}

/** The lines of a table: from its caption to the line that names its source, or to a full line of text. */
function tableAt(
  lines: Line[],
  at: number,
  layout: Layout,
): Extract<RawBlock, { type: 'table' }> | undefined {
  const first = lines[at] as Line;
  if (!TABLE.test(first.text) || /[。；，]/u.test(first.text) || first.width > layout.measure - 6)
    return undefined;
  const caption = [first];
  const second = lines[at + 1];
  // The title on the next line.
  if (second && first.text.replace(TABLE, '').trim() === '') caption.push(second);
  let end = at + caption.length;
  while (end < lines.length) {
    const line = lines[end] as Line;
    if (SOURCE.test(line.text)) break;
    if (
      !isRow(line, layout) ||
      labelOf(line.text) === 0 ||
      labelOf(line.text) === 1 ||
      TABLE.test(line.text)
    )
      break;
    end += 1;
  }
  const rows = lines.slice(at + caption.length, end);
  if (rows.length < 2) return undefined;
  const source: Line[] = [];
  while (end < lines.length) {
    const line = lines[end] as Line;
    const last = source.at(-1);
    const goesOn =
      last !== undefined && last.width > layout.measure - 4 && !/。\d*$/u.test(last.text);
    if (!SOURCE.test(line.text) && !goesOn) break;
    source.push(line);
    end += 1;
  }
  return { type: 'table', caption, lines: rows, source };
}

/** Set-in text is narrower than this share of the measure. */
const SET_IN = 0.93;

function isSetIn(lines: Line[], layout: Layout): boolean {
  const wrapped = lines.slice(0, -1);
  if (wrapped.length === 0) return false;
  const widths = wrapped.map((l) => l.width);
  const narrow = widths.every((w) => w < SET_IN * layout.measure);
  return (
    narrow &&
    Math.max(...widths) - Math.min(...widths) <= 6 &&
    wrapped.every((l) => l.width > 0.5 * layout.measure)
  );
}

/** Groups the lines of the body into blocks. */
export function toBlocks(lines: Line[], marks: Map<Line, Mark[]>, layout: Layout): RawBlock[] {
  const blocks: RawBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const table = tableAt(lines, at, layout);
    if (table) {
      blocks.push(table);
      at += table.caption.length + table.lines.length + table.source.length;
      continue;
    }
    if (isHeading(lines, at, marks, layout)) {
      const own = [line];
      const next = lines[at + 1];
      if (
        next &&
        ALONE.test(line.text) &&
        labelOf(next.text) === -1 &&
        next.width < layout.measure - 4
      )
        own.push(next);
      blocks.push({ type: 'heading', lines: own });
      at += own.length;
      continue;
    }
    const own = [line];
    let carried = 0;
    while (at + own.length < lines.length) {
      const i = at + own.length;
      const next = lines[i] as Line;
      if (isHeading(lines, i, marks, layout) || tableAt(lines, i, layout)) break;
      const last = own.at(-1) as Line;
      if (breaksBefore(last, next, line, own.length > 1, carried, marks, layout)) break;
      const goesOn = isFragment(last, next, carried, marks, layout.measure);
      carried = goesOn ? carried + last.width : 0;
      own.push(next);
    }
    const text = line.text;
    if (FIGURE.test(text) && own.length <= 2 && !/。/u.test(text))
      blocks.push({ type: 'caption', lines: own });
    else blocks.push({ type: isSetIn(own, layout) ? 'quotation' : 'paragraph', lines: own });
    at += own.length;
  }
  return blocks;
}
