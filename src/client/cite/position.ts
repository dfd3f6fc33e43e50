/** Where the menu of a mark stands: under its mark where there is room, else above it; on a phone the stylesheet lays it at the bottom. */

/** Puts a menu that is shown beside its mark, within the window. */
export function placeAt(menu: HTMLElement, mark: HTMLElement): void {
  const at = mark.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
  const below = at.bottom + 6;
  const above = at.top - height - 6;
  const top = below + height > innerHeight && above > 0 ? above : below;
  menu.style.setProperty('--left', `${left + scrollX}px`);
  menu.style.setProperty('--top', `${top + scrollY}px`);
}
