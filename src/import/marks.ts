/**
 * Finds the marks of the notes in the text: bare numbers glued to it, which
 * may be glued to a year as well (`地主國派遣。261969 年`).
 *
 * Each note's mark stands on the note's own page, and marks stand in order.
 * Among the places where a number could be its mark, the most plausible are
 * taken; when two choices are equally good the import stops and asks.
 */
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

interface Candidate {
  start: number;
  cost: number;
}

const UNIT =
  /^ ?(?:年|月|日|％|%|名|人|億|萬|公里|枚|架|輛|座|個|條|次|號|點|線|師|週|歲|倍|度|項)/u;
const CUT = 4;
const AFTER_SPACE = 2;
const BEFORE_UNIT = 2;
const AFTER_LATIN = 3;
const AT_LINE_START = 1;

/** How unlikely it is that `digits` at `start` of the page's text is a mark; undefined: impossible. */
function cost(text: string, start: number, digits: string): number | undefined {
  const before = text[start - 1] ?? '\n';
  const run = /^\d+/u.exec(text.slice(start))?.[0] ?? '';
  const after = text.slice(start + digits.length);
  if (/[\d.,:/-]/u.test(before) && /[\d:/-]/u.test(text[start - 2] ?? '')) return undefined;
  if (/[\d/(（<=&?_-]/u.test(before) || /^[.,/]\d/u.test(after)) return undefined;
  let total = run === digits ? 0 : CUT;
  if (run !== digits && after.startsWith('0')) return undefined;
  if (before === ' ') total += AFTER_SPACE;
  if (before === '\n') total += AT_LINE_START + (/^\s*\n/u.test(after) ? 0 : AT_LINE_START);
  if (/\p{Script=Latin}/u.test(before)) total += AFTER_LATIN;
  if (run === digits && UNIT.test(after)) total += BEFORE_UNIT;
  return total;
}

function candidates(text: string, note: number, settings: Settings): Candidate[] {
  const digits = String(note);
  const given = settings.marks[digits];
  const found: Candidate[] = [];
  for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
    const c = cost(text, at, digits);
    if (c === undefined) continue;
    if (given !== undefined && !text.slice(0, at).trimEnd().endsWith(given)) continue;
    found.push({ start: at, cost: c });
  }
  return found;
}

/** The cheapest increasing choice of one candidate a note, and whether it is the only one. */
function choose(
  lists: Candidate[][],
): { starts: number[]; cost: number; unique: boolean } | undefined {
  type Way = { starts: number[]; cost: number; unique: boolean };
  let ways: Way[] = [{ starts: [], cost: 0, unique: true }];
  for (const list of lists) {
    const next: Way[] = [];
    for (const candidate of list) {
      const possible = ways.filter((way) => (way.starts.at(-1) ?? -1) < candidate.start);
      const best = Math.min(...possible.map((way) => way.cost));
      const cheapest = possible.filter((way) => way.cost === best);
      const way = cheapest[0];
      if (!way) continue;
      next.push({
        starts: [...way.starts, candidate.start],
        cost: best + candidate.cost,
        unique: cheapest.length === 1 && way.unique,
      });
    }
    ways = next;
  }
  const best = Math.min(...ways.map((way) => way.cost));
  const cheapest = ways.filter((way) => way.cost === best);
  const way = cheapest[0];
  return way && { ...way, unique: way.unique && cheapest.length === 1 };
}

/** The offset of each body line in the page's text (lines joined by a line feed). */
function pageText(page: Page): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  for (const line of page.body) {
    offsets.push(text.length);
    text += `${line.text.replace(/^ (?=\S)/u, '')}\n`;
  }
  return { text, offsets };
}

function toMark(page: Page, offsets: number[], note: number, start: number): Mark {
  const index = offsets.findLastIndex((offset) => offset <= start);
  const line = page.body[index];
  if (!line) throw new Error(`no line at offset ${start} of page ${page.number}`);
  const indent = /^ (?=\S)/u.test(line.text) ? 1 : 0;
  const column = start - (offsets[index] ?? 0) + indent;
  return { note, line: line.number, column, length: String(note).length };
}

/** A number that looks like a mark: glued to the text, and followed by more of it or by its end. */
const GLUED = /(?<=[\p{Script=Han}。，；：？！」』）)”])\d{1,4}(?=[\p{Script=Han}「『（]| *\n)/gu;

/** Numbers this far beyond the last note are figures of the text, not marks. */
const BEYOND = 9;

function refuseOrphans(page: Page, marks: Mark[], last: number): void {
  const { text, offsets } = pageText(page);
  for (const match of text.matchAll(GLUED)) {
    const at = toMark(page, offsets, Number(match[0]), match.index);
    const isMark = marks.some(
      (m) => m.line === at.line && m.column <= at.column && at.column < m.column + m.length,
    );
    const measures = UNIT.test(text.slice(match.index + match[0].length).trimStart());
    if (isMark || measures || Number(match[0]) > last + BEYOND) continue;
    throw new ImportError(
      at.line,
      `mark ${match[0]} after “${text.slice(Math.max(0, match.index - 8), match.index).trim()}” has no note on page ${page.number}`,
      `the notes of the text end with ${last}; add the note, or take the number out of the text`,
    );
  }
}

/**
 * Finds the mark of every note.
 * @throws ImportError when a note has no mark, a mark no note, or a mark
 *   could stand in two places
 */
export function findMarks(pages: Page[], notes: RawNote[], settings: Settings): Mark[] {
  const marks: Mark[] = [];
  for (const page of pages) {
    const own = notes.filter((note) => note.page === page.number);
    const { text, offsets } = pageText(page);
    const lists = own.map((note) => candidates(text, note.number, settings));
    const missing = own.find((_, i) => lists[i]?.length === 0);
    const chosen = missing ? undefined : choose(lists);
    if (!chosen) {
      const note = missing ?? own[0];
      const which = missing
        ? `note ${missing.number} has`
        : `notes ${own.map((n) => n.number).join(', ')} have`;
      throw new ImportError(
        note?.line ?? 0,
        `${which} no mark in the text of page ${page.number}`,
        'the mark is a bare number glued to the text: look for it there',
      );
    }
    if (!chosen.unique) {
      const unsure = own.find((_, i) => (lists[i]?.length ?? 0) > 1);
      throw new ImportError(
        unsure?.line ?? 0,
        `the mark of note ${unsure?.number} could stand in two places on page ${page.number}`,
        'give the text just before it under “marks” in the settings file',
      );
    }
    const found = own.map((note, i) => toMark(page, offsets, note.number, chosen.starts[i] ?? 0));
    refuseOrphans(page, found, notes.length);
    marks.push(...found);
  }
  return marks;
}
