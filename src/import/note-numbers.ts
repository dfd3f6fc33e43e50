/** Numbers the notes of a chapter in the order of their marks. */
import { allInlines } from './account.ts';
import type { Placed } from './arrange.ts';
import { ImportError } from './errors.ts';
import type { NumberedPages } from './page-numbers.ts';
import type { Inline, SourceDocument } from './readers/types.ts';
import type { NumberedNote } from './streams.ts';

/** The notes of a chapter, and how they are found by the keys of the document. */
export interface NumberedNotes {
  notes: NumberedNote[];
  numberOf: (key: string) => number;
  /** The mark of each note as the text prints it, by its key. */
  markOf: Map<string, string>;
  /** How many marks the text has; a note may be marked twice. */
  marks: number;
  remarks: string[];
}

/** All inlines of a placed block, in order. */
function inlinesIn(block: Placed): Inline[] {
  if (block.type !== 'table') return block.inlines;
  return [...block.caption, ...block.header.flat(), ...block.rows.flat(2), ...block.source];
}

/** A note runs over to the pages right after its own; other breaks within it are not shown. */
function withinPages(note: NumberedNote, pages: NumberedPages): NumberedNote {
  let due = note.page + 1;
  const keep = (inline: Inline): boolean => {
    if (inline.type !== 'pageBreak') return true;
    if (pages.numberOf(inline.page) !== due || due > pages.last) return false;
    due += 1;
    return true;
  };
  const blocks = note.blocks.map((block) =>
    'inlines' in block ? { ...block, inlines: block.inlines.filter(keep) } : block,
  );
  return { ...note, blocks };
}

/**
 * Numbers the notes that a chapter's text marks. The page of a note is that of
 * its mark, wherever the note itself is printed.
 * @throws ImportError when a mark leads to no note
 */
export function numberNotes(
  document: SourceDocument,
  blocks: Placed[],
  pages: NumberedPages,
): NumberedNotes {
  const byKey = new Map(document.notes.map((note) => [note.key, note]));
  const numbers = new Map<string, number>();
  const markOf = new Map<string, string>();
  const notes: NumberedNote[] = [];
  let page = pages.first;
  let marks = 0;
  for (const inline of blocks.flatMap(inlinesIn)) {
    if (inline.type === 'pageBreak') page = pages.numberOf(inline.page) ?? page;
    if (inline.type !== 'noteref') continue;
    marks += 1;
    const before = notes[(numbers.get(inline.note) ?? 0) - 1];
    if (before) {
      before.marks += 1;
      continue;
    }
    const note = byKey.get(inline.note);
    if (!note)
      throw new ImportError(
        0,
        `mark ${inline.mark} leads to no note`,
        'add the note to the file, or take the mark out of it',
      );
    const number = notes.length + 1;
    numbers.set(inline.note, number);
    markOf.set(inline.note, inline.mark);
    notes.push(
      withinPages({ number, mark: inline.mark, page, marks: 1, blocks: note.blocks }, pages),
    );
  }
  const marked = new Set(
    allInlines(document.blocks).flatMap((i) => (i.type === 'noteref' ? [i.note] : [])),
  );
  const unmarked = document.notes.filter(({ key }) => !marked.has(key));
  const remarks = unmarked.map(
    ({ mark }) => `Note ${mark} has no mark in the text, and was left out.`,
  );
  return { notes, numberOf: (key) => numbers.get(key) ?? 0, markOf, marks, remarks };
}
