/** Waits for the first sign that somebody uses a page. */

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** A screen reader may walk a page without giving a sign, so it comes to them after a while. */
const PATIENCE = 8000;

/** Calls `begin` once: at the first sign of use, or some seconds after the page has loaded. */
export function onFirstUse(begin: () => void): void {
  const once = new AbortController();
  const start = () => {
    if (once.signal.aborted) return;
    once.abort();
    begin();
  };
  for (const sign of SIGNS)
    addEventListener(sign, start, { signal: once.signal, passive: true, capture: true });
  addEventListener('load', () => setTimeout(start, PATIENCE), { signal: once.signal });
}
