/** The marks of notes in the lines of a text: bare numbers glued to it, and forms that stand for themselves. */
import { candidates } from '../../candidates.ts';
import type { RawNote as PlainNote } from '../../notes.ts';
import type { Settings } from '../../settings.ts';
import { type Surrounded, settle, unprinted } from '../pinned.ts';
import type { ReaderOptions } from '../types.ts';
import { align, numbersIn, repeats, type Target } from './align.ts';
import { standingMarks } from './labels.ts';
import type { Line } from './lines.ts';
import type { RawNote } from './raw-note.ts';

/** The rest of a mark that a line end parts, and how many characters it takes. */
interface Tail {
  line: Line;
  length: number;
}

/** A mark within a line's text. */
export interface Mark {
  line: Line;
  at: number;
  length: number;
  text: string;
  /** What of it stands at the head of the next line: （註⏎14）. */
  tail?: Tail;
  /** Index of its note. */
  note: number;
}

export interface FoundMarks {
  marks: Mark[];
  unmarked: number[];
  /** Notes whose mark could stand in two places, and the words before the other place. */
  rivals: Rival[];
  /** Notes whose mark is taken from the end of a figure in a table. */
  glued: Glued[];
}

/** A figure of a table that ends in the number of a note: 90618 is 906 and 18, or 90618. */
export interface Glued {
  id: string;
  note: number;
  line: Line;
  at: number;
  figure: string;
}

/** A second place of a mark: of which note, after which words, and the id of the question. */
export interface Rival {
  id: string;
  note: number;
  before: string;
  line: Line;
}

interface Candidate extends Surrounded {
  line: Line;
  at: number;
  length: number;
  tail?: Tail;
  choice: string;
}

/** A text of lines joined by line feeds, with the offset of each. */
function joined(lines: Line[]): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  for (const line of lines) {
    offsets.push(text.length);
    text += `${line.text}\n`;
  }
  return { text, offsets };
}

/** A number that a space parts from the text before it, and none from the text after. */
const SPACED = 4;
const SPACED_BEFORE_YEAR = 5;

