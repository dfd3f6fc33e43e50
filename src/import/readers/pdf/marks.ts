/** The marks of notes in the lines of text: small raised numbers, and forms that stand for themselves (①, [1]). */
import { align, type Place, repeats, type Target } from '../text/align.ts';
import { standingMarks, wholeMark } from '../text/labels.ts';
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
}

export interface FoundMarks {
  marks: Mark[];
  /** Notes that no mark leads to. */
  unmarked: number[];
  /** Raised numbers that lead to no note. */
  orphans: { line: Line; from: number; to: number; text: string }[];
}

interface Candidate extends Place {
  line: Line;
  from: number;
  to: number;
  text: string;
  raised: boolean;
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

function candidatesOf(line: Line): Candidate[] {
  const found: Candidate[] = [];
  for (const { from, to } of raisedRuns(line)) {
    const text = textOf(line.items.slice(from, to));
    const label = wholeMark(text);
    if (!label) continue;
    const before = textOf(line.items.slice(0, from)).trimEnd();
    const cost = label.form === 'bare' && POWER.test(before) ? AS_POWER : 0;
    found.push({
      line,
      from,
      to,
      text: text.trim(),
      raised: true,
      number: label.number,
      sign: label.form === 'sign',
      page: line.page,
      cost,
    });
  }
  for (const { at, length, text, number, form } of standingMarks(line.text)) {
    const from = itemAt(line.items, at);
    const to = itemAt(line.items, at + length);
    if (found.some((c) => c.from < to && from < c.to)) continue;
    // At the start of a line it may number an item of a list.
    const first = line.text.slice(0, at).trim() === '';
    const cost = STANDING + (first ? 20 : 0);
    found.push({
      line,
      from,
      to,
      text,
      raised: false,
      number,
      sign: form === 'sign',
      page: line.page,
      cost,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Finds the marks of all notes in the lines of text, in their order. */
export function findMarks(lines: Line[], notes: RawNote[]): FoundMarks {
  const candidates = lines.flatMap(candidatesOf);
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
  const marks = candidates.flatMap(({ line, from, to, text }, i): Mark[] => {
    const note = noteOf[i];
    return note === undefined ? [] : [{ line, from, to, text, note }];
  });
  const orphans = candidates.filter((c, i) => noteOf[i] === undefined && c.raised && c.cost === 0);
  return { marks, unmarked: first.unmarked, orphans };
}
