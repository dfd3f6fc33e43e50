/** Where a menu or a pop-up stands: beside its mark, within the window; on a phone the stylesheet lays it at the bottom. */

const EDGE = 8;
const GAP = 6;

const within = (at: number, size: number, room: number): number =>
  Math.max(EDGE, Math.min(at, room - size - EDGE));

/** After the mark where there is room, else before it. */
const after = (start: number, end: number, size: number, room: number): number =>
  end + GAP + size > room && start - GAP - size > 0 ? start - GAP - size : end + GAP;

/**
 * Puts a menu that is shown beside its mark: under the line, or to the left of it
 * where lines run down the page.
 * @param mark what it belongs to; of a link on several lines, its first
 */
export function placeAt(menu: HTMLElement, mark: HTMLElement): void {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const runsDown = getComputedStyle(mark).writingMode.startsWith('vertical');
  // Turned round, left is after right.
  const left = runsDown
    ? wide - after(wide - at.right, wide - at.left, width, wide) - width
    : within(at.left, width, wide);
  const top = runsDown
    ? within(at.top, height, innerHeight)
    : after(at.top, at.bottom, height, innerHeight);
  menu.style.setProperty('--left', `${left + scrollX}px`);
  menu.style.setProperty('--top', `${top + scrollY}px`);
}
