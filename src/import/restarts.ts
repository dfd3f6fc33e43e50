/** Where notes begin anew in each section, a section begins before each first note, and nowhere else. */
import type { RawBlock } from './blocks.ts';
import { ImportError } from './errors.ts';
import type { Mark } from './noterefs.ts';
import type { RawNote } from './notes.ts';

/** The source lines on which sections begin. */
const sectionLines = (blocks: RawBlock[]): number[] =>
  blocks.flatMap((block) =>
    block.type === 'heading' && block.label.level === 2 ? [block.pieces[0]?.line ?? 0] : [],
  );

/**
 * Compares the numbers of the notes with the sections that hold their marks.
 * @throws ImportError when numbers begin anew within a section, or go on in the next
 */
export function checkRestarts(notes: RawNote[], marks: Mark[], blocks: RawBlock[]): void {
  const lines = sectionLines(blocks);
  const lineOf = new Map(marks.map(({ note, line }) => [note, line]));
  for (const [i, note] of notes.entries()) {
    const before = notes[i - 1];
    if (!before) continue;
    const from = lineOf.get(before.number) ?? 0;
    const to = lineOf.get(note.number) ?? 0;
    const parted = lines.some((line) => from < line && line <= to);
    if (parted === (note.printed === 1)) continue;
    throw new ImportError(
      note.line,
      parted
        ? `note ${note.mark} stands in another section than note ${before.mark} before it, and does not begin anew`
        : `the notes begin anew with ${note.mark} after ${before.mark}, and no section begins between their marks`,
      'by “noteNumbers: section” in the settings file the first note of each section has number 1: look for a note, or a heading 第…節, that is missing',
    );
  }
}
