/** Lines of text → headings, paragraphs, set-in quotations, captions. */

import type { Item, Line } from './lines.ts';
import { type Edges, type Measures, sameSize } from './measure.ts';
import { isCaption, type RawTable, type Stretch } from './tables.ts';

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

/** What stands before the title of a heading: 第三章, 一、, （一）, 1., 2.1, 壹、, (1) … */
const H = '[〇○零一二三四五六七八九十百]+';
const LABELS = [
  new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[章編篇部卷]`, 'u'),
  new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[節节]`, 'u'),
  new RegExp(`^(?:${H}|[壹貳參叁肆伍陸柒捌玖拾贰陆]+)\\s*[、．.]`, 'u'),
  new RegExp(`^[（(]\\s*(?:${H}|[壹貳參叁肆伍陸柒捌玖拾贰陆]+)\\s*[）)]`, 'u'),
  /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+[.．]?(?=[\s\u3000\p{Script=Han}])/u,
  /^[0-9０-９]{1,2}\s*[、．.](?!\d)/u,
  /^[（(]\s*[0-9０-９]{1,2}\s*[）)]/u,
  /^[甲乙丙丁戊己庚辛壬癸]\s*[、．.]/u,
  /^(?:緒論|緒言|導論|前言|序論|結論|結語|小結|餘論|引言|摘要|附錄|參考文獻|參考書目|徵引書目)/u,
] as const;
/** Where these alone make a line a heading; the later ones also number the items of lists. */
const SURE_LABELS = 5;

const labelOf = (text: string): number => LABELS.findIndex((l) => l.test(text.trim()));

const FIGURE =
  /^[附]?[圖图]\s*[\d０-９〇一二三四五六七八九十]+(?:\s*[-－–—.．之]\s*[\d０-９一二三四五六七八九十]+)*(?=[\s\u3000:：、.．]|\p{Script=Han}|$)/u;
const FIGURE_SOURCE = /^[（(]?(?:資料來源|圖片來源|圖表來源|來源|出處|Source)\s*[:：]/u;

/** How the text is set on a whole. */
interface Habits {
  edges: Edges[];
  measures: Measures;
  /** Whether paragraphs begin with an indent. */
  indents: boolean;
  /** The indent that most paragraphs have. */
  indent: number;
  /** Whether most characters are bold; then bold says nothing. */
  bold: boolean;
}

const edgesOf = (line: Line, { edges }: Habits): Edges =>
  edges[line.page] ?? { left: line.left, right: line.right };

const indentOf = (line: Line, habits: Habits): number =>
  (line.left - edgesOf(line, habits).left) / habits.measures.size;

/** The width of what must stand together at the start of a line: a word, or a character with its punctuation. */
function firstWord(line: Line): number {
  const items = line.items.filter((i) => i.char.trim() !== '' && i.raise !== 1);
  const first = items[0];
  if (!first) return 0;
  let right = first.right;
  const inWord = (i: Item) => /[\p{Script=Latin}\p{N}.,:/?&=_%-]/u.test(i.char);
  for (const [i, item] of items.slice(1).entries()) {
    const before = items[i] as Item;
    const together =
      (inWord(before) && inWord(item) && item.left - before.right < 0.17 * item.size) ||
      /^[，。、；：？！」』）》〉”’,.;:?!)\]]/u.test(item.char) ||
      /^[「『（《〈“‘([]/u.test(before.char);
    if (!together) break;
    right = item.right;
  }
  return right - first.left;
}

const FINISHED = /[。．.！？!?：:…」』”’）)》〉；;\]］〕】]\s*$/u;

/** The text of a line without the mark at its end. */
const plainEnd = (line: Line): string => {
  let to = line.items.length;
  while (to > 0 && (line.items[to - 1]?.raise === 1 || line.items[to - 1]?.char.trim() === ''))
    to -= 1;
  return line.items
    .slice(0, to)
    .map((i) => i.char)
    .join('');
};

/** The right edge of the lines around that begin at the same place: set-in text has its own. */
function rightEdge(lines: Line[], at: number, habits: Habits): number {
  const line = lines[at] as Line;
  const edge = edgesOf(line, habits).right;
  if (indentOf(line, habits) < 0.9) return edge;
  let right = line.right;
  let alone = true;
  for (const step of [-1, 1]) {
    for (let i = at + step; ; i += step) {
      const other = lines[i];
      if (!other || other.page !== line.page || Math.abs(other.left - line.left) > 0.4 * line.size)
        break;
      right = Math.max(right, other.right);
      alone = false;
    }
  }
  return alone ? edge : right;
}

/** Whether a line ends before it had to: what follows would have fitted. */
function isShort(lines: Line[], at: number, next: Line, habits: Habits): boolean {
  const line = lines[at] as Line;
  const { size } = habits.measures;
  const room = rightEdge(lines, at, habits) - line.right - firstWord(next);
  if (room <= 0) return false;
  if (!FINISHED.test(plainEnd(line))) return room > 8 * size;
  return room > (habits.indents ? 5 : 1.6) * size;
}

