/** Lines of text → headings, paragraphs, tables: as far as their widths, indents and empty lines tell. */
import { ALONE, type FoundHeading, headingsIn, isOfChapters, labelOf } from './heading-lines.ts';
import { FIGURE, FINISHED, type Layout, plain, SOURCE, TABLE } from './layout.ts';
import { columns, type Line } from './lines.ts';
import type { Mark } from './marks.ts';

export type RawBlock =
  | { type: 'paragraph' | 'caption'; lines: Line[] }
  | ({ type: 'heading'; lines: Line[] } & FoundHeading)
  | { type: 'quotation'; lines: Line[] }
  | { type: 'table'; caption: Line[]; lines: Line[]; source: Line[] };

/** The width of what must stand together at the start of a line. */
function firstWord(text: string): number {
  const word =
    /^(?:[\p{Script=Latin}\p{N}.,:/?&=_%-]+|[「『（《〈“‘(]*.)[，。、；：？！」』）》〉”’,.;:?!)]*/u.exec(
      text,
    )?.[0] ?? '';
  return columns(word);
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
    if (!isRow(line, layout) || isOfChapters(line.text) || TABLE.test(line.text)) break;
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
  const { headings, leads } = headingsIn(lines, marks, layout);
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const table = tableAt(lines, at, layout);
    if (table) {
      blocks.push(table);
      at += table.caption.length + table.lines.length + table.source.length;
      continue;
    }
    const heading = headings.get(line);
    if (heading) {
      const own = [line];
      const next = lines[at + 1];
      if (
        next &&
        ALONE.test(line.text) &&
        labelOf(next.text) === undefined &&
        next.width < layout.measure - 4
      )
        own.push(next);
      blocks.push({ type: 'heading', lines: own, ...heading });
      at += own.length;
      continue;
    }
    if (leads.has(line)) {
      blocks.push({ type: 'paragraph', lines: [line] });
      at += 1;
      continue;
    }
    const own = [line];
    let carried = 0;
    while (at + own.length < lines.length) {
      const i = at + own.length;
      const next = lines[i] as Line;
      if (headings.has(next) || tableAt(lines, i, layout)) break;
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
