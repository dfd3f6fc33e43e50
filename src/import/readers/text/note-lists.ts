/** Lists of notes: at the end of a text or of each chapter, under a heading or with nothing over them. */
import type { Known } from './division.ts';
import { isNotesHeading, type Label, type LabelForm } from './labels.ts';
import { FINISHED, formOf, labelled, labelsOf, type Marked } from './line-labels.ts';
import type { Line } from './lines.ts';
import type { Areas, RawNote } from './raw-note.ts';

/** Notes of a list at the end, each begun by its number. */
function listNotes(
  lines: Line[],
  form: LabelForm | undefined,
): { notes: RawNote[]; stray: Line[] } {
  const notes: RawNote[] = [];
  const stray: Line[] = [];
  let last = 0;
  let pending: Marked | undefined;
  for (const [i, line] of lines.entries()) {
    const own = labelled(line, form);
    const number = own.label?.number;
    const before = lines[i - 1];
    const open = before && notes.length > 0 && !FINISHED.test(before.text) && !own.alone;
    const begins =
      number !== undefined && (number === last + 1 || (number === 1 && last > 0)) && !open;
    if (begins && own.alone) {
      pending = own;
      last = number;
    } else if (begins || pending) {
      const holder = pending ?? own;
      const label = holder.label as Label;
      notes.push({
        label,
        labelLine: holder.line,
        labelLength: label.length,
        kind: 'end',
        page: line.page,
        lines: [line],
      });
      last = label.number;
      pending = undefined;
    } else if (notes.length > 0) (notes.at(-1) as RawNote).lines.push(line);
    else stray.push(line);
  }
  return { notes, stray };
}

/** What ends a list of notes: the next chapter, or what stands after all chapters. */
const ENDS_LIST =
  /^(?:第\s*(?:[〇零一二三四五六七八九十百]+|\d+)\s*章|(?:參考|参考|徵引|征引|引用)(?:文獻|文献|書目|书目|資料|资料)|附錄|附录)/u;

/** Lists of notes under headings of their own: one at the end, or one after each chapter. */
export function listsOf(all: Line[]): Areas | undefined {
  const counts = (at: number) => labelsOf(all[at] as Line).some((l) => l.number === 1);
  // In a list for all chapters, their titles stand above their notes.
  const isTitle = (line: Line, at: number) =>
    ENDS_LIST.test(line.text) && at + 1 < all.length && counts(at + 1);
  const begins = all.flatMap((line, at) => {
    if (!isNotesHeading(line.text) || at + 1 >= all.length) return [];
    const next = all[at + 1] as Line;
    return counts(at + 1) || isTitle(next, at + 1) ? [at] : [];
  });
  if (begins.length === 0) return undefined;
  const areas: Areas = { notes: [], body: [], headings: [], doubts: [] };
  let at = 0;
  for (const begin of begins) {
    areas.body.push(...all.slice(at, begin));
    areas.headings.push(all[begin] as Line);
    const lines: Line[] = [];
    for (at = begin + 1; at < all.length && !begins.includes(at); at += 1) {
      const line = all[at] as Line;
      if (isTitle(line, at)) areas.headings.push(line);
      else if (ENDS_LIST.test(line.text) && line.text.length <= 40) break;
      else lines.push(line);
    }
    const { notes, stray } = listNotes(lines, formOf(lines));
    areas.notes.push(...notes);
    areas.body.push(...stray);
  }
  areas.body.push(...all.slice(at));
  return areas;
}

/** Fewer notes than this at the end of a text are no list. */
const LEAST = 3;

/**
 * A list of notes at the end of the text, with nothing over it: the last that
 * counts from 1 to the end, and whose marks stand above it. Items of a list have none.
 */
export function unheaded(all: Line[], { markedIn }: Known): Areas | undefined {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const line = all[at] as Line;
    const label = labelsOf(line).find((l) => l.number === 1);
    if (!label) continue;
    const { notes, stray } = listNotes(all.slice(at), label.form);
    if (notes.length < LEAST || stray.length > 0 || notes[0]?.labelLine !== line) continue;
    const body = all.slice(0, at);
    const marked = notes.filter(({ label }) => markedIn(label.number, body) !== -1);
    if (marked.length * 2 >= notes.length) return { notes, body, headings: [], doubts: [] };
  }
  return undefined;
}
