/** The marks of notes in the lines of text: small raised numbers, and forms that stand for themselves (①, [1]). */
import type { Settings } from '../../settings.ts';
import { type Surrounded, settle, unprinted } from '../pinned.ts';
import { align, numbersIn, repeats, type Target } from '../text/align.ts';
import { standingMarks, wholeMark } from '../text/labels.ts';
import type { ReaderOptions } from '../types.ts';
import type { Item, Line } from './lines.ts';
import type { RawNote } from './note-lines.ts';

/** A mark at its place in a line. */
export interface Mark {
  line: Line;
  /** Items of the line: from (included) to (not included). */
  from: number;
  to: number;
  text: string;
  /** Index of its note. */
  note: number;
  /** What of it stands at the head of the next line, where the line end parts it: （註⏎14）. */
  rest?: Rest | undefined;
}

interface Rest {
  line: Line;
  from: number;
  to: number;
}

export interface FoundMarks {
  marks: Mark[];
  /** Notes that no mark leads to. */
  unmarked: number[];
  /** Raised numbers that lead to no note. */
  orphans: Orphan[];
}

/** A raised number that leads to no note, and the id of the question about it. */
export interface Orphan {
  line: Line;
  from: number;
  to: number;
  text: string;
  number: number;
  sign: boolean;
  id: string;
}

interface Candidate extends Surrounded {
  line: Line;
  from: number;
  to: number;
  raised: boolean;
  /** Of the question what it is, if it leads to no note. */
  id: string;
  rest?: Rest;
}

/** A raised number after these is a power or a unit. */
const POWER = /(?:^|[^\p{L}])(?:\d|[kcmd]?m|[xyznR])$/u;
const AS_POWER = 45;
const STANDING = 10;

/** Raised numbers that a comma parts are several marks. */
function raisedRuns(line: Line): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  const end = (to: number) => {
    if (from !== -1 && to > from) runs.push({ from, to });
    from = -1;
  };
  for (const [i, item] of line.items.entries()) {
    const blank = item.char.trim() === '';
    if (item.raise !== 1 || /^[,，、;；]$/u.test(item.char)) end(i);
    else if (from === -1 && !blank) from = i;
  }
  end(line.items.length);
  return runs.map(({ from: a, to: b }) => {
    let to = b;
    while (to > a && line.items[to - 1]?.char.trim() === '') to -= 1;
    return { from: a, to };
  });
}

const textOf = (items: Item[]) => items.map((i) => i.char).join('');

/** The item at which so many characters have gone by. */
function itemAt(items: Item[], offset: number): number {
  let sum = 0;
  let i = 0;
  while (i < items.length && sum < offset) {
    sum += items[i]?.char.length ?? 0;
    i += 1;
  }
  return i;
}

/** A number of the text as it is printed, at the size of the text, which only the settings can call a mark. */
function named(line: Line, { marks }: Settings): { from: number; to: number; number: number }[] {
  return Object.keys(marks).flatMap((number) =>
    [...line.text.matchAll(new RegExp(`(?<!\\d)${number}(?!\\d)`, 'gu'))].map(({ index }) => ({
      from: itemAt(line.items, index),
      to: itemAt(line.items, index + number.length),
      number: Number(number),
    })),
  );
}

type Run = { from: number; to: number };

/** A run of digits that is several marks side by side. */
function divided(line: Line, { from, to }: Run, has: (number: number) => boolean): Run[] {
  const items = line.items.slice(from, to);
  let at = from;
  // Only where each item is one digit.
  if (items.some((i) => i.char.length !== 1)) return [{ from, to }];
  return numbersIn(textOf(items), has).map((length) => {
    at += length;
    return { from: at - length, to: at };
  });
}

function candidatesOf(
  line: Line,
  before: string,
  settings: Settings,
  has: (number: number) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (of: Pick<Candidate, 'from' | 'to' | 'raised' | 'number' | 'sign' | 'cost'>) => {
    const text = textOf(line.items.slice(of.from, of.to)).trim();
    const own = textOf(line.items.slice(0, of.from));
    found.push({
      ...of,
      line,
      text,
      page: line.page,
      before: `${before}\n${own}`,
      after: textOf(line.items.slice(of.to)),
      id: `mark:${line.page + 1}:${own.slice(-12)}${text}`,
    });
  };
  for (const { from, to } of raisedRuns(line).flatMap((run) => divided(line, run, has))) {
    const label = wholeMark(textOf(line.items.slice(from, to)));
    if (!label) continue;
    const left = textOf(line.items.slice(0, from)).trimEnd();
    const cost = label.form === 'bare' && POWER.test(left) ? AS_POWER : 0;
    const { number, form } = label;
    add({ from, to, raised: true, number, sign: form === 'sign', cost });
  }
  const isNew = (from: number, to: number) => !found.some((c) => c.from < to && from < c.to);
  for (const { at, length, number, form } of standingMarks(line.text)) {
    const from = itemAt(line.items, at);
    const to = itemAt(line.items, at + length);
    if (!isNew(from, to)) continue;
    // At the start of a line it may number an item of a list.
    const first = line.text.slice(0, at).trim() === '';
    const cost = STANDING + (first ? 20 : 0);
    add({ from, to, raised: false, number, sign: form === 'sign', cost });
  }
  for (const { from, to, number } of named(line, settings))
    if (isNew(from, to)) add({ from, to, raised: false, number, sign: false, cost: AS_POWER });
  return found.sort((a, b) => a.from - b.from);
}

