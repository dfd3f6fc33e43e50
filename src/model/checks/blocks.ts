/** The blocks of all sections and notes, each with the file it stands in. */
import { parseMarkdown } from '../../markdown/processor.ts';
import type { Content, Entry } from '../content/content.ts';
import { type Block, type Place, toBlocks } from '../text/document.ts';

/** A block with the file it stands in. */
export interface PlacedBlock {
  file: string;
  block: Block;
}

/** The blocks of the text and those of the notes. */
export interface Blocks {
  text: PlacedBlock[];
  notes: PlacedBlock[];
}

function read({ file, body, bodyLine }: Entry<unknown>, place: Place): PlacedBlock[] {
  place.lineOffset = bodyLine - 1;
  return toBlocks(parseMarkdown(body), place).map((block) => ({ file, block }));
}

/** Reads the blocks of the text, on which the page runs on, and of the notes, which say theirs. */
export function readBlocks({ chapter, sections, footnotes }: Content): Blocks {
  const place: Place = { page: chapter.pages.first, lineOffset: 0 };
  return {
    text: sections.flatMap((section) => read(section, place)),
    notes: footnotes.flatMap((note) => read(note, { page: note.data.page, lineOffset: 0 })),
  };
}
