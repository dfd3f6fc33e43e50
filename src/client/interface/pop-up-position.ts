/** Where a menu or a pop-up stands: beside its mark, within the window; on a phone the stylesheet lays it at the bottom. */

const EDGE = 8;
const GAP = 6;

const within = (at: number, size: number, room: number): number =>
  Math.max(EDGE, Math.min(at, room - size - EDGE));

/** After the mark, or before it where there is more room and it needs it: where it begins, and how far it may reach. */
function sideWithRoom(
  start: number,
  end: number,
  size: number,
  whole: number,
): [at: number, room: number] {
  const before = start - GAP - EDGE;
  const after = whole - end - GAP - EDGE;
  if (size <= after || after >= before) return [end + GAP, after];
  return [start - GAP - Math.min(size, before), before];
}

/**
 * Puts a menu that is shown beside its mark: under the line, or to the left of it
 * where lines run down the page.
 * @param mark what it belongs to; of a link on several lines, its first
 * @param words that it belongs to, where some are selected: it stands by their last line
 */
export function placeAt(menu: HTMLElement, mark: HTMLElement, words?: Range): void {
  menu.style.removeProperty('--room');
  const lines = [...(words?.getClientRects() ?? [])];
  const at = lines.at(-1) ?? mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const runsDown = getComputedStyle(mark).writingMode.startsWith('vertical');
  // Turned round, left is after right.
  const turned = sideWithRoom(wide - at.right, wide - at.left, width, wide)[0];
  const [under, room] = sideWithRoom(at.top, at.bottom, height, innerHeight);
  const left = runsDown ? wide - turned - width : within(at.left, width, wide);
  const top = runsDown ? within(at.top, height, innerHeight) : under;
  menu.style.setProperty('--left', `${left + scrollX}px`);
  menu.style.setProperty('--top', `${top + scrollY}px`);
  if (!runsDown) menu.style.setProperty('--room', `${room}px`);
}
