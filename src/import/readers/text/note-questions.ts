/** What is asked about the notes of a text, and what the answers make of them. */
import { answerTo, ask } from '../ask.ts';
import { WITHOUT_MARK } from '../denied-notes.ts';
import type { Question, ReaderOptions } from '../types.ts';
import type { Line } from './lines.ts';
import type { Doubtful, Glued, Rival } from './marks.ts';
import type { RawNote } from './raw-note.ts';

type Answers = ReaderOptions['answers'];

const placeOf = (line: Line) => ({ line: line.number, column: line.offset + 1 });

/** The id of what is asked about a note: its line and its words, which hold when other notes go. */
export const idOfNote = ({ labelLine, label }: RawNote): string =>
  `note:${labelLine.number}:${label.text}:${labelLine.text.slice(0, 12)}`;

/** All lines of a note, that of its label too, in order. */
export const allLines = ({ labelLine, lines }: RawNote): Line[] =>
  (lines.includes(labelLine) ? [...lines] : [labelLine, ...lines]).sort(
    (a, b) => a.number - b.number,
  );

/** No more lines than these are offered for the start of a note. */
const MOST_STARTS = 9;

/** The lines that a note and what stands before it share: where it begins in them is in doubt. */
interface Shared {
  lines: Line[];
  /** What stands before: a note of the same page, or the text of it. */
  before: RawNote | undefined;
}

/** The last lines of a page's text that could belong to its first note. */
const MOST_TEXT = 4;

function shared(note: RawNote, notes: RawNote[], body: Line[]): Shared {
  const before = notes[notes.indexOf(note) - 1];
  if (before?.page === note.page) return { before, lines: [...before.lines, ...note.lines] };
  const first = note.lines[0]?.number ?? 0;
  const text = body.filter(({ page, number }) => page === note.page && number < first);
  return { before: undefined, lines: [...text.slice(-MOST_TEXT), ...note.lines] };
}

/**
 * The lines at which a note could begin, that at which it was found among them.
 * The first of the note before it is one only where that note may begin earlier.
 */
function startsOf(note: RawNote, { lines, before }: Shared, doubts: RawNote[]): Line[] {
  const own = before && !doubts.includes(before) ? lines.slice(1) : lines;
  const at = own.indexOf(note.lines[0] as Line);
  const from = Math.max(0, Math.min(at - 4, own.length - MOST_STARTS));
  return own.slice(from, from + MOST_STARTS);
}

const shown = (line: Line) => `The note begins with “${line.text.slice(0, 24)}”.`;

/** Notes and text, parted. */
interface Parted {
  notes: RawNote[];
  body: Line[];
}

/** Lets a note begin at a line. A start that would leave the note before it without a line is not taken. */
function beginAt({ notes, body }: Parted, note: RawNote, start: Line): Parted {
  const { lines, before } = shared(note, notes, body);
  const at = lines.indexOf(start);
  if (at === -1 || (before && at === 0)) return { notes, body };
  const own = new Set(lines.slice(at));
  const rest = lines.slice(0, at);
  return {
    notes: notes.map((n) => {
      if (n === note) return { ...n, lines: [...own] };
      return n === before ? { ...n, lines: rest } : n;
    }),
    body: before ? body : [...body.filter((l) => !own.has(l) && !rest.includes(l)), ...rest],
  };
}

/**
 * Asks where notes begin whose number does not stand before them, and lets them
 * begin where the answers say.
 * @param doubts the notes that are in doubt
 */
export function placed(
  { notes, body, doubts }: Parted & { doubts: RawNote[] },
  answers: Answers,
): Parted & { questions: Question[] } {
  const questions: Question[] = [];
  let parted: Parted = { notes, body };
  for (const note of doubts) {
    const lines = startsOf(note, shared(note, notes, body), doubts);
    const [first, second, ...others] = lines.map(shown);
    if (first === undefined || second === undefined) continue;
    const question = ask(
      {
        id: `begins:${idOfNote(note)}`,
        about: 'note',
        asks: `The number ${note.label.text} does not stand before its note: where does the note begin?`,
        place: placeOf(note.labelLine),
        context: note.lines[0]?.text.slice(0, 40) ?? '',
        readings: [first, second, ...others],
      },
      lines.indexOf(note.lines[0] as Line),
      answers,
    );
    questions.push(question);
    const own = parted.notes[notes.indexOf(note)];
    const start = lines[question.taken];
    if (question.answered && own && start) parted = beginAt(parted, own, start);
  }
  return { ...parted, questions };
}

/** What the search for marks has found. */
interface Found {
  /** All notes, also those that a person said are none. */
  all: RawNote[];
  notes: RawNote[];
  /** Indexes of notes. */
  unmarked: number[];
  rivals: Rival[];
  glued: Glued[];
  doubtful: Doubtful[];
}

/** Asks about notes without a mark, and about marks that could stand in two places. */
export function questionsOn(
  { all, notes, unmarked, rivals, glued, doubtful }: Found,
  answers: Answers,
): Question[] {
  const odd = new Set(unmarked.map((i) => notes[i]));
  const asked = all.filter(
    (note) => odd.has(note) || (answerTo(idOfNote(note), WITHOUT_MARK.length, answers) ?? 0) > 0,
  );
  const withoutMark = asked.map((note) =>
    ask(
      {
        id: idOfNote(note),
        about: 'note',
        asks: `Note ${note.label.text} has no mark in the text.`,
        place: placeOf(note.labelLine),
        context: allLines(note)[0]?.text.slice(0, 40) ?? '',
        readings: WITHOUT_MARK,
      },
      0,
      answers,
    ),
  );
  const twice = rivals.map(({ id, note, before, line }) => {
    const { text } = (notes[note] as RawNote).label;
    const question = {
      id,
      about: 'mark' as const,
      asks: `The mark of note ${text} could also stand after “${before}”.`,
      place: placeOf(line),
      context: `${before}${text}`,
      readings: ['It stands where it was found.', `It stands after “${before}”.`] as const,
    };
    return ask(question, 0, answers);
  });
  const cells = glued.map(({ id, note, line, at, figure }) => {
    const { text } = (notes[note] as RawNote).label;
    const left = figure.slice(0, -text.length);
    return ask(
      {
        id,
        about: 'mark' as const,
        asks: `The figure ${figure} in a table could ${left === '' ? 'be' : 'end in'} the mark of note ${text}.`,
        place: { line: line.number, column: line.offset + 1 + at },
        context: line.text.slice(0, 40),
        readings: [
          left === '' ? 'It is the mark of the note.' : `It is ${left} and the mark ${text}.`,
          `It is the figure ${figure}, and the mark of the note is missing.`,
        ] as const,
      },
      0,
      answers,
    );
  });
  const numbers = doubtful.map(({ id, note, before, line, at, again }) => {
    const { text } = (notes[note] as RawNote).label;
    const question = {
      id,
      about: 'mark' as const,
      asks: `The number after “${before}” could be a figure: is it ${again ? 'once more ' : ''}the mark of note ${text}?`,
      place: { line: line.number, column: line.offset + 1 + at },
      context: line.text.slice(Math.max(0, at - 20), at + 20),
      readings: ['It is the mark of the note.', 'It is part of the text.'] as const,
    };
    return ask(question, 0, answers);
  });
  return [...withoutMark, ...twice, ...cells, ...numbers];
}
