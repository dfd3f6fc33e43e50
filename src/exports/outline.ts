/** The chapter as nested divisions: a heading, what stands under it, and the divisions below it. */
import type { Chapter } from '../model/chapter/chapter.ts';
import type { Block, Heading, Paragraph, Table } from '../model/text/document.ts';

export interface Division {
  heading: Heading;
  blocks: (Paragraph | Table)[];
  children: Division[];
}

/** Nests blocks under their headings; the checks have made sure that a heading comes first. */
export function divisionsOf(blocks: readonly Block[]): Division[] {
  const roots: Division[] = [];
  const path: Division[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') {
      path.at(-1)?.blocks.push(block);
      continue;
    }
    while ((path.at(-1)?.heading.depth ?? 0) >= block.depth) path.pop();
    const division: Division = { heading: block, blocks: [], children: [] };
    (path.at(-1)?.children ?? roots).push(division);
    path.push(division);
  }
  return roots;
}

/** The whole chapter: one division, the sections in it. */
export function outlineOf(chapter: Chapter): Division[] {
  return divisionsOf(chapter.sections.flatMap(({ blocks }) => blocks));
}

/** Blocks in which paragraphs that are set in one after another make one quotation. */
export function withQuotations(
  blocks: readonly (Paragraph | Table)[],
): (Paragraph | Table | Paragraph[])[] {
  const grouped: (Paragraph | Table | Paragraph[])[] = [];
  for (const block of blocks) {
    const last = grouped.at(-1);
    if (block.type === 'table' || !block.quoted) grouped.push(block);
    else if (Array.isArray(last)) last.push(block);
    else grouped.push([block]);
  }
  return grouped;
}
