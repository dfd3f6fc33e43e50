/** The chapter with its emendations set apart in the inlines, for exports that show them. */
import type { Chapter } from '../model/chapter/chapter.ts';
import { byPlace, type Emendation } from '../model/emendations/emendations.ts';
import type { Block, Inline } from '../model/text/document.ts';
import { textOf } from '../model/text/document.ts';
import { cutAt } from './slice.ts';

/** Sets the emendations of a stretch of inlines apart. @param first where the stretch begins in the text of its place */
function mark(inlines: Inline[], emendations: readonly Emendation[], first = 0): Inline[] {
  const end = first + textOf(inlines).length;
  const marked: Inline[] = [];
  let rest: readonly Inline[] = inlines;
  let at = first;
  for (const { id, from, to, correction, certainty } of emendations) {
    if (from < first || to > end) continue;
    const [before, tail] = cutAt(rest, from - at);
    const [children, after] = cutAt(tail, to - from);
    const doubtful = certainty === 'doubtful';
    marked.push(...before, { type: 'emendation', id, correction, doubtful, children });
    rest = after;
    at = to;
  }
  return [...marked, ...rest];
}

function inBlock(block: Block, emendations: readonly Emendation[]): Block {
  if (block.type !== 'table') return { ...block, inlines: mark(block.inlines, emendations) };
  let first = 0;
  const cell = (inlines: Inline[]) => {
    const marked = mark(inlines, emendations, first);
    first += textOf(inlines).length;
    return marked;
  };
  return {
    ...block,
    caption: cell(block.caption),
    header: block.header.map(cell),
    rows: block.rows.map((row) => row.map(cell)),
  };
}

/** A chapter whose blocks and notes have their emendations as inlines of their own; not a character changes. */
export function withEmendations(chapter: Chapter): Chapter {
  const emendations = byPlace(chapter.emendations);
  return {
    ...chapter,
    sections: chapter.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => inBlock(block, emendations.get(block.id) ?? [])),
    })),
    notes: chapter.notes.map((note) => ({
      ...note,
      inlines: mark(note.inlines, emendations.get(`fn${note.number}`) ?? []),
    })),
  };
}
