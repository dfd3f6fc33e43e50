/** Notes that no mark leads to may be none: a year that begins a line. A person says so, and what they are instead. */
import { answerTo } from './ask.ts';
import type { Question, ReaderOptions } from './types.ts';

/** The readings of a note without a mark, in the order of their numbers. */
export const WITHOUT_MARK: Question['readings'] = [
  'It is a note whose mark was not found. It is left out until “marks” in the settings says where it belongs: the words before its mark.',
  'It is no note: it goes on with the note before it.',
  'It is no note: it is part of the text.',
];

/**
 * Takes the notes away that a person said are none.
 * @param idOf the id of the question about a note
 * @param linesOf all lines of a note, that of its label too
 * @returns the notes that stay, and the lines that are text
 */
export function withoutDenied<Line, Note extends { lines: Line[] }>(
  notes: Note[],
  answers: ReaderOptions['answers'],
  idOf: (note: Note) => string,
  linesOf: (note: Note) => Line[],
): { notes: Note[]; text: Line[] } {
  const kept: Note[] = [];
  const text: Line[] = [];
  for (const note of notes) {
    const answer = answerTo(idOf(note), WITHOUT_MARK.length, answers) ?? 0;
    const before = kept.at(-1);
    if (answer === 0) kept.push(note);
    else if (answer === 1 && before) before.lines.push(...linesOf(note));
    else text.push(...linesOf(note));
  }
  return { notes: kept, text };
}
