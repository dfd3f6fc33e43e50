/**
 * Finds the marks of the notes in the text: bare numbers glued to it, which
 * may be glued to a year as well (`地主國派遣。261969 年`).
 *
 * Each note's mark stands on the note's own page, and marks stand in order.
 * Among the places where a number could be its mark (`candidates.ts`), the most
 * plausible are taken; when two choices are equally good the import stops and
 * asks.
 */
import { type Candidate, candidates, likeMarks } from './candidates.ts';
import { ImportError } from './errors.ts';
import type { RawNote } from './notes.ts';
import type { Page } from './pages.ts';
import type { Settings } from './settings.ts';

/** A mark found: the line (source number), and where in its text it stands. */
export interface Mark {
  note: number;
  line: number;
  column: number;
  length: number;
}

/** A choice of places for the first notes of a page, and another that is as good. */
interface Assignment {
  starts: number[];
  cost: number;
  rival: number[] | undefined;
}

function cheapest(assignments: Assignment[]): Assignment | undefined {
  const least = Math.min(...assignments.map((assignment) => assignment.cost));
  const [assignment, rival] = assignments.filter((w) => w.cost === least);
  return assignment && { ...assignment, rival: rival?.starts ?? assignment.rival };
}

/** The cheapest increasing choice of one candidate a note, or the index of the note it fails at. */
function choose(lists: Candidate[][]): Assignment | { failsAt: number } {
  let assignments: Assignment[] = [{ starts: [], cost: 0, rival: undefined }];
  for (const [failsAt, list] of lists.entries()) {
    assignments = list.flatMap(({ start, cost }): Assignment[] => {
      const assignment = cheapest(assignments.filter((w) => (w.starts.at(-1) ?? -1) < start));
      if (!assignment) return [];
      const { starts, rival } = assignment;
      return [
        {
          starts: [...starts, start],
          cost: assignment.cost + cost,
          rival: rival && [...rival, start],
        },
      ];
    });
    if (assignments.length === 0) return { failsAt };
  }
  return cheapest(assignments) as Assignment;
}

/** A page's body as one text (lines joined by a line feed), with the offset of each line in it. */
interface PageText {
  page: Page;
  text: string;
  offsets: number[];
}

const isIndented = (line: string) => /^ (?=\S)/u.test(line);

function pageText(page: Page): PageText {
  const offsets: number[] = [];
  let text = '';
  for (const line of page.body) {
    offsets.push(text.length);
    text += `${line.text.slice(isIndented(line.text) ? 1 : 0)}\n`;
  }
  return { page, text, offsets };
}

function toMark({ page, offsets }: PageText, note: number, mark: string, start: number): Mark {
  const index = offsets.findLastIndex((offset) => offset <= start);
  const line = page.body[index];
  if (!line) throw new Error(`no line at offset ${start} of page ${page.number}`);
  const column = start - (offsets[index] ?? 0) + (isIndented(line.text) ? 1 : 0);
  return { note, line: line.number, column, length: mark.length };
}

function noMark(note: RawNote, before: RawNote | undefined, settings: Settings): ImportError {
  const given = settings.marks[note.number];
  const after = before ? ` after the mark of note ${before.number}` : '';
  return new ImportError(
    note.line,
    `note ${note.number} has no mark in the text of page ${note.page}${after}`,
    given === undefined
      ? 'the mark is a bare number glued to the text: look for it there; if it is there, give the text just before it under “marks” in the settings file'
      : `under “marks” the settings file says that it follows “${given}”`,
  );
}

/** What is wrong with a mark that no note of its page has. */
function orphan(mark: string, page: number, notes: RawNote[]): { what: string; hint: string } {
  const alike = notes.filter((note) => note.mark === mark);
  const note = alike.find((n) => n.page === page) ?? alike[0];
  if (!note)
    return {
      what: `has no note on page ${page}`,
      hint: `the notes of the text end with ${notes.at(-1)?.mark ?? 'none'}; add the note, or take the number out of the text`,
    };
  if (note.page === page)
    return { what: `stands there again on page ${page}`, hint: 'a note has one mark' };
  return {
    what: `stands on page ${page}, and its note on page ${note.page}`,
    hint: 'take the number out of the text, or look for a page start that is lost or one too many',
  };
}

function refuseOrphans(text: PageText, marks: Mark[], notes: RawNote[], settings: Settings): void {
  const last = Math.max(0, ...notes.map(({ printed }) => printed));
  for (const { start, mark } of likeMarks(text.text, last, settings)) {
    const at = toMark(text, 0, mark, start);
    const isMark = marks.some(
      (m) => m.line === at.line && m.column <= at.column && at.column < m.column + m.length,
    );
    if (isMark) continue;
    const before = text.text.slice(0, start).replace(/\s+/gu, '').slice(-8);
    const { what, hint } = orphan(mark, text.page.number, notes);
    throw new ImportError(
      at.line,
      `mark ${mark} after “${before}” ${what}`,
      `${hint}; if it is no mark, give the words with it under “figures” in the settings file`,
    );
  }
}

/** Finds the marks of one page's notes. */
function marksOf(text: PageText, notes: RawNote[], settings: Settings): Mark[] {
  const lists = notes.map((note) => candidates(text.text, note, settings));
  const missing = lists.findIndex((list) => list.length === 0);
  if (missing !== -1) throw noMark(notes[missing] as RawNote, undefined, settings);
  const assignment = choose(lists);
  if ('failsAt' in assignment)
    throw noMark(notes[assignment.failsAt] as RawNote, notes[assignment.failsAt - 1], settings);
  if (assignment.rival) {
    const unsure = notes.find((_, i) => assignment.rival?.[i] !== assignment.starts[i]);
    throw new ImportError(
      unsure?.line ?? 0,
      `the mark of note ${unsure?.number} could stand in two places on page ${text.page.number}`,
      'give the text just before it under “marks” in the settings file',
    );
  }
  return notes.map((note, i) => toMark(text, note.number, note.mark, assignment.starts[i] ?? 0));
}

/**
 * Finds the mark of every note.
 * @throws ImportError when a note has no mark, a mark no note, or a mark
 *   could stand in two places
 */
export function findMarks(pages: Page[], notes: RawNote[], settings: Settings): Mark[] {
  return pages.flatMap((page) => {
    const text = pageText(page);
    const own = notes.filter((note) => note.page === page.number);
    const marks = marksOf(text, own, settings);
    refuseOrphans(text, marks, notes, settings);
    return marks;
  });
}
