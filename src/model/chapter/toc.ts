/** The headings of a section as a tree, for contents lists. */

import type { Heading } from '../text/document.ts';
import type { Section } from './chapter.ts';

/** A heading and those under it. */
export interface TocEntry {
  heading: Heading;
  children: TocEntry[];
}

/** The headings below a section's own, each under the nearest one of a higher level. */
export function tocOf(section: Section): TocEntry[] {
  const root: TocEntry[] = [];
  const path: TocEntry[] = [];
  for (const block of section.blocks) {
    if (block.type !== 'heading' || block.depth < 3) continue;
    while ((path.at(-1)?.heading.depth ?? 0) >= block.depth) path.pop();
    const entry: TocEntry = { heading: block, children: [] };
    (path.at(-1)?.children ?? root).push(entry);
    path.push(entry);
  }
  return root;
}
