/** The place one reads at, kept while the page is set anew. */
import { extent, isVertical, scrolled, scroller } from '../dom/scroller.ts';

const BLOCKS =
  '.trailhead, .text > [id], .text blockquote [id], .text figure, .endnotes h2, .notes > li, .printed, .pager';

/** A block, and how much of it has been read past. */
export interface Place {
  block: Element;
  past: number;
}

/** The place at the beginning of what is in sight; none while the page is at its beginning. */
export function placeInSight(): Place | undefined {
  if (scrolled() < 2) return undefined;
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
  if (isVertical()) scroller().scrollBy({ left: -by, behavior: 'instant' });
  else scroller().scrollBy({ top: by, behavior: 'instant' });
}
