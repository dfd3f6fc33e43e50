/** Where one is reading: the block at the top of the window. */

const BLOCKS = '.text :is(p, h1, h2, h3, h4, h5, table)[id], .notes > li[id], .note-text[id]';

/** Whether any of a block is in the window, whichever way the text runs. */
function isInSight(block: Element): boolean {
  const { top, bottom, left, right } = block.getBoundingClientRect();
  // A line's height at the edges may hold nothing but the end of what has been read.
  return bottom > 16 && top < innerHeight && right > 0 && left < innerWidth;
}

/** The id of the first block of the text in the window; undefined at the page's beginning, and where there is none. */
export function readingPlace(): string | undefined {
  if (scrollX === 0 && scrollY === 0) return undefined;
  return [...document.querySelectorAll(BLOCKS)].find(isInSight)?.id;
}
