/**
 * Which lines of a text are notes, and where each begins. A note's number may
 * stand before it, glued or apart, on a line of its own before it or after it,
 * or with others after all notes of its page: what holds in all of them is the
 * order. So a page's notes are the cheapest division of its last lines into as
 * many notes as it has numbers.
 */
import {
  isNotesHeading,
  type Label,
  type LabelForm,
  leadingLabels,
  standingMarks,
} from './labels.ts';
import type { Line } from './lines.ts';

/** A note as it lies in the file. */
export interface RawNote {
  label: Label;
  /** The line of the label, and the characters of its text that are the label. */
  labelLine: Line;
  labelLength: number;
  kind: 'foot' | 'end';
  page: number;
  /** The lines of the note; the first without its label where that stands in it. */
  lines: Line[];
}

export interface Areas {
  notes: RawNote[];
  /** The lines of text, in order. */
  body: Line[];
  headings: Line[];
  /** Notes whose extent could be another. */
  doubts: RawNote[];
}

const FINISHED = /[。．.！？!?」』”’）)〉》…:]\s*$/u;
/** What cannot follow a bare number that begins a note. */
const GOES_ON = /^(?:[\d.,:：、，。%％)）/~～–-]|\s*(?:年|月|日|時|歲|世紀|萬|億|千|百|餘)|$)/u;

/** The labels a line begins with, each in one of the forms. */
function labelsOf(line: Line): Label[] {
  return leadingLabels(line.text).filter((label) => {
    const rest = line.text.slice(label.length);
    if (label.form === 'bare') return rest === '' || !GOES_ON.test(rest);
    return true;
  });
}

/** A sign with its mark is surer than a number at the head of a line. */
const SIGN = 2;

/** The signs (＊ †) within lines or at their ends: page and number. */
function marksThatAreSigns(lines: Line[]): Set<string> {
  return new Set(
    lines.flatMap(({ text, page }) =>
      standingMarks(text).flatMap(({ form, number, at }) =>
        form === 'sign' && at > 0 ? [`${page} ${number}`] : [],
      ),
    ),
  );
}

/** The form in whose labels a text counts farthest, in whatever order they stand. */
function formOf(lines: Line[]): LabelForm | undefined {
  const found = new Map<LabelForm, number[]>();
  for (const line of lines)
    for (const { form, number } of labelsOf(line))
      found.set(form, [...(found.get(form) ?? []), number]);
  // Signs do not count far. They are notes where their marks stand in the text.
  const signs = marksThatAreSigns(lines);
  const paired = lines.filter((line) =>
    labelsOf(line).some((l) => l.form === 'sign' && signs.has(`${line.page} ${l.number}`)),
  );
  let best: LabelForm | undefined = paired.length > 0 ? 'sign' : undefined;
  let most = SIGN * paired.length;
  for (const [form, numbers] of found) {
    if (form === 'sign') continue;
    const all = new Set(numbers);
    let to = 0;
    while (all.has(to + 1)) to += 1;
    // Figures of the text begin lines too: bare numbers count for less.
    const often = numbers.filter((n) => n <= to).length;
    const score = (form === 'bare' ? 0.8 : 1) * (to + 0.3 * often);
    if (score > most) {
      most = score;
      best = form;
    }
  }
  return best ?? (found.has('sign') ? 'sign' : undefined);
}

/** A page's lines with what is known of their labels. */
interface Marked {
  line: Line;
  /** Its label, in the form of the text. */
  label: Label | undefined;
  /** Whether the label is all of the line. */
  alone: boolean;
}

