/** What scrolls, and how far: the page downwards, or in vertical setting its text to the left. */

/** Whether this page is set in columns: only pages of the text are. */
export const isVertical = (): boolean =>
  document.documentElement.dataset['setting'] === 'vertical' &&
  document.body.classList.contains('reading');

/** The element that scrolls what one reads. */
export const scroller = (): Element =>
  (isVertical() ? document.querySelector('main') : null) ?? document.documentElement;

/** How far one has scrolled from the page's beginning. */
export const scrolled = (): number =>
  isVertical() ? Math.abs(scroller().scrollLeft) : document.documentElement.scrollTop;

/** How much of what one reads is in the window, in the direction in which it goes on. */
export const windowSize = (): number => (isVertical() ? innerWidth : innerHeight);

/** How far the first and the last line of a thing lie from where the window begins. */
export function extent(thing: Element | Range): { start: number; end: number } {
  const { top, bottom, left, right } = thing.getBoundingClientRect();
  return isVertical()
    ? { start: innerWidth - right, end: innerWidth - left }
    : { start: top, end: bottom };
}

/** Calls when the page or its columns have been scrolled. */
export function onScroll(work: () => void, signal?: AbortSignal): void {
  for (const target of [window, document.querySelector('main')])
    target?.addEventListener('scroll', work, { passive: true, ...(signal && { signal }) });
}
