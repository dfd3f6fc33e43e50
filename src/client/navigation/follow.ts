/** Follows a reader through the text: tells the place, and keeps it for the next visit. */
import { extent, onScroll, scrolled, windowSize } from '../dom/scroller.ts';
import { storePlace, storeRead } from '../session/reading.ts';
import { here } from '../site/urls.ts';
import { keepInSight, tellPlace, tellRead } from './contents.ts';
import { nameOf, paragraphs, whereOne } from './reading-position.ts';

/** How soon the contents follow, and how long one rests at a place that is being read. */
const TELL = 200;
const REST = 1000;

/** The paragraphs whose end is in the window. */
const endingInView = (): string[] =>
  paragraphs()
    .filter((p) => {
      const { end } = extent(p);
      return end > 0 && Math.floor(end) <= windowSize();
    })
    .map(({ id }) => id);

function tell(): void {
  const where = whereOne();
  if (where) tellPlace(where);
}

/** Keeps the place, but not in front of a place on this page that one may still go back to. */
function store(): void {
  storeRead(endingInView());
  tellRead();
  const where = whereOne();
  if (where && !document.querySelector('.resume[data-here]'))
    storePlace(here(), { id: where.paragraph.id, name: nameOf(where) });
}

/** Begins to follow; a place is kept once one has scrolled to it, or leaves a page that needs no scrolling. */
export function startFollowing(): void {
  let telling: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    keepInSight();
    if (telling === undefined)
      telling = setTimeout(() => {
        telling = undefined;
        tell();
      }, TELL);
    clearTimeout(resting);
    resting = setTimeout(store, REST);
  };
  const leaving = () => {
    if (resting !== undefined && document.visibilityState === 'hidden') store();
  };
  onScroll(moved);
  document.addEventListener('visibilitychange', leaving);
  addEventListener('pagehide', () => resting !== undefined && store());
  tellRead();
  if (scrolled() > 0 || document.querySelector('.page-title')) moved();
}