/** The places that could be the bare mark of a note with this number. */
function bareMarks(text: string, number: number, settings: Settings) {
  const mark = String(number);
  const plain = { number, printed: number, mark, page: 0, line: 0, lines: [] };
  const found = candidates(text, plain satisfies PlainNote, { ...settings, noteMarks: '1' });
  // Some extractors set a space before a mark; figures have one on both sides.
  const spaced = new RegExp(
    `(?<=[\\p{Script=Han}。，；：？！」』）)”] )${mark}(?:(?=[\\p{Script=Han}「『（《〈])|(?=(?:1[6-9]|20)\\d\\d\\s?年))`,
    'gu',
  );
  for (const { index } of text.matchAll(spaced)) {
    if (found.some((c) => c.start === index)) continue;
    const year = /^\d/u.test(text.slice(index + mark.length));
    found.push({ start: index, cost: year ? SPACED_BEFORE_YEAR : SPACED });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Two marks in one run of digits are rarer than one. */
const SIDE_BY_SIDE = 1;

const COST = 5;
const MOST = 60;
/** How many characters around a mark are looked at. */
const AROUND = 60;

/** The first of the lines in which a number could be marked; -1 where there is none. */
export function markedIn(number: number, lines: Line[], settings: Settings): number {
  const { text, offsets } = joined(lines);
  const starts = [
    ...bareMarks(text, number, settings).map((c) => c.start),
    ...standingMarks(text).flatMap((m) => (m.number === number ? [m.at] : [])),
  ];
  const first = Math.min(...starts);
  return Number.isFinite(first) ? offsets.findLastIndex((o) => o <= first) : -1;
}

function candidatesOf(lines: Line[], numbers: Set<number>, settings: Settings): Candidate[] {
  const { text, offsets } = joined(lines);
  const found: Candidate[] = [];
  const add = (start: number, length: number, number: number, sign: boolean, cost: number) => {
    const index = offsets.findLastIndex((o) => o <= start);
    const line = lines[index];
    if (!line) return;
    const at = start - (offsets[index] ?? 0);
    const end = start + length;
    const own = Math.min(length, line.text.length - at);
    const below = lines[index + 1];
    found.push({
      line,
      at,
      length: own,
      // The line feed is no part of it.
      ...(own < length && below ? { tail: { line: below, length: length - own - 1 } } : {}),
      text: text.slice(start, end).replace('\n', ''),
      number,
      sign,
      page: line.page,
      cost,
      before: text.slice(Math.max(0, start - AROUND), start),
      after: text.slice(end, end + AROUND),
      choice: `mark:${line.number}:${line.text.slice(Math.max(0, at - 10), at)}${number}`,
    });
  };
  for (const { at, length, number, form } of standingMarks(text))
    if (numbers.has(number)) add(at, length, number, form === 'sign', at === 0 ? 20 : 0);
  for (const number of numbers)
    for (const { start, cost } of bareMarks(text, number, settings)) {
      const length = String(number).length;
      const within = found.some(
        (c) => c.line.text.slice(c.at).length > 0 && overlaps(c, start, length, offsets, lines),
      );
      if (!within) add(start, length, number, false, Math.min(MOST, 1 + COST * cost));
    }
  for (const { 0: digits, index } of text.matchAll(/(?<!\d)\d{2,8}(?!\d)/gu)) {
    const lengths = numbersIn(digits, (n) => numbers.has(n));
    if (lengths.length === 1) continue;
    const cost = bareMarks(text, Number(digits), settings).find((c) => c.start === index)?.cost;
    if (cost === undefined) continue;
    let at = index;
    for (const length of lengths) {
      const number = Number(text.slice(at, at + length));
      add(at, length, number, false, Math.min(MOST, 1 + COST * (cost + SIDE_BY_SIDE)));
      at += length;
    }
  }
  return found.sort((a, b) => a.line.number - b.line.number || a.at - b.at || a.number - b.number);
}

function overlaps(c: Candidate, start: number, length: number, offsets: number[], lines: Line[]) {
  const at = (offsets[lines.indexOf(c.line)] ?? 0) + c.at;
  // The line feed, and what of the mark stands behind it.
  const over = c.tail ? 1 + c.tail.length : 0;
  return at < start + length && start < at + c.length + over;
}

/**
 * Figures of tables that end in the number of a note without a mark. One is
 * taken where it is the only one between the marks of the notes beside it: on
 * the page of the note, or where that has none, on the others. A year is none.
 */
function gluedTo(body: Line[], notes: RawNote[], unmarked: number[], marks: Mark[]): Glued[] {
  return unmarked.flatMap((note): Glued[] => {
    const { label, page, kind } = notes[note] as RawNote;
    const before = marks.find((m) => m.note === note - 1)?.line.number;
    const after = marks.find((m) => m.note === note + 1)?.line.number;
    if (label.form === 'sign' || !/^\d+$/u.test(label.text)) return [];
    if (before === undefined || after === undefined) return [];
    if (marks.some((m) => m.note === note)) return [];
    const figures = new RegExp(`(?<![\\d.,])[1-9]\\d*${label.text}(?=\\s|$)`, 'gu');
    const found = body
      .filter(({ number, text }) => number > before && number < after && isCells(text))
      .flatMap((line) =>
        [...line.text.matchAll(figures)].map(({ 0: figure, index: at }) => ({ line, at, figure })),
      )
      .filter(({ figure }) => !YEAR.test(figure));
    const near = kind === 'end' ? [] : found.filter(({ line }) => line.page === page);
    const [only, another] = near.length > 0 ? near : found;
    if (!only || another) return [];
    return [{ id: `cell:${only.line.number}:${only.figure}`, note, ...only }];
  });
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/** Whether a line holds words and figures of a table: short ones, and nothing of a sentence. */
const isCells = (text: string): boolean =>
  !/[。，；：？！「」]/u.test(text) && text.split(/\s+/u).every((piece) => piece.length <= 8);

/** Finds the marks of notes in the body, page by page. */
export function findMarks(
  body: Line[],
  notes: RawNote[],
  { settings, answers }: Pick<ReaderOptions, 'settings' | 'answers'>,
): FoundMarks {
  const byPage = new Map<number, Line[]>();
  for (const line of body) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  const numbersFor = (page: number): Set<number> =>
    new Set(
      notes
        .filter((n) => n.kind === 'end' || Math.abs(n.page - page) <= 1)
        .map((n) => n.label.number),
    );
  const places = settle(
    [...byPage].flatMap(([page, lines]) => candidatesOf(lines, numbersFor(page), settings)),
    settings,
    answers,
  );
  const targets = notes.map(
    ({ label, page, kind }): Target => ({
      number: label.number,
      sign: label.form === 'sign',
      page,
      far: kind === 'end',
    }),
  );
  const alignment = align(places, targets);
  const noteOf = repeats(places, targets, alignment);
  const marks = places.flatMap(({ line, at, length, tail, text }, i): Mark[] => {
    const note = noteOf[i];
    if (note === undefined) return [];
    return [{ line, at, length, text, note, ...(tail ? { tail } : {}) }];
  });
  const given = alignment.unmarked.map((note) => (notes[note] as RawNote).label.number);
  for (const { number, line, at } of unprinted(body, settings, given)) {
    const note = alignment.unmarked[given.indexOf(number)] as number;
    const { text } = (notes[note] as RawNote).label;
    marks.push({ line: body[line] as Line, at, length: 0, text, note });
  }
  const glued = gluedTo(body, notes, alignment.unmarked, marks);
  for (const { id, note, line, at, figure } of glued) {
    const { text } = (notes[note] as RawNote).label;
    if (answers[id] !== 1)
      marks.push({ line, at: at + figure.length - text.length, length: text.length, text, note });
  }
  marks.sort((a, b) => a.line.number - b.line.number || a.at - b.at);
  const chosen = places.flatMap((place, i): { note: number; place: number }[] => {
    const note = noteOf[i];
    return note !== undefined && answers[place.choice] === 1 ? [{ note, place: i }] : [];
  });
  const rivals = [...alignment.rivals, ...chosen].flatMap(({ note, place }): Rival[] => {
    const other = places[place];
    if (!other) return [];
    const before = other.line.text.slice(Math.max(0, other.at - 10), other.at);
    return [{ id: other.choice, note, before, line: other.line }];
  });
  const marked = new Set(marks.map(({ note }) => note));
  return { marks, unmarked: alignment.unmarked.filter((note) => !marked.has(note)), rivals, glued };
}
