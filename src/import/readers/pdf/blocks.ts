/** Lines of text → headings, paragraphs, set-in quotations, captions. */

import {
  edgesOf,
  FINISHED,
  firstWord,
  type Habits,
  habitsOf,
  indentOf,
  isCentred,
  isShort,
  plainEnd,
  rightEdge,
} from './habits.ts';
import { goesOn, headingSign, headingTag, labelOf } from './heading-lines.ts';
import type { Line } from './lines.ts';
import { type Edges, type Measures, sameSize } from './measure.ts';
import type { RawTable, Stretch } from './tables.ts';

/** A block as it lies on the pages. */
export type RawBlock =
  | { type: 'heading'; lines: Line[]; level: number | undefined; set: Setting }
  | { type: 'paragraph'; lines: Line[]; set: Setting }
  | { type: 'quotation'; paragraphs: { lines: Line[]; set: Setting }[] }
  | { type: 'caption'; lines: Line[] }
  | { type: 'table'; table: RawTable };

/** How a block is set, in characters: its first line and the lines after it, from the left edge. */
export interface Setting {
  first: number;
  rest: number;
  bold: boolean;
  centred: boolean;
}

const FIGURE =
  /^[附]?[圖图]\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
const FIGURE_SOURCE = /^[（(]?(?:資料來源|圖片來源|圖表來源|來源|出處|Source)\s*[:：]/u;

/** The tags of a line's first character, joined. */
function isTagged(line: Line, type: RegExp): boolean {
  const item = line.items.find((i) => i.char.trim() !== '' && i.tags);
  for (let tag = item?.tags; tag; tag = tag.parent) if (type.test(tag.type)) return true;
  return false;
}

function settingOf(lines: Line[], habits: Habits): Setting {
  const first = lines[0] as Line;
  const rest = lines.slice(1).map((l) => indentOf(l, habits));
  return {
    first: indentOf(first, habits),
    rest: rest.length > 0 ? Math.min(...rest) : indentOf(first, habits),
    bold: first.font.bold,
    centred: lines.every((l) => isCentred(l, habits)),
  };
}

/** Whether a paragraph ends before the next line. */
function breaksBefore(lines: Line[], at: number, paragraph: Line[], habits: Habits): boolean {
  const next = lines[at] as Line;
  const last = lines[at - 1] as Line;
  const { size, leading } = habits.measures;
  const samePage = next.page === last.page;
  if (FIGURE_SOURCE.test(next.text.trim())) return true;
  if (
    habits.gap !== undefined &&
    samePage &&
    sameSize(next.size, size) &&
    sameSize(last.size, size)
  )
    if (next.baseline - last.baseline > habits.gap) return true;
  const usual = Math.max(leading, 1.25 * Math.max(next.size, last.size));
  if (samePage && next.baseline - last.baseline > 1.32 * usual) return true;
  if (!sameSize(next.size, last.size) && Math.abs(next.size - last.size) > 0.08 * size) return true;
  const own = indentOf(next, habits);
  const first = indentOf(paragraph[0] as Line, habits);
  const rest = paragraph.length > 1 ? indentOf(paragraph[1] as Line, habits) : undefined;
  if (isShort(lines, at - 1, next, habits)) return true;
  if (rest !== undefined) return Math.abs(own - rest) > 0.75;
  if (own - first > 0.75) return !hangs(lines, at, paragraph, habits);
  // Two lines at one indent: set-in text, or two paragraphs of a line each.
  if (own > 0.75 && Math.abs(own - first) <= 0.75) {
    const room = rightEdge(lines, at - 1, habits) - last.right;
    return (
      room > 2.2 * size + firstWord(next) ||
      (habits.indents && Math.abs(own - habits.indent) < 0.3 && !continuesSetIn(lines, at, habits))
    );
  }
  return false;
}

/** An item of a list whose later lines stand under the text of its first. */
function hangs(lines: Line[], at: number, paragraph: Line[], habits: Habits): boolean {
  const first = paragraph[0] as Line;
  if (paragraph.length > 1 || labelOf(first.text) === -1) return false;
  const room = edgesOf(first, habits).right - first.right;
  return (
    room < 2 * habits.measures.size &&
    Math.abs((lines[at] as Line).left - first.left) < 4 * first.size
  );
}

/** Whether lines at the usual indent are set in: the line before is as full as those around it, and not to the edge. */
function continuesSetIn(lines: Line[], at: number, habits: Habits): boolean {
  const last = lines[at - 1] as Line;
  const { size } = habits.measures;
  const edge = edgesOf(last, habits).right;
  return edge - last.right > 0.9 * size && !FINISHED.test(plainEnd(last));
}

/** Whether a paragraph is set in on its left, beyond the indent of paragraphs. */
function isSetIn(lines: Line[], set: Setting, habits: Habits): boolean {
  if (lines.some((l) => isTagged(l, /^BlockQuote$/u))) return true;
  const { size } = habits.measures;
  if (set.rest < 0.9 || set.centred) return false;
  if (lines.length > 1) return set.rest > 0.9 && set.first > set.rest - 0.6;
  // One line: where paragraphs are indented, only a deeper indent tells.
  const line = lines[0] as Line;
  const beyond = habits.indents ? set.first > habits.indent + 0.4 : false;
  return beyond && set.first < 8 && line.right < edgesOf(line, habits).right + 0.3 * size;
}

/** Groups lines into blocks. */
export function toBlocks(stretches: Stretch[], edges: Edges[], measures: Measures): RawBlock[] {
  const lines = stretches.flatMap((s) => ('lines' in s ? s.lines : []));
  const habits = habitsOf(lines, edges, measures);
  const blocks: RawBlock[] = [];
  for (const stretch of stretches) {
    if ('table' in stretch) blocks.push({ type: 'table', table: stretch.table });
    else blocks.push(...textBlocks(stretch.lines, habits, blocks.at(-1)));
  }
  return withNumberedHeads(blocks);
}

const NUMBERED = /^[（(]?\s*([0-9０-９]{1,2})\s*(?:[、．.）)])(?!\d)/u;

/**
 * 1., 2. … may number headings or the items of a list. Headings are short, do
 * not end like a sentence, count from 1, and have text between them.
 */
function withNumberedHeads(blocks: RawBlock[]): RawBlock[] {
  const numberOf = (block: RawBlock | undefined): number => {
    if (block?.type !== 'paragraph' || block.lines.length > 1) return 0;
    const text = plainEnd(block.lines[0] as Line).trim();
    if (text.length > 32 || /[。；，：;,:！？.]$/u.test(text)) return 0;
    return Number(NUMBERED.exec(text)?.[1]?.normalize('NFKC') ?? 0);
  };
  const isText = (block: RawBlock | undefined): boolean =>
    block?.type === 'quotation' ||
    (block?.type === 'paragraph' && numberOf(block) === 0 && block.lines.length > 1);
  let last = 0;
  const taken = new Set<number>();
  const series: number[] = [];
  for (const [i, block] of blocks.entries()) {
    const number = numberOf(block);
    if (block.type === 'heading') last = 0;
    if (number === 0 || !isText(blocks[i + 1])) continue;
    if (number === 1) series.length = 0;
    if (number !== last + 1 && number !== 1) continue;
    last = number;
    series.push(i);
    // One alone is an item.
    if (series.length >= 2) for (const at of series) taken.add(at);
  }
  return blocks.map((block, i): RawBlock => {
    if (!taken.has(i) || block.type !== 'paragraph') return block;
    return { ...block, type: 'heading', level: undefined };
  });
}

function textBlocks(lines: Line[], habits: Habits, before: RawBlock | undefined): RawBlock[] {
  const blocks: RawBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const sign = headingSign(lines, at, habits);
    if (sign && (blocks.length > 0 || before || sign === 'sure' || labelOf(line.text) !== -1)) {
      const own = [line];
      while (at + own.length < lines.length && goesOn(own, lines[at + own.length] as Line, habits))
        own.push(lines[at + own.length] as Line);
      blocks.push({
        type: 'heading',
        lines: own,
        level: headingTag(line),
        set: settingOf(own, habits),
      });
      at += own.length;
      continue;
    }
    const own = [line];
    while (at + own.length < lines.length) {
      const i = at + own.length;
      if (headingSign(lines, i, habits) || breaksBefore(lines, i, own, habits)) break;
      own.push(lines[i] as Line);
    }
    at += own.length;
    add(blocks, own, habits);
  }
  return blocks;
}

function add(blocks: RawBlock[], lines: Line[], habits: Habits): void {
  const set = settingOf(lines, habits);
  const text = (lines[0] as Line).text.trim();
  const last = blocks.at(-1);
  const caption = FIGURE.test(text) && lines.length <= 3 && !/。$/u.test(text);
  if (caption || (last?.type === 'caption' && FIGURE_SOURCE.test(text))) {
    blocks.push({ type: 'caption', lines });
    return;
  }
  if (!isSetIn(lines, set, habits)) {
    blocks.push({ type: 'paragraph', lines, set });
    return;
  }
  if (last?.type === 'quotation') last.paragraphs.push({ lines, set });
  else blocks.push({ type: 'quotation', paragraphs: [{ lines, set }] });
}
