/** Which lines of a text are notes, and where each begins: in lists, or at the feet of pages. */
import { bestDivision, type Division, isDirect, type Known, WIDER } from './division.ts';
import type { Label } from './labels.ts';
import { FINISHED, formOf, labelled, type Marked } from './line-labels.ts';
import type { Line } from './lines.ts';
import { listsOf, unheaded } from './note-lists.ts';
import type { Areas, RawNote } from './raw-note.ts';

/** A title in quotation marks, which a comma shows to go on. */
const COMMA = /[,，][”’"]$/u;

/** The lines of a note that runs over from the page before: those above the first note that are no text. */
function runsOver(
  marked: Marked[],
  first: number,
  last: RawNote | undefined,
  known: Known,
): number {
  const end = last?.lines.at(-1);
  if (!last || !end || (FINISHED.test(end.text) && !COMMA.test(end.text))) return first;
  let from = first;
  for (let i = first - 1; i >= 0; i -= 1) {
    const { line } = marked[i] as Marked;
    const wide = line.width > known.measure + WIDER;
    if (wide) from = i;
    else if (i !== first - 1 || !FINISHED.test(line.text)) break;
    else if (line.blank) {
      from = i;
      break;
    }
  }
  return from;
}

/** Makes the notes of a division. */
function notesOf(marked: Marked[], { cuts, numbers }: Division, page: number): RawNote[] {
  const holders = cuts.map((cut, i): Marked => {
    const number = numbers[i];
    const own = marked[cut] as Marked;
    if (own.label?.number === number && !own.alone) return own;
    const above = marked[cut - 1];
    if (above?.alone && above.label?.number === number) return above;
    return marked.findLast((m) => m.alone && m.label?.number === number) ?? own;
  });
  const taken = new Set(holders.filter((h) => h.alone));
  return cuts.map((cut, i): RawNote => {
    const holder = holders[i] as Marked;
    const label = holder.label as Label;
    const lines = marked.slice(cut, cuts[i + 1] ?? marked.length).filter((m) => !taken.has(m));
    return {
      label,
      labelLine: holder.line,
      labelLength: label.length,
      kind: 'foot',
      page,
      lines: lines.map((m) => m.line),
    };
  });
}

/** Parts text and notes. */
export function findNotes(pages: Line[][], known: Known): Areas {
  const all = pages.flat();
  const lists = listsOf(all);
  if (lists) return lists;
  const form = formOf(all);
  const notes: RawNote[] = [];
  const body: Line[] = [];
  const doubts: RawNote[] = [];
  for (const lines of pages) {
    const marked = lines.map((line) => labelled(line, form));
    const next = (notes.at(-1)?.label.number ?? 0) + 1;
    const division =
      form === undefined ? undefined : bestDivision(marked, next, body.slice(-12), known);
    if (!division) {
      body.push(...lines);
      continue;
    }
    const { cuts } = division;
    const cut = cuts[0] ?? marked.length;
    // The label of the first note stands above it.
    const head = marked[cut - 1];
    const first = head?.alone && head.label?.number === division.numbers[0] ? cut - 1 : cut;
    const from = runsOver(marked, first, notes.at(-1), known);
    notes.at(-1)?.lines.push(...lines.slice(from, first));
    body.push(...lines.slice(0, from));
    const own = notesOf(marked, division, lines[0]?.page ?? 0);
    for (const note of own)
      if (
        !isDirect(
          marked,
          marked.findIndex((m) => m.line === note.lines[0]),
          note.label.number,
        )
      )
        doubts.push(note);
    notes.push(...own);
  }
  return notes.length < 2
    ? (unheaded(all, known) ?? { notes, body, headings: [], doubts })
    : { notes, body, headings: [], doubts };
}