/** How much of a mark may stand on either side of a line end. */
const REACH = 10;

/** A mark that a line end parts: （註⏎14）, [1⏎2]. */
function partedBy(line: Line, next: Line | undefined): Candidate[] {
  if (!next) return [];
  const end = line.text.trimEnd();
  const head = next.text.length - next.text.trimStart().length;
  const tail = end.slice(-REACH);
  const found = standingMarks(tail + next.text.slice(head, head + REACH));
  return found.flatMap(({ at, length, text, number }): Candidate[] => {
    const over = at + length - tail.length;
    if (at >= tail.length || over <= 0) return [];
    const from = itemAt(line.items, end.length - tail.length + at);
    const to = itemAt(line.items, end.length);
    const rest = {
      line: next,
      from: itemAt(next.items, head),
      to: itemAt(next.items, head + over),
    };
    const before = end.slice(0, end.length - tail.length + at);
    const after = next.text.slice(head + over);
    const id = `mark:${line.page + 1}:${before.slice(-12)}${text}`;
    const known = { raised: false, number, sign: false, page: line.page, cost: STANDING };
    return [{ ...known, line, from, to, text, before, after, id, rest }];
  });
}

/** Where the notes with a number stand. */
function notesByNumber(notes: RawNote[]): Map<number, RawNote[]> {
  const found = new Map<number, RawNote[]>();
  for (const note of notes) {
    const { number, form } = note.label;
    if (form !== 'sign') found.set(number, [...(found.get(number) ?? []), note]);
  }
  return found;
}

/** Whether a note may be marked on a page. */
const isNear =
  (page: number) =>
  (note: RawNote): boolean =>
    note.kind === 'end' || Math.abs(note.page - page) <= 1;

/** Finds the marks of all notes in the lines of text, in their order. */
export function findMarks(
  lines: Line[],
  notes: RawNote[],
  { settings, answers }: Pick<ReaderOptions, 'settings' | 'answers'>,
): FoundMarks {
  const numbered = notesByNumber(notes);
  const hasOn = (page: number) => (number: number) =>
    numbered.get(number)?.some(isNear(page)) === true;
  const candidates = settle(
    lines.flatMap((line, i) => [
      ...candidatesOf(line, lines[i - 1]?.text ?? '', settings, hasOn(line.page)),
      ...partedBy(line, lines[i + 1]),
    ]),
    settings,
    answers,
  );
  const targetsOf = (far: boolean) =>
    notes.map(
      ({ label, page, kind }): Target => ({
        number: label.number,
        sign: label.form === 'sign',
        page,
        far: far || kind === 'end',
      }),
    );
  let targets = targetsOf(false);
  let first = align(candidates, targets);
  // Notes that stand far from their marks are a list at the end, though nothing stands over it.
  if (first.unmarked.length > 0.2 * notes.length) {
    const far = align(candidates, targetsOf(true));
    if (far.unmarked.length < first.unmarked.length) {
      first = far;
      targets = targetsOf(true);
      for (const note of notes) note.kind = 'end';
    }
  }
  const noteOf = repeats(candidates, targets, first);
  const marks = candidates.flatMap(({ line, from, to, text, rest }, i): Mark[] => {
    const note = noteOf[i];
    return note === undefined ? [] : [{ line, from, to, text, note, rest }];
  });
  const orphans = candidates.filter((c, i) => noteOf[i] === undefined && c.raised && c.cost === 0);
  const given = first.unmarked.map((note) => (notes[note] as RawNote).label.number);
  for (const { number, line, at } of unprinted(lines, settings, given)) {
    const note = first.unmarked[given.indexOf(number)] as number;
    const own = lines[line] as Line;
    const from = itemAt(own.items, at);
    marks.push({ line: own, from, to: from, text: (notes[note] as RawNote).label.text, note });
  }
  const marked = new Set(marks.map(({ note }) => note));
  return { marks, unmarked: first.unmarked.filter((note) => !marked.has(note)), orphans };
}
