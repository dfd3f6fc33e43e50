/** How a text is set on a whole, and how single lines stand in it. */
import type { Item, Line } from './lines.ts';
import { type Edges, type Measures, sameSize } from './measure.ts';

/** How the text is set on a whole. */
export interface Habits {
  edges: Edges[];
  measures: Measures;
  /** Whether paragraphs begin with an indent. */
  indents: boolean;
  /** The indent that most paragraphs have. */
  indent: number;
  /** Whether most characters are bold; then bold says nothing. */
  bold: boolean;
  /** Lines that are farther apart than this belong to two paragraphs, where the print parts them so. */
  gap: number | undefined;
}

export const edgesOf = (line: Line, { edges }: Habits): Edges =>
  edges[line.page] ?? { left: line.left, right: line.right };

export const indentOf = (line: Line, habits: Habits): number =>
  (line.left - edgesOf(line, habits).left) / habits.measures.size;

/** The width of what must stand together at the start of a line: a word, or a character with its punctuation. */
export function firstWord(line: Line): number {
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

export const FINISHED = /[。．.！？!?：:…」』”’）)》〉；;\]］〕】]\s*$/u;

/** The text of a line without the mark at its end. */
export const plainEnd = (line: Line): string => {
  let to = line.items.length;
  while (to > 0 && (line.items[to - 1]?.raise === 1 || line.items[to - 1]?.char.trim() === ''))
    to -= 1;
  return line.items
    .slice(0, to)
    .map((i) => i.char)
    .join('');
};

/** The right edge of the lines around that begin at the same place: set-in text has its own. */
export function rightEdge(lines: Line[], at: number, habits: Habits): number {
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
export function isShort(lines: Line[], at: number, next: Line, habits: Habits): boolean {
  const line = lines[at] as Line;
  const { size } = habits.measures;
  const room = rightEdge(lines, at, habits) - line.right - firstWord(next);
  if (room <= 0) return false;
  if (!FINISHED.test(plainEnd(line))) return room > 8 * size;
  return room > (habits.indents ? 5 : 1.6) * size;
}

export const isCentred = (line: Line, habits: Habits): boolean => {
  const { left, right } = edgesOf(line, habits);
  const { size } = habits.measures;
  return (
    line.left - left > 1.5 * size && Math.abs(line.left - left - (right - line.right)) < 1.2 * size
  );
};

const middleOf = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * What parts paragraphs from lines, where there is a little more between them:
 * the middle of the distances after short finished lines and after full ones.
 */
function gapOf(lines: Line[], habits: Habits): number | undefined {
  const { size } = habits.measures;
  const ends: number[] = [];
  const within: number[] = [];
  for (const [i, next] of lines.entries()) {
    const line = lines[i - 1];
    if (!line || line.page !== next.page || line.font.bold || next.font.bold) continue;
    const distance = next.baseline - line.baseline;
    if (distance < 0.9 * size || distance > 3 * size) continue;
    const room = edgesOf(line, habits).right - line.right;
    const isEnd = FINISHED.test(plainEnd(line));
    if (isEnd && room > 6 * size) ends.push(distance);
    else if (!isEnd && room < size) within.push(distance);
  }
  if (ends.length < 3 || within.length < 8) return undefined;
  const [end, usual] = [middleOf(ends), middleOf(within)];
  const steady = within.filter((d) => Math.abs(d - usual) < 0.06 * size).length;
  return end - usual > 0.15 * size && steady > 0.9 * within.length ? (end + usual) / 2 : undefined;
}

/** Whether paragraphs begin with an indent, and with which. */
export function habitsOf(lines: Line[], edges: Edges[], measures: Measures): Habits {
  const blank: Habits = { edges, measures, indents: false, indent: 2, bold: false, gap: undefined };
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
  const gap = gapOf(own, blank);
  return { ...blank, gap, indents: ends > 0 && indented >= 0.3 * ends, indent, bold };
}
