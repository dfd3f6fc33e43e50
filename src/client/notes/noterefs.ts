/** Notes and their marks, as they stand in a page. */

const NOTEREF = 'a[role="doc-noteref"]';

/** The marks of the text, in order. */
export const allMarks = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>(`.text ${NOTEREF}`),
];

/** The mark that something stands in. */
export const noterefAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(NOTEREF) : null;

/** The note of a noteref, in the list at the end. */
export const noteOf = (noteref: HTMLAnchorElement): HTMLElement | null =>
  document.getElementById(noteref.hash.slice(1));

/** Whether a click follows a link here, and not in another tab or as a download. */
export const isPlain = (event: MouseEvent): boolean =>
  !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** Names a mark in the address of the page one is leaving, so that the way back leads to it. */
export function leaveFrom(noteref: HTMLElement): void {
  if (noteref.id) history.replaceState(history.state, '', `#${noteref.id}`);
}
