/** What stands on a printed page. */

import { type Block, inlinesOf, walk } from '../text/document.ts';
import type { Chapter, Section } from './chapter.ts';

/** The printed page on which a block ends; undefined where the print numbers none. */
function lastPageOf(block: Block): number | undefined {
  let { page } = block;
  for (const inline of walk(inlinesOf(block))) if (inline.type === 'pageBreak') page = inline.page;
  return page;
}

/** The section and block with which a page begins, and the notes of the page before that run on to it. */
export function onPage(
  chapter: Chapter,
  page: number,
): { section: Section; first: Block; runningOn: number[] } {
  const placed = chapter.sections.flatMap((section) =>
    section.blocks
      .filter((b) => (b.page ?? page + 1) <= page && page <= (lastPageOf(b) ?? 0))
      .map((block) => ({ section, block })),
  );
  const first = placed[0];
  if (!first) throw new Error(`nothing stands on page ${page}`);
  const runningOn = chapter.notes
    .filter((n) => [...walk(n.inlines)].some((i) => i.type === 'pageBreak' && i.page === page))
    .map((n) => n.number);
  return { section: first.section, first: first.block, runningOn };
}
