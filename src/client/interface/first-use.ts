/** Waits for the first sign that somebody uses a page. */

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'selectionchange'] as const;

/** A screen reader may walk a page without giving a sign, so it comes to them after a while. */
const PATIENCE = 8000;

/** What does something by itself when it is pressed. */
const OWN = 'a, button, input, select, summary, label, [role="button"]';

/**
 * Calls `begin` once: at the first sign of use, or some seconds after the page has loaded.
 * A press on the text while it is at work is given again when it is done.
 */
export function onFirstUse(begin: () => Promise<void>): void {
  const once = new AbortController();
  const start = async () => {
    if (once.signal.aborted) return;
    once.abort();
    let missed: MouseEvent | undefined;
    const keep = (event: MouseEvent) => {
      missed = event;
    };
    document.addEventListener('click', keep);
    await begin();
    document.removeEventListener('click', keep);
    const pressed = missed?.target;
    if (!missed || !(pressed instanceof Element) || pressed.closest(OWN)) return;
    const { clientX, clientY } = missed;
    pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY }));
  };
  for (const sign of SIGNS)
    document.addEventListener(sign, start, { signal: once.signal, passive: true, capture: true });
  addEventListener('load', () => setTimeout(start, PATIENCE), { signal: once.signal });
}
