/**
 * Where the notes of a page begin. A note's number may stand before it, glued
 * or apart, on a line of its own before it or after it, or with others after
 * all notes of its page: what holds in all of them is the order. So a page's
 * notes are the cheapest division of its last lines into as many notes as it
 * has numbers.
 */
import { FINISHED, type Marked } from './line-labels.ts';
import type { Line } from './lines.ts';

/** A page divided into notes. */
export interface Division {
  /** For each note the index of its first line. */
  cuts: number[];
  /** The number of each: they count by ones, or begin anew at 1. */
  numbers: number[];
  cost: number;
}

/** What a text is known to hold: its measure, and the places that could be marks. */
export interface Known {
  /** Columns of a full line of text. */
  measure: number;
  /** The first of the lines in which a mark with this number could stand; -1 where there is none. */
  markedIn: (number: number, lines: Line[]) => number;
}

const ELSEWHERE = 1.2;
const AFTER_NOTE = 0.8;
const UNFINISHED = 3;
const OTHER_NUMBER = 3;
const NO_MARK = 5;
const PER_LINE = 0.02;
/** So many columns wider than the text, and a line is one of a note. */
export const WIDER = 4;

/** Divides the lines of a page into notes with these numbers; undefined where it cannot be. */
function divide(
  marked: Marked[],
  numbers: number[],
  marksAt: Map<number, number>,
  known: Known,
): Division | undefined {
  const own = new Set(numbers);
  const standsAlone = ({ alone, label }: Marked): boolean =>
    alone && label !== undefined && own.has(label.number);
  const texts = marked.flatMap((m, i) => (standsAlone(m) ? [] : [i]));
  const numberAt = (i: number): number | undefined => {
    const m = marked[i];
    return m && standsAlone(m) ? m.label?.number : undefined;
  };
  // Where each number stands alone.
  const standing = new Map<number, number[]>();
  for (const i of marked.keys()) {
    const number = numberAt(i);
    if (number !== undefined) standing.set(number, [...(standing.get(number) ?? []), i]);
  }
  const small = texts.length <= 160;
  const candidatesOf = (n: number): number[] =>
    small
      ? texts
      : texts.filter((i) => {
          const own = marked[i]?.label;
          return (
            (own?.number === n && !marked[i]?.alone) || numberAt(i - 1) === n || standing.has(n)
          );
        });
  const cutCost = (n: number, i: number, isFirst: boolean): number | undefined => {
    const { line, label } = marked[i] as Marked;
    const before = marked[i - 1];
    const inline = label?.number === n && !marked[i]?.alone;
    const above = numberAt(i - 1);
    let cost = 0;
    if (!inline && above !== n) {
      if (!standing.has(n)) return undefined;
      cost += ELSEWHERE + (line.blank ? 0 : 0.3);
      if (label && !marked[i]?.alone && label.form !== 'bare') cost += OTHER_NUMBER;
    }
    if (above !== undefined && above !== n) cost += inline ? 0.5 : OTHER_NUMBER;
    if (inline && label?.form === 'bare') {
      const rest = line.text.slice(label.length);
      const spaced = /\s$/u.test(line.text.slice(0, label.length));
      // 3 個月 at the start of a line is text.
      if (spaced && /^(?:個|人|名|位|次|元|座|艘|成|倍|角|天|公|文|里|種|條|級|班)/u.test(rest))
        cost += 2;
    }
    const text = marked[texts[texts.indexOf(i) - 1] ?? -1]?.line;
    if (!isFirst && text && !FINISHED.test(text.text)) cost += UNFINISHED;
    if (isFirst) {
      cost += PER_LINE * (marked.length - i);
      // The marks of all these notes stand above them.
      for (const k of numbers)
        if ((marksAt.get(k) ?? Number.POSITIVE_INFINITY) >= i) cost += NO_MARK;
    }
    if (isFirst && before) {
      if (text && text.width > known.measure + WIDER) cost += WIDER;
      if (line.blank || (above === n && marked[i - 1]?.line.blank)) cost -= 0.5;
      const direct = inline || above === n;
      const stopped = text && !FINISHED.test(text.text) && text.width < known.measure - 8;
      if (stopped && !direct) cost += 1;
    } else if (line.blank) cost -= 0.2;
    return cost;
  };
  let ways = new Map<number, { cost: number; cuts: number[] }>();
  for (const [at, n] of numbers.entries()) {
    const isFirst = at === 0;
    const previous = numbers[at - 1];
    const next = new Map<number, { cost: number; cuts: number[] }>();
    // The cheapest way that ends before each line, as the lines go by.
    let best: { cost: number; cuts: number[] } | undefined;
    const order = [...ways].sort((a, b) => a[0] - b[0]);
    let o = 0;
    for (const i of candidatesOf(n)) {
      while (o < order.length && (order[o]?.[0] ?? 0) < i) {
        const division = order[o]?.[1];
        if (division && (!best || division.cost < best.cost)) best = division;
        o += 1;
      }
      const cost = cutCost(n, i, isFirst);
      if (cost === undefined) continue;
      if (isFirst) next.set(i, { cost, cuts: [i] });
      else if (best) {
        // A number right after a note may be that note's.
        const right = numberAt(i - 1) === previous;
        const after = right || numberAt(i - 2) === previous;
        const indirect = after && !isDirect(marked, best.cuts.at(-1) ?? -1, previous ?? 0);
        const ends = indirect ? AFTER_NOTE - ELSEWHERE - (right ? OTHER_NUMBER : 0) : 0;
        next.set(i, { cost: best.cost + cost + ends, cuts: [...best.cuts, i] });
      }
    }
    ways = next;
  }
  let found: Division | undefined;
  for (const { cost, cuts } of ways.values())
    if (!found || cost < found.cost) found = { cuts, numbers, cost };
  return found;
}

