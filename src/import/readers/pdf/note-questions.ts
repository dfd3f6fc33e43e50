/** What is asked about the notes of a PDF, and what the answers make of them. */
import { answerTo, ask } from '../ask.ts';
import { WITHOUT_MARK } from '../denied-notes.ts';
import type { Place, Question, ReaderOptions } from '../types.ts';
import type { Line } from './lines.ts';
import type { Mark, Orphan } from './marks.ts';
import type { RawNote } from './note-lines.ts';

type Answers = ReaderOptions['answers'];

/** The id of what is asked about a note: its page and its words, which hold when other notes go. */
export const idOfNote = ({ page, label, lines }: RawNote): string =>
  `note:${page + 1}:${label.text}:${lines[0]?.text.trim().slice(0, 12) ?? ''}`;

export const allLines = ({ lines }: RawNote): Line[] => lines;

/** Asks about notes without a mark, and about those that a person said are none. */
export function onNotes(
  all: RawNote[],
  unmarked: RawNote[],
  answers: Answers,
  place: (line: Line) => Place,
): Question[] {
  const odd = new Set(unmarked);
  return all
    .filter(
      (note) => odd.has(note) || (answerTo(idOfNote(note), WITHOUT_MARK.length, answers) ?? 0) > 0,
    )
    .map((note) => {
      const [line] = note.lines as [Line, ...Line[]];
      const question = {
        id: idOfNote(note),
        about: 'note' as const,
        asks: `Note ${note.label.text} has no mark in the text.`,
        place: place(line),
        context: line.text.trim().slice(0, 40),
        readings: WITHOUT_MARK,
      };
      return ask(question, 0, answers);
    });
}

/** How many notes with the number of a raised figure are offered. */
const MOST_NOTES = 4;

/** The notes to which a raised number could lead, the nearest first. */
function notesFor({ number, sign, line }: Orphan, notes: RawNote[]): RawNote[] {
  const far = ({ page }: RawNote) => Math.abs(page - line.page);
  return notes
    .filter(({ label }) => label.number === number && (label.form === 'sign') === sign)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST_NOTES);
}

/** Marks whose note is missing, by its index in the notes. */
const NO_NOTE = -1;

/**
 * Asks what raised numbers are that lead to no note, and makes marks of those
 * that a person said are.
 */
export function onOrphans(
  orphans: Orphan[],
  notes: RawNote[],
  answers: Answers,
  place: (line: Line) => Place,
): { questions: Question[]; marks: Mark[] } {
  const marks: Mark[] = [];
  const questions = orphans.map((orphan) => {
    const { line, from, to, text, id } = orphan;
    const offered = notesFor(orphan, notes);
    const before = line.items
      .slice(Math.max(0, from - 12), from)
      .map((i) => i.char)
      .join('');
    const question = ask(
      {
        id,
        about: 'mark',
        asks: `The raised ${text} leads to no note.`,
        place: place(line),
        context: `${before}${text}`,
        readings: [
          'It is part of the text.',
          'It is a mark whose note the file does not hold: it is left out.',
          ...offered.map(
            ({ page, lines }) =>
              `It is the mark of the note on page ${page + 1} of the file, “${lines[0]?.text.trim().slice(0, 16)}”.`,
          ),
        ],
      },
      0,
      answers,
    );
    const chosen = offered[question.taken - 2];
    if (question.taken > 0)
      marks.push({ line, from, to, text, note: chosen ? notes.indexOf(chosen) : NO_NOTE });
    return question;
  });
  return { questions, marks };
}
