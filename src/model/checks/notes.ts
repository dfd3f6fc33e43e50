/** Checks between marks and notes. */
import { type Content, type Entry, lineOfKey } from '../content/content.ts';
import type { FootnoteData } from '../content/schemas.ts';
import { placedInlines } from '../text/document.ts';
import type { Blocks, PlacedBlock } from './blocks.ts';
import type { Finding } from './findings.ts';

interface PlacedMark {
  number: number;
  page: number | undefined;
  file: string;
  line: number;
}

const fileOf = (number: number) => `footnotes/${String(number).padStart(3, '0')}.md`;

function marksOf(blocks: PlacedBlock[]): PlacedMark[] {
  return blocks.flatMap(({ file, block }) => {
    let { page } = block;
    const marks: PlacedMark[] = [];
    for (const { line, inline } of placedInlines(block)) {
      if (inline.type === 'pageBreak') page = inline.page;
      if (inline.type === 'noteref') marks.push({ number: inline.number, page, file, line });
    }
    return marks;
  });
}

function checkNumbers(content: Content): Finding[] {
  const findings: Finding[] = [];
  let due = 1;
  const files = new Map<number, string>();
  for (const note of content.footnotes) {
    const { file } = note;
    const { number } = note.data;
    const line = lineOfKey(note, 'number');
    const other = files.get(number);
    if (other) {
      const message = `note ${number} is in ${other} already: give one its own number.`;
      findings.push({ rule: 'number/duplicate', file, line, message });
      continue;
    }
    files.set(number, file);
    if (number !== due) {
      const message = `note ${number} follows note ${due - 1}: write note ${due}, or import the text again.`;
      findings.push({ rule: 'number/gap', file, line, message });
    }
    if (file !== fileOf(number)) {
      const message = `note ${number} belongs in ${fileOf(number)}: rename the file.`;
      findings.push({ rule: 'file/name', file, line, message });
    }
    due = number + 1;
  }
  return findings;
}

/** What is wrong with a mark that is not the first of its note, or has none. */
function markFault(
  number: number,
  note: Entry<FootnoteData> | undefined,
  first: PlacedMark | undefined,
  times: number,
): Pick<Finding, 'rule' | 'message'> | undefined {
  if (!note) {
    const message = `[^${number}] has no note: write ${fileOf(number)}, or escape the mark as \\[^${number}] if it is printed so.`;
    return { rule: 'noteref/dangling', message };
  }
  if (!first || times <= (note.data.marks ?? 1)) return undefined;
  const message = `[^${number}] stands in ${first.file}:${first.line} already: a note has one mark, so take one out.`;
  return { rule: 'noteref/doubled', message };
}

/** The mark of a note must follow those before it, and stand on the note's page. */
function checkPlace(mark: PlacedMark, note: Entry<FootnoteData>, last: number): Finding[] {
  const { file, line, number } = mark;
  const { page } = note.data;
  const findings: Finding[] = [];
  if (number < last) {
    const message = `[^${number}] comes after [^${last}]: set the marks in the order of their numbers.`;
    findings.push({ rule: 'noteref/order', file, line, message });
  }
  if (page !== mark.page) {
    const message = `note ${number} is said to stand on page ${page}, and its mark stands on page ${mark.page} (${file}:${line}): set “page”, or move the page break.`;
    findings.push({ rule: 'note/page', file: note.file, line: lineOfKey(note, 'page'), message });
  }
  return findings;
}

/** The address of a note is its number: an id of its own would stand twice on a page. */
function checkNoteIds(blocks: PlacedBlock[]): Finding[] {
  return blocks.flatMap(({ file, block }) => {
    const message = `a note has its number for an id: take {#${block.id}} out.`;
    return block.id === '' ? [] : [{ rule: 'id/form', file, line: block.line, message }];
  });
}

/** Every mark has one note, every note one mark, in order, on its page. */
export function checkNotes(content: Content, blocks: Blocks): Finding[] {
  const findings = checkNumbers(content);
  const notes = new Map(content.footnotes.map((f) => [f.data.number, f]));
  const seen = new Map<number, PlacedMark>();
  const counts = new Map<number, number>();
  let last = 0;
  for (const mark of marksOf(blocks.text)) {
    const { file, line, number } = mark;
    const note = notes.get(number);
    const first = seen.get(number);
    const times = (counts.get(number) ?? 0) + 1;
    counts.set(number, times);
    const fault = markFault(number, note, first, times);
    if (fault) findings.push({ ...fault, file, line });
    else if (note && !first) findings.push(...checkPlace(mark, note, last));
    seen.set(number, first ?? mark);
    // A mark without a note says nothing about the order of the others.
    if (note) last = Math.max(last, number);
  }
  for (const note of content.footnotes) {
    const { number } = note.data;
    if (seen.has(number)) continue;
    const message = `note ${number} has no mark in the text: set [^${number}] where it is printed.`;
    const line = lineOfKey(note, 'number');
    findings.push({ rule: 'note/unreferenced', file: note.file, line, message });
  }
  return [...findings, ...checkNoteIds(blocks.notes)];
}
