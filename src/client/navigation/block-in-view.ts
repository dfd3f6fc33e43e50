/** Where one is reading: the block at the top of the window. */
import { extent, scrolled, windowSize } from '../dom/scroller.ts';

const BLOCKS =
  '.text :is(p, h1, h2, h3, h4, h5, table)[id]:not(#endnotes), .notes > li[id], .note-text[id]';

/** As much of a block as may stand at the window's edge when it has been read: what browsers leave above a place they go to, and a line at most. */
const EDGE = 40;

/** Whether a block is in the window and not yet read, with lines that run across or down. */
function isInSight(block: Element): boolean {
  const { start, end } = extent(block);
  return end > EDGE && start < windowSize();
}

/** The id of the first block of the text in the window; undefined at the page's beginning, and where there is none. */
export function readingPlace(): string | undefined {
  if (scrolled() === 0) return undefined;
  return [...document.querySelectorAll(BLOCKS)].find(isInSight)?.id;
}
