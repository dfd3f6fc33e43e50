/**
 * Shows which sentence is being read: by a highlight, which leaves the text as it is, or by a mark at its
 * block where the browser has none; and brings it into sight for who has not looked elsewhere.
 */
import { calm } from '../dom/motion.ts';
import { extent, isVertical, scroller } from '../dom/scroller.ts';
import { rangeOf, type Sentence } from './passage.ts';

const NAME = 'spoken';
const MARKED = 'data-spoken';

/** How far from where the window begins a sentence is brought, as a part of the window. */
const LINE = 0.3;

/** Where the window begins and ends for who reads: behind the running head, before the player. */
function inSight(): { start: number; end: number } {
  if (isVertical()) return { start: 0, end: innerWidth };
  const head = document.querySelector('.contents[data-at]');
  const stuck = head && getComputedStyle(head).position === 'sticky';
  const player = document.querySelector('.read-aloud')?.getBoundingClientRect();
  return {
    start: stuck ? Math.max(0, head.getBoundingClientRect().bottom) : 0,
    end: player ? player.top : innerHeight,
  };
}

/** Whether something of it is in sight. */
function isInSight(thing: Range | Element): boolean {
  const window = inSight();
  const { start, end } = extent(thing);
  return end > window.start && start < window.end;
}

/** Brings it to where one reads, if not all of it is in sight. */
function bring(thing: Range | Element): void {
  const window = inSight();
  const { start, end } = extent(thing);
  const size = window.end - window.start;
  if (start >= window.start && end <= window.end) return;
  // A sentence longer than the window begins at its edge.
  const line = end - start > size * (1 - LINE) ? 0.05 : LINE;
  const by = start - window.start - size * line;
  const behavior = calm() ? 'instant' : 'smooth';
  if (isVertical()) scroller().scrollBy({ left: -by, behavior });
  else scroller().scrollBy({ top: by, behavior });
}

/** What shows the sentence on the page. */
const shownAs = (sentence: Sentence): Range | Element => rangeOf(sentence) ?? sentence.block;

let shown: Sentence | undefined;

/** Takes the mark away. */
export function hide(): void {
  shown?.block.removeAttribute(MARKED);
  shown = undefined;
  if ('highlights' in CSS) CSS.highlights.delete(NAME);
}

/**
 * Shows a sentence.
 * @param asked whether the reader has gone to it; else it is followed only by who has the last one in sight
 */
export function show(sentence: Sentence, asked: boolean): void {
  const follows = asked || !shown || isInSight(shownAs(shown));
  hide();
  shown = sentence;
  const range = rangeOf(sentence);
  if ('highlights' in CSS && range) CSS.highlights.set(NAME, new Highlight(range));
  else sentence.block.setAttribute(MARKED, '');
  if (follows) bring(shownAs(sentence));
}
