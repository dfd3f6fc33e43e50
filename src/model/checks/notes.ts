/** Checks between marks and notes. */
import type { Content } from '../content.ts';
import { type Block, inlinesOf, walk } from '../document.ts';
import type { Finding } from '../findings.ts';

/** A block with the file it stands in. */
export interface PlacedBlock {
  file: string;
  block: Block;
}

interface PlacedMark {
  number: number;
  page: number;
  file: string;
  line: number;
}

function marksOf(blocks: PlacedBlock[]): PlacedMark[] {
  return blocks.flatMap(({ file, block }) => {
    let { page } = block;
    const marks: PlacedMark[] = [];
    for (const inline of walk(inlinesOf(block))) {
      if (inline.type === 'pageBreak') page = inline.page;
      if (inline.type === 'noteref')
        marks.push({ number: inline.number, page, file, line: block.line });
    }
    return marks;
  });
}

function checkNumbers(content: Content): Finding[] {
  const findings: Finding[] = [];
  let due = 1;
  const files = new Map<number, string>();
  for (const { file, data } of content.footnotes) {
    const other = files.get(data.number);
    if (other) {
      findings.push({
        rule: 'number/duplicate',
        file,
        line: 2,
        message: `note ${data.number} is in ${other} already.`,
      });
      continue;
    }
    files.set(data.number, file);
    if (data.number !== due) {
      findings.push({
        rule: 'number/gap',
        file,
        line: 2,
        message: `note ${data.number} follows note ${due - 1}: note ${due} is missing.`,
      });
    }
    const name = `footnotes/${String(data.number).padStart(3, '0')}.md`;
    if (file !== name) {
      findings.push({
        rule: 'file/name',
        file,
        line: 2,
        message: `note ${data.number} belongs in ${name}.`,
      });
    }
    due = data.number + 1;
  }
  return findings;
}

/** Every mark has one note, every note one mark, in order, on its page. */
export function checkNotes(content: Content, blocks: PlacedBlock[]): Finding[] {
  const findings = checkNumbers(content);
  const notes = new Map(content.footnotes.map((f) => [f.data.number, f]));
  const marks = marksOf(blocks);
  const seen = new Map<number, PlacedMark>();
  let last = 0;
  for (const mark of marks) {
    const { file, line, number } = mark;
    const note = notes.get(number);
    const first = seen.get(number);
    if (!note) {
      findings.push({
        rule: 'noteref/dangling',
        file,
        line,
        message: `[^${number}] has no note: footnotes/${String(number).padStart(3, '0')}.md is missing.`,
      });
    } else if (first) {
      findings.push({
        rule: 'noteref/doubled',
        file,
        line,
        message: `[^${number}] stands in ${first.file}:${first.line} already.`,
      });
    } else {
      if (number < last)
        findings.push({
          rule: 'noteref/order',
          file,
          line,
          message: `[^${number}] comes after [^${last}].`,
        });
      if (note.data.page !== mark.page) {
        findings.push({
          rule: 'note/page',
          file: note.file,
          line: 3,
          message: `note ${number} is said to stand on page ${note.data.page}, and its mark stands on page ${mark.page} (${file}:${line}).`,
        });
      }
    }
    seen.set(number, first ?? mark);
    last = Math.max(last, number);
  }
  for (const { file, data } of content.footnotes) {
    if (!seen.has(data.number)) {
      findings.push({
        rule: 'note/unreferenced',
        file,
        line: 2,
        message: `note ${data.number} has no mark in the text ([^${data.number}]).`,
      });
    }
  }
  return findings;
}