/** Whether a note's own number stands in its first line, or right above it. */
export function isDirect(marked: Marked[], at: number, n: number): boolean {
  const own = marked[at];
  const above = marked[at - 1];
  return (
    (own?.label?.number === n && !own.alone) || (above?.alone === true && above.label?.number === n)
  );
}

/** Numbers begin anew more seldom than they go on. */
const ANEW = 1.5;

/** How many numbers in a row may be lost. */
const MOST_LOST = 3;

/** Whether each note's number stands among the notes, and not in the text above them. */
function hasLabels(marked: Marked[], { cuts, numbers }: Division): boolean {
  const from = (cuts[0] ?? 0) - 1;
  // A number that comes again stands before each of its notes, or it could be the other's.
  const once = (number?: number) =>
    numbers.indexOf(number ?? 0) === numbers.lastIndexOf(number ?? 0);
  return cuts.every(
    (cut, i) =>
      isDirect(marked, cut, numbers[i] ?? 0) ||
      (once(numbers[i]) &&
        marked.some((m, at) => at >= from && m.alone && m.label?.number === numbers[i])),
  );
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** No page has the ends of more sections than this. */
const MOST_ANEW = 4;

/**
 * The longest row of labels from `start` on that counts by ones and begins anew
 * at 1 where a section ends on the page; undefined where nothing begins anew.
 */
function anew(marked: Marked[], start: number): number[] | undefined {
  interface Row {
    numbers: number[];
    times: number;
  }
  // The longest row so far that ends with a number.
  const rows = new Map<number, Row>();
  const longest = (of: Iterable<Row>): Row | undefined =>
    [...of].reduce<Row | undefined>(
      (a, b) => (a && a.numbers.length >= b.numbers.length ? a : b),
      undefined,
    );
  for (const [i, { label }] of marked.entries()) {
    if (!label) continue;
    const { number } = label;
    const ways: Row[] = number === start ? [{ numbers: [number], times: 0 }] : [];
    const before = rows.get(number - 1);
    if (before) ways.push({ ...before, numbers: [...before.numbers, number] });
    const above = marked[i - 1]?.line;
    if (number === 1 && above && FINISHED.test(above.text)) {
      const ended = longest([...rows.values()].filter(({ times }) => times < MOST_ANEW));
      if (ended) ways.push({ numbers: [...ended.numbers, 1], times: ended.times + 1 });
    }
    const best = longest([...ways, ...[rows.get(number)].filter((r) => r !== undefined)]);
    if (best) rows.set(number, best);
  }
  const best = longest(rows.values());
  return best && best.times > 0 ? best.numbers : undefined;
}

/** The best division of a page: notes from `next`, or anew from 1; undefined where it has none. */
export function bestDivision(
  marked: Marked[],
  next: number,
  before: Line[],
  known: Known,
): Division | undefined {
  const numbers = new Set(marked.flatMap((m) => (m.label ? [m.label.number] : [])));
  const lines = marked.map((m) => m.line);
  const marksAt = new Map<number, number>();
  for (const number of numbers) {
    const at = known.markedIn(number, lines);
    // Or at the end of the page before, whose notes had no room for it.
    const earlier = at === -1 && known.markedIn(number, before) !== -1;
    if (at !== -1 || earlier) marksAt.set(number, at);
  }
  // The next number, numbers that begin anew, or one a little farther on where one was lost.
  const later = Array.from({ length: MOST_LOST }, (_, i) => next + 1 + i);
  const starts = [...new Set([next, 1, ...later.filter((n) => numbers.has(n))])];
  const found = starts.flatMap((start) => {
    let last = start - 1;
    while (numbers.has(last + 1)) last += 1;
    const row = anew(marked, start);
    return [row, upTo(start, last)].flatMap((whole): Division[] => {
      for (let notes = whole?.length ?? 0; whole && notes > 0; notes -= 1) {
        const numbers = whole.slice(0, notes);
        const division = divide(marked, numbers, marksAt, known);
        if (!division || !hasLabels(marked, division)) continue;
        if (division.cost / notes >= 3.2) continue;
        const times = numbers.filter((n, i) => n === 1 && (i > 0 || next !== 1)).length;
        const lost = start > next ? 4 * (start - next) : 0;
        return [{ ...division, cost: division.cost + ANEW * times + lost - notes * 4 }];
      }
      return [];
    });
  });
  return found.sort((a, b) => a.cost - b.cost)[0];
}