/** A line that is surely or probably a heading by itself. */
function headingSign(lines: Line[], at: number, habits: Habits): 'sure' | 'likely' | undefined {
  const line = lines[at] as Line;
  const text = plainEnd(line).trim();
  const { measures } = habits;
  if (text.length > 70) return undefined;
  const label = labelOf(text);
  const tag = headingTag(line);
  if (tag !== undefined) return 'sure';
  const larger = line.size > 1.06 * measures.size;
  if (larger && !/[。；，]$/u.test(text)) return 'sure';
  const bold =
    line.font.bold &&
    !habits.bold &&
    line.items.every((i) => i.font.bold || i.raise !== 0 || !/\p{Script=Han}/u.test(i.char));
  const ends = /[。；，：;,:！？]$/u.test(text);
  if (bold && label !== -1 && text.length <= 40 && !/[，；：,;:]$/u.test(text)) return 'sure';
  if (bold && !ends && !isCaption(text) && text.length <= 50)
    return label === -1 ? 'likely' : 'sure';
  if (label === -1 || ends || sameSize(line.size, measures.size) === false) return undefined;
  return standsApart(lines, at, habits, label) ? 'likely' : undefined;
}

/** Whether a line with a label stands by itself: short, on a line of its own, with the text closed before it. */
function standsApart(lines: Line[], at: number, habits: Habits, label: number): boolean {
  const line = lines[at] as Line;
  const { size, leading } = habits.measures;
  const [before, next] = [lines[at - 1], lines[at + 1]];
  const edges = edgesOf(line, habits);
  if (edges.right - line.right < 2 * size) return false;
  if (next && next.page === line.page && !isShortHeading(line, next, habits)) return false;
  if (
    before &&
    before.page === line.page &&
    !FINISHED.test(plainEnd(before)) &&
    labelOf(before.text) === -1 &&
    before.size <= 1.06 * size
  )
    return false;
  if (label < SURE_LABELS) return true;
  const above = before && before.page === line.page ? line.baseline - before.baseline : 2 * leading;
  const below = next && next.page === line.page ? next.baseline - line.baseline : 2 * leading;
  return above > 1.2 * leading && below > 1.02 * leading && line.text.trim().length <= 30;
}

/** Whether the next line could have gone on in the heading's line and does not. */
const isShortHeading = (line: Line, next: Line, habits: Habits): boolean =>
  edgesOf(line, habits).right - line.right > firstWord(next) + 0.5 * habits.measures.size;

/** The level that a heading's tag gives (H1, H2 …). */
function headingTag(line: Line): number | undefined {
  const item = line.items.find((i) => i.char.trim() !== '' && i.tags);
  for (let tag = item?.tags; tag; tag = tag.parent) {
    const level = /^H(?:eading[_ ]?)?([1-6])$/iu.exec(tag.type)?.[1];
    if (level) return Number(level);
    if (/^(?:Title)$/u.test(tag.type)) return undefined;
  }
  return undefined;
}

/** The tags of a line's first character, joined. */
function isTagged(line: Line, type: RegExp): boolean {
  const item = line.items.find((i) => i.char.trim() !== '' && i.tags);
  for (let tag = item?.tags; tag; tag = tag.parent) if (type.test(tag.type)) return true;
  return false;
}

const isCentred = (line: Line, habits: Habits): boolean => {
  const { left, right } = edgesOf(line, habits);
  const { size } = habits.measures;
  return (
    line.left - left > 1.5 * size && Math.abs(line.left - left - (right - line.right)) < 1.2 * size
  );
};

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

/** Whether a heading goes on in the next line: a title under its label, or a long title. */
function goesOn(heading: Line[], next: Line, habits: Habits): boolean {
  const last = heading.at(-1) as Line;
  if (heading.length > 3) return false;
  const alone = LABELS.slice(0, 2).some((l) => last.text.trim().replace(l, '') === '');
  // A label may end a page, and its title begin the next.
  if (
    next.page !== last.page
      ? !alone
      : next.baseline - last.baseline > 2.6 * Math.max(last.size, next.size)
  )
    return false;
  const label = labelOf(next.text);
  if (label !== -1 && !(alone && label === LABELS.length - 1)) return false;
  const alike = sameSize(last.size, next.size) && last.font.bold === next.font.bold;
  const sign = next.size > 1.06 * habits.measures.size || (next.font.bold && !habits.bold);
  if (alone && sign && heading.length === 1) return true;
  const full = edgesOf(last, habits).right - last.right < firstWord(next) + habits.measures.size;
  return (
    alike &&
    sign &&
    (full ||
      (isCentred(last, habits) &&
        isCentred(next, habits) &&
        last.size > 1.06 * habits.measures.size))
  );
}

/** Whether a paragraph ends before the next line. */
function breaksBefore(lines: Line[], at: number, paragraph: Line[], habits: Habits): boolean {
  const next = lines[at] as Line;
  const last = lines[at - 1] as Line;
  const { size, leading } = habits.measures;
  const samePage = next.page === last.page;
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

/** Whether paragraphs begin with an indent, and with which. */
function habitsOf(lines: Line[], edges: Edges[], measures: Measures): Habits {
  const blank: Habits = { edges, measures, indents: false, indent: 2, bold: false };
  const own = lines.filter((l) => sameSize(l.size, measures.size));
  const indents = new Map<number, number>();
  let ends = 0;
  for (const [i, line] of own.entries()) {
    const next = own[i + 1];
    if (!next || next.page !== line.page) continue;
    const room = edgesOf(line, blank).right - line.right;
    if (room < 4 * measures.size || !/[。！？」]$/u.test(plainEnd(line).trim())) continue;
    ends += 1;
    const indent = Math.round(indentOf(next, blank) * 2) / 2;
    if (indent >= 0.5 && indent <= 4) indents.set(indent, (indents.get(indent) ?? 0) + 1);
  }
  const indented = [...indents.values()].reduce((a, b) => a + b, 0);
  const indent = [...indents].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 2;
  const bold = own.filter((l) => l.font.bold).length > 0.5 * own.length;
  return { ...blank, indents: ends > 0 && indented >= 0.3 * ends, indent, bold };
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
