/** The places where emendations can stand, and the text that is searched for their readings. */

import type { Note, Section } from '../chapter/parts.ts';
import { type Block, type Inline, inlinesOf, walk } from '../text/document.ts';

/** The inlines of a block in which a reading is looked for; of a table, all but its source line. */
export function searchedInlines(block: Block): Inline[] {
  if (block.type !== 'table') return inlinesOf(block);
  return [...block.caption, ...block.header.flat(), ...block.rows.flat(2)];
}

/** A block of the text, or a note, with its text. */
export interface EmendationHost {
  section: Section;
  block: Block;
  /** The note it is, when it is one; `block` is then that of its mark. */
  note: Note | undefined;
  inlines: Inline[];
  /** Undefined where the print numbers no pages. */
  page: number | undefined;
}

/** The text in which emendations can stand. */
export interface EmendableText {
  sections: readonly Section[];
  notes: readonly Note[];
}

/** All places by their ids, in the order of the text: a note follows the block of its mark. */
export function emendationHosts({ sections, notes }: EmendableText): Map<string, EmendationHost> {
  const places = new Map<string, EmendationHost>();
  for (const section of sections) {
    for (const block of section.blocks) {
      const inlines = searchedInlines(block);
      places.set(block.id, { section, block, note: undefined, inlines, page: block.page });
      for (const note of notes.filter((n) => n.block === block)) {
        const at = `fn${note.number}`;
        places.set(at, { section, block, note, inlines: note.inlines, page: note.page });
      }
    }
  }
  return places;
}

/** The page on which a character stands, of inlines that begin on `page`. */
export function pageAt(
  inlines: Inline[],
  at: number,
  page: number | undefined,
): number | undefined {
  let passed = 0;
  let current = page;
  for (const inline of walk(inlines)) {
    if (inline.type === 'pageBreak' && passed <= at) current = inline.page;
    if ('value' in inline) passed += inline.value.length;
  }
  return current;
}
