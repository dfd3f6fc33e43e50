/** What stands on a printed page. */

import { type Block, type Heading, inlinesOf, walk } from '../text/document.ts';
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

/** The headings that are printed on a page, in order, but for one with which it begins: that is its opening. */
export function headingsOn(chapter: Chapter, page: number): Heading[] {
  const { first } = onPage(chapter, page);
  return chapter.sections.flatMap(({ blocks }) =>
    blocks.filter((b): b is Heading => b.type === 'heading' && b.page === page && b !== first),
  );
}

/** So many characters tell one page's beginning from another's. */
const OPENING = 24;
/** What no opening ends within: a word in letters, a number. */
const IN_WORD = /[\p{Script=Latin}\p{N}]/u;

/** The printed characters with which a page begins: its first words, as many as tell it from others. */
export function openingOf(chapter: Chapter, page: number): string {
  const { section, first } = onPage(chapter, page);
  let text = '';
  for (const block of section.blocks.slice(section.blocks.indexOf(first))) {
    let at = block.page;
    for (const inline of walk(inlinesOf(block))) {
      if (inline.type === 'pageBreak') at = inline.page;
      else if (at === page && 'value' in inline) text += inline.value;
    }
    if ([...text].length >= OPENING) break;
    text += '　';
  }
  const characters = [...text.trim()];
  let end = OPENING;
  while (IN_WORD.test(characters[end - 1] ?? '') && IN_WORD.test(characters[end] ?? '')) end++;
  return characters.slice(0, end).join('').trim();
}
