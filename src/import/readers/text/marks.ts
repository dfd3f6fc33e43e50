/** The marks of notes in the lines of a text: bare numbers glued to it, and forms that stand for themselves. */
import { settle, unprinted } from '../pinned.ts';
import type { ReaderOptions } from '../types.ts';
import { align, repeats, type Target } from './align.ts';
import type { Line } from './lines.ts';
import { type Candidate, candidatesOf, type Tail } from './mark-places.ts';
import type { RawNote } from './raw-note.ts';

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
  /** Numbers that were taken for marks, and could be figures of the text. */
  doubtful: Doubtful[];
}

/** A number that leads to a note, and the id of the question whether it is a mark. */
export interface Doubtful {
  id: string;
  note: number;
  before: string;
  line: Line;
  at: number;
  /** Whether the note has a mark before it. */
  again: boolean;
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

/** A mark that comes again stands at the end of a sentence. */
const AFTER_SENTENCE = /[。！？」』”]$/u;

/**
 * Figures of tables that end in the number of a note without a mark. One is
 * taken where it is the only one between the marks of the notes beside it: on
 * the page of the note, or where that has none, on the others. A year is none,
 * and no figure that is as long as most beside it.
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
    const cells = body.filter(
      ({ number, text }) => number > before && number < after && isCells(text),
    );
    const usual = usualLength(cells);
    const found = cells
      .flatMap((line) =>
        [...line.text.matchAll(figures)].map(({ 0: figure, index: at }) => ({ line, at, figure })),
      )
      .filter(({ figure }) => !YEAR.test(figure) && figure.length > usual);
    // Or its mark stands apart, shorter than the figures.
    const apart =
      found.length > 0 || label.text.length >= usual
        ? []
        : cells.flatMap((line) =>
            [...line.text.matchAll(/(?<!\S)\d+(?!\S)/gu)]
              .filter(({ 0: figure }) => figure === label.text)
              .map(({ 0: figure, index: at }) => ({ line, at, figure })),
          );
    const all = [...found, ...apart];
    const near = kind === 'end' ? [] : all.filter(({ line }) => line.page === page);
    const [only, another] = near.length > 0 ? near : all;
    if (!only || another) return [];
    return [{ id: `cell:${only.line.number}:${only.figure}`, note, ...only }];
  });
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/** How long the figures of a table are, years aside: the middle one of their lengths. */
function usualLength(lines: Line[]): number {
  const figures = lines.flatMap(({ text }) => text.match(/(?<![\d.,])\d+(?=\s|$)/gu) ?? []);
  const lengths = figures.filter((f) => !YEAR.test(f)).map((f) => f.length);
  return lengths.sort((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)] ?? 0;
}

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
  const settled = settle(
    [...byPage].flatMap(([page, lines]) => candidatesOf(lines, numbersFor(page), settings)),
    settings,
    answers,
  );
  const denied = settled.filter(({ doubtId }) => answers[doubtId] === 1);
  const places = settled.filter((place) => !denied.includes(place));
  const targets = notes.map(
    ({ label, page, kind }): Target => ({
      number: label.number,
      sign: label.form === 'sign',
      page,
      far: kind === 'end',
    }),
  );
  const alignment = align(places, targets);
  // A bare number that comes again is taken where no note lacks its mark.
  const isSure = ({ cost, before, sign }: Candidate): boolean =>
    cost <= 0 ||
    (!sign && cost === 1 && alignment.unmarked.length === 0 && AFTER_SENTENCE.test(before));
  const noteOf = repeats(places, targets, alignment, isSure);
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
  const doubted = (place: Candidate, note: number, again: boolean): Doubtful => {
    const { line, at, doubtId } = place;
    const before = line.text.slice(Math.max(0, at - 10), at).trim();
    return { id: doubtId, note, before, line, at, again };
  };
  const doubtful = [
    ...places.flatMap((place, i): Doubtful[] => {
      const note = noteOf[i];
      const again = alignment.noteOf[i] === undefined && place.cost > 0;
      return note === undefined || !(again || place.doubt) ? [] : [doubted(place, note, again)];
    }),
    ...denied.flatMap((place): Doubtful[] => {
      const note = notes.findIndex(({ label }) => label.number === place.number);
      const again = marks.some((m) => m.note === note);
      return note === -1 ? [] : [doubted(place, note, again)];
    }),
  ];
  const marked = new Set(marks.map(({ note }) => note));
  const unmarked = alignment.unmarked.filter((note) => !marked.has(note));
  return { marks, unmarked, rivals, glued, doubtful };
}
