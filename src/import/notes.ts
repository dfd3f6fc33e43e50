/** The lines under the parting line → notes, in the order of their numbers. */
import { ImportError } from './errors.ts';
import { endsParagraph, type Line } from './lines.ts';
import { type MarkForm, markForm } from './noteref-forms.ts';
import type { Page } from './pages.ts';
import type { Settings } from './settings.ts';

/** A note as laid out: its lines without its number, and the page of each line. */
export interface RawNote {
  /** Its number in the chapter, which is its address. */
  number: number;
  /** Its number as printed, which may begin anew in each section. */
  printed: number;
  /** Its mark as printed: 3, [3], ③. */
  mark: string;
  page: number;
  line: number;
  lines: { text: string; page: number; line: number }[];
}

/** A bare number at the start of a line, followed by something that can begin a note. */
const NUMBERED = /^(\d{1,4})(?: +(?=\S)|(?=[\p{Script=Han}\p{Script=Latin}「『“"<(（]))/u;

/** How the lines that begin notes look in a text. */
class Starts {
  readonly #form: MarkForm;
  readonly #pattern: RegExp;

  constructor(settings: Settings) {
    this.#form = markForm(settings.noteMarks);
    this.#pattern = this.#form.bare
      ? NUMBERED
      : new RegExp(`^(${this.#form.pattern})\\s*(?=\\S)`, 'u');
  }

  /** The number a line begins with, as a note does. */
  numberOf(line: Line | undefined): number | undefined {
    const mark = this.#pattern.exec(line?.text ?? '')?.[1];
    return mark === undefined ? undefined : this.#form.numberIn(mark);
  }

  /** The line without the mark it begins with. */
  rest(line: Line): string {
    return line.text.replace(this.#pattern, '');
  }

  mark(number: number): string {
    return this.#form.of(number);
  }

  /**
   * Whether a line with the right number begins the note: where the line before
   * is not finished, and a later one fits better, the number is one of its text
   * (第 ⏎ 6 期).
   */
  begins(lines: Line[], at: number): boolean {
    const number = this.numberOf(lines[at]);
    const fits = (line: Line, i: number) =>
      this.numberOf(line) === number && mayBegin(line, lines[i - 1]);
    return fits(lines[at] as Line, at) || !lines.some((line, i) => i > at && fits(line, i));
  }
}

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
 * @param settings what marks look like, and whether they begin anew in each section
 * @throws ImportError when a number is missing, doubled or out of order
 */
export function readNotes(pages: Page[], settings: Settings): RawNote[] {
  const notes: RawNote[] = [];
  const starts = new Starts(settings);
  const anew = settings.noteNumbers === 'section';
  for (const page of pages) {
    const lines = page.notes.filter((line) => line.text.trim() !== '');
    for (const [i, line] of lines.entries()) {
      const current = notes.at(-1);
      const expected = (current?.printed ?? 0) + 1;
      // What runs over stands first, and may begin with a number of its own (9 月 10 日).
      const continues = i === 0 && page.runsOver;
      const found = continues ? undefined : starts.numberOf(line);
      const restarts = anew && found === 1 && mayBegin(line, lines[i - 1]);
      if (found !== undefined && (restarts || (found === expected && starts.begins(lines, i)))) {
        const text = starts.rest(line);
        notes.push({
          number: notes.length + 1,
          printed: found,
          mark: starts.mark(found),
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
