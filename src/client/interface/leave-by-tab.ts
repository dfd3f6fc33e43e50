/** The Tab key beyond either end of a pop-up: it stands at the end of the page, and belongs to a mark in the middle of it. */

const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), select, [tabindex="0"]';

/**
 * Lets Tab leave a pop-up as if it stood behind its mark; the pop-up is closed with that.
 * @param box an element with `popover`
 * @param markOf what it belongs to while it is shown
 */
export function leaveByTab(box: HTMLElement, markOf: () => HTMLElement | undefined): void {
  box.addEventListener('keydown', (event) => {
    const mark = markOf();
    if (event.key !== 'Tab' || !mark) return;
    const stops = [...box.querySelectorAll<HTMLElement>(STOPS)].filter((s) => s.checkVisibility());
    const ends = event.shiftKey ? [box, stops[0]] : [stops.at(-1) ?? box];
    if (!ends.includes(event.target as HTMLElement)) return;
    box.hidePopover();
    mark.focus({ preventScroll: true });
    // On with Tab the browser goes from the mark; back, the mark itself is where one comes to.
    if (event.shiftKey) event.preventDefault();
  });
}