interface Division {
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
const WIDER = 4;

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
function isDirect(marked: Marked[], at: number, n: number): boolean {
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

/** The best division of a page: notes from `next`, or anew from 1. */
function best(marked: Marked[], next: number, before: Line[], known: Known): Division | undefined {
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

/** The lines of a note that runs over from the page before: those above the first note that are no text. */
function runsOver(
  marked: Marked[],
  first: number,
  last: RawNote | undefined,
  known: Known,
): number {
  const end = last?.lines.at(-1);
  if (!last || !end || FINISHED.test(end.text)) return first;
  let from = first;
  for (let i = first - 1; i >= 0; i -= 1) {
    const { line } = marked[i] as Marked;
    const wide = line.width > known.measure + WIDER;
    if (wide) from = i;
    else if (i !== first - 1 || !FINISHED.test(line.text)) break;
    else if (line.blank) {
      from = i;
      break;
    }
  }
  return from;
}

function labelled(line: Line, form: LabelForm | undefined): Marked {
  const all = labelsOf(line);
  const label = all.find((l) => l.form === form) ?? all.find((l) => l.form === 'sign');
  const alone = label !== undefined && label.length === line.text.length;
  return { line, label: label?.form === 'sign' && form !== 'sign' ? undefined : label, alone };
}

/** Makes the notes of a division. */
function notesOf(marked: Marked[], { cuts, numbers }: Division, page: number): RawNote[] {
  const holders = cuts.map((cut, i): Marked => {
    const number = numbers[i];
    const own = marked[cut] as Marked;
    if (own.label?.number === number && !own.alone) return own;
    const above = marked[cut - 1];
    if (above?.alone && above.label?.number === number) return above;
    return marked.findLast((m) => m.alone && m.label?.number === number) ?? own;
  });
  const taken = new Set(holders.filter((h) => h.alone));
  return cuts.map((cut, i): RawNote => {
    const holder = holders[i] as Marked;
    const label = holder.label as Label;
    const lines = marked.slice(cut, cuts[i + 1] ?? marked.length).filter((m) => !taken.has(m));
    return {
      label,
      labelLine: holder.line,
      labelLength: label.length,
      kind: 'foot',
      page,
      lines: lines.map((m) => m.line),
    };
  });
}

/** Notes of a list at the end, each begun by its number. */
function listNotes(
  lines: Line[],
  form: LabelForm | undefined,
): { notes: RawNote[]; stray: Line[] } {
  const notes: RawNote[] = [];
  const stray: Line[] = [];
  let last = 0;
  let pending: Marked | undefined;
  for (const [i, line] of lines.entries()) {
    const own = labelled(line, form);
    const number = own.label?.number;
    const before = lines[i - 1];
    const open = before && notes.length > 0 && !FINISHED.test(before.text) && !own.alone;
    const begins =
      number !== undefined && (number === last + 1 || (number === 1 && last > 0)) && !open;
    if (begins && own.alone) {
      pending = own;
      last = number;
    } else if (begins || pending) {
      const holder = pending ?? own;
      const label = holder.label as Label;
      notes.push({
        label,
        labelLine: holder.line,
        labelLength: label.length,
        kind: 'end',
        page: line.page,
        lines: [line],
      });
      last = label.number;
      pending = undefined;
    } else if (notes.length > 0) (notes.at(-1) as RawNote).lines.push(line);
    else stray.push(line);
  }
  return { notes, stray };
}

/** What ends a list of notes: the next chapter, or what stands after all chapters. */
const ENDS_LIST =
  /^(?:第\s*(?:[〇零一二三四五六七八九十百]+|\d+)\s*章|(?:參考|参考|徵引|征引|引用)(?:文獻|文献|書目|书目|資料|资料)|附錄|附录)/u;

/** Lists of notes under headings of their own: one at the end, or one after each chapter. */
function listsOf(all: Line[]): Areas | undefined {
  const counts = (at: number) => labelsOf(all[at] as Line).some((l) => l.number === 1);
  // In a list for all chapters, their titles stand above their notes.
  const isTitle = (line: Line, at: number) =>
    ENDS_LIST.test(line.text) && at + 1 < all.length && counts(at + 1);
  const begins = all.flatMap((line, at) => {
    if (!isNotesHeading(line.text) || at + 1 >= all.length) return [];
    const next = all[at + 1] as Line;
    return counts(at + 1) || isTitle(next, at + 1) ? [at] : [];
  });
  if (begins.length === 0) return undefined;
  const areas: Areas = { notes: [], body: [], headings: [], doubts: [] };
  let at = 0;
  for (const begin of begins) {
    areas.body.push(...all.slice(at, begin));
    areas.headings.push(all[begin] as Line);
    const lines: Line[] = [];
    for (at = begin + 1; at < all.length && !begins.includes(at); at += 1) {
      const line = all[at] as Line;
      if (isTitle(line, at)) areas.headings.push(line);
      else if (ENDS_LIST.test(line.text) && line.text.length <= 40) break;
      else lines.push(line);
    }
    const { notes, stray } = listNotes(lines, formOf(lines));
    areas.notes.push(...notes);
    areas.body.push(...stray);
  }
  areas.body.push(...all.slice(at));
  return areas;
}

/** Parts text and notes. */
export function findNotes(pages: Line[][], known: Known): Areas {
  const all = pages.flat();
  const lists = listsOf(all);
  if (lists) return lists;
  const form = formOf(all);
  const notes: RawNote[] = [];
  const body: Line[] = [];
  const doubts: RawNote[] = [];
  for (const lines of pages) {
    const marked = lines.map((line) => labelled(line, form));
    const next = (notes.at(-1)?.label.number ?? 0) + 1;
    const division = form === undefined ? undefined : best(marked, next, body.slice(-12), known);
    if (!division) {
      body.push(...lines);
      continue;
    }
    const { cuts } = division;
    const cut = cuts[0] ?? marked.length;
    // The label of the first note stands above it.
    const head = marked[cut - 1];
    const first = head?.alone && head.label?.number === division.numbers[0] ? cut - 1 : cut;
    const from = runsOver(marked, first, notes.at(-1), known);
    notes.at(-1)?.lines.push(...lines.slice(from, first));
    body.push(...lines.slice(0, from));
    const own = notesOf(marked, division, lines[0]?.page ?? 0);
    for (const note of own)
      if (
        !isDirect(
          marked,
          marked.findIndex((m) => m.line === note.lines[0]),
          note.label.number,
        )
      )
        doubts.push(note);
    notes.push(...own);
  }
  return notes.length < 2
    ? (unheaded(all) ?? { notes, body, headings: [], doubts })
    : { notes, body, headings: [], doubts };
}

/** Fewer notes than this at the end of a text are no list. */
const LEAST = 3;

/** A list of notes at the end of the text, with nothing over it: the last that counts from 1 to the end. */
function unheaded(all: Line[]): Areas | undefined {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const line = all[at] as Line;
    const label = labelsOf(line).find((l) => l.number === 1);
    if (!label) continue;
    const { notes, stray } = listNotes(all.slice(at), label.form);
    if (notes.length < LEAST || stray.length > 0 || notes[0]?.lines[0] !== line) continue;
    return { notes, body: all.slice(0, at), headings: [], doubts: [] };
  }
  return undefined;
}
