/**
 * A list of results as it was left: how many pages of it were shown, and where one was in it.
 * It is kept with the entry of the window's history, since browsers that load the page anew on
 * the way back know nothing of what scripts have added to it.
 */

export interface AsLeft {
  /** Pages of results. */
  pages: number;
  /** How far the window was scrolled, in pixels. */
  top: number;
}

/** The list as this entry of the history was left; undefined where one comes to it for the first time. */
export function asLeft(): AsLeft | undefined {
  const { pages, top } = (history.state ?? {}) as Partial<AsLeft>;
  return typeof pages === 'number' && typeof top === 'number' ? { pages, top } : undefined;
}

/** Writes down how the list is now. */
export function keepAsLeft(pages: number): void {
  const state: AsLeft = { pages, top: scrollY };
  history.replaceState(state, '');
}
