/** The place one reads at, kept while the page is set anew. */
import { isVertical, scroller } from '../scroller.ts';

const BLOCKS =
  '.trailhead, .text > [id], .text blockquote [id], .text figure, .endnotes h2, .notes > li, .printed, .pager';

/** A block, and how much of it has been read past. */
export interface Place {
  block: Element;
  past: number;
}

/** How far a block's first and last line lie from where reading begins, in reading direction. */
function extent(block: Element): { start: number; end: number } {
  const box = block.getBoundingClientRect();
  const view = scroller();
  if (!isVertical()) return { start: box.top, end: box.bottom };
  const edge = view.getBoundingClientRect().right;
  return { start: edge - box.right, end: edge - box.left };
}

/** The place at the beginning of what is in sight; none while the page is at its beginning. */
export function placeInSight(): Place | undefined {
  const view = scroller();
  if (Math.abs(isVertical() ? view.scrollLeft : view.scrollTop) < 2) return undefined;
  for (const block of document.querySelectorAll(BLOCKS)) {
    const { start, end } = extent(block);
    if (end <= 1 || end === start) continue;
    return { block, past: start < 0 ? start / (start - end) : 0 };
  }
  return undefined;
}

/** Brings a place back to the beginning of what is in sight. */
export function bringBack(place: Place | undefined): void {
  if (!place) return;
  const { start, end } = extent(place.block);
  const by = start + place.past * (end - start);
  const view = scroller();
  if (isVertical()) view.scrollBy({ left: -by, behavior: 'instant' });
  else view.scrollBy({ top: by, behavior: 'instant' });
}
