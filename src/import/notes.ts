/** The lines under the parting line → notes, in the order of their numbers. */
import { ImportError } from './errors.ts';
import type { Page } from './pages.ts';
import { endsParagraph, type Line } from './text.ts';

/** A note as laid out: its lines without its number, and the page of each line. */
export interface RawNote {
  number: number;
  page: number;
  line: number;
  lines: { text: string; page: number; line: number }[];
}

/** A number at the start of a line, followed by something that can begin a note. */
const NOTE_START = /^(\d{1,4})(?: +(?=\S)|(?=[\p{Script=Han}\p{Script=Latin}「『“"<(（]))/u;

/** How far off a number may be and still be taken for a misnumbered note. */
const NEAR = 9;

function isNear(found: number, expected: number): boolean {
  return found !== expected && Math.abs(found - expected) <= NEAR;
}

/** Whether the line could begin a note: at the top of the notes, or after a finished one. */
function mayBegin(line: Line, before: Line | undefined): boolean {
  return (
    before === undefined || endsParagraph(before.text, line.text) || /[。.]\s*$/u.test(before.text)
  );
}

/** The number a line begins with, as a note does. */
function numberOf(line: Line | undefined): number | undefined {
  const number = NOTE_START.exec(line?.text ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Whether a line with the right number begins the note: where the line before
 * is not finished, and a later one fits better, the number is one of its text
 * (第 ⏎ 6 期).
 */
function begins(lines: Line[], at: number): boolean {
  const number = numberOf(lines[at]);
  const fits = (line: Line, i: number) => numberOf(line) === number && mayBegin(line, lines[i - 1]);
  return fits(lines[at] as Line, at) || !lines.some((line, i) => i > at && fits(line, i));
}

const shown = (text: string) => `“${text.trim().slice(0, 16)}…”`;

const NOTE_END = /(?:。|[\d/a-z]{3}\.)\s+$/u;
const TEXT_START = /^[\p{Script=Han}\p{Lu}「『“<]/u;

/** The line inside a note that looks like the beginning of another one, which has lost its number. */
function unnumbered(note: RawNote | undefined): RawNote['lines'][number] | undefined {
  return note?.lines.find(
    ({ text }, i) => TEXT_START.test(text) && NOTE_END.test(note.lines[i - 1]?.text ?? ''),
  );
}

function outOfOrder(line: Line, found: number, expected: number, note?: RawNote): ImportError {
  const hint = 'the notes must be numbered 1, 2, 3 … in the order of the text';
  const after = `${expected === 1 ? 'first' : `after note ${expected - 1}`} comes ${shown(line.text)}`;
  if (found < expected)
    return new ImportError(line.number, `note ${found} stands again: ${after}`, hint);
  const lost = unnumbered(note);
  return new ImportError(
    lost?.line ?? line.number,
    `note ${expected} is missing: ${after}${lost ? ` (has ${shown(lost.text)} lost its number?)` : ''}`,
    hint,
  );
}

/**
 * Reads the notes of all pages.
 * @throws ImportError when a number is missing, doubled or out of order
 */
export function readNotes(pages: Page[]): RawNote[] {
  const notes: RawNote[] = [];
  for (const page of pages) {
    const lines = page.notes.filter((line) => line.text.trim() !== '');
    for (const [i, line] of lines.entries()) {
      const expected = notes.length + 1;
      // What runs over stands first, and may begin with a number of its own (9 月 10 日).
      const continues = i === 0 && page.runsOver;
      const found = continues ? undefined : numberOf(line);
      const current = notes.at(-1);
      if (found === expected && begins(lines, i)) {
        const text = line.text.replace(NOTE_START, '');
        notes.push({
          number: expected,
          page: page.number,
          line: line.number,
          lines: [{ text, page: page.number, line: line.number }],
        });
      } else if (found && isNear(found, expected) && mayBegin(line, lines[i - 1])) {
        throw outOfOrder(line, found, expected, current);
      } else if (!current || (i === 0 && !continues)) {
        throw new ImportError(
          line.number,
          `note ${expected} is expected at the head of the notes of page ${page.number}, not ${shown(line.text)}`,
          'each note begins on a line of its own with its number',
        );
      } else {
        current.lines.push({ text: line.text, page: page.number, line: line.number });
      }
    }
  }
  return notes;
}
