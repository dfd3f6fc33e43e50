/** Waits for the first sign that somebody uses a page. */

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'selectionchange'] as const;

/** A screen reader may walk a page without giving a sign, so it comes to them after a while. */
const PATIENCE = 8000;

/** What does something by itself when it is pressed. */
const OWN = 'a, button, input, select, summary, label, [role="button"]';

/** What shows that somebody still wants what could not be loaded. */
const AGAIN = ['pointerdown', 'keydown', 'focusin'] as const;

/**
 * Loads something and begins with it, once: at the first sign of use (that something on the page
 * has the focus is one), or some seconds after the page has loaded. What cannot be loaded, as away from the net, is tried again with the next
 * press or key. A press on the text while it is loaded is given again when it has begun.
 */
export function onFirstUse<T>(load: () => Promise<T>, begin: (loaded: T) => Promise<void>): void {
  let waiting = new AbortController();
  const listen = (signs: readonly string[]) => {
    waiting = new AbortController();
    const options = { signal: waiting.signal, passive: true, capture: true };
    for (const sign of signs) document.addEventListener(sign, start, options);
  };
  async function start(sign?: Event): Promise<void> {
    // A script that fills a field moves the caret in it: no words are selected, and nobody did it.
    if (sign?.type === 'selectionchange' && getSelection()?.isCollapsed !== false) return;
    if (waiting.signal.aborted) return;
    waiting.abort();
    let missed: MouseEvent | undefined;
    const keep = (event: MouseEvent) => {
      missed = event;
    };
    document.addEventListener('click', keep);
    const loaded = await load().catch(() => undefined);
    if (loaded) await begin(loaded);
    else listen(AGAIN);
    document.removeEventListener('click', keep);
    const pressed = missed?.target;
    if (!loaded || !missed || !(pressed instanceof Element) || pressed.closest(OWN)) return;
    const { clientX, clientY } = missed;
    pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY }));
  }
  listen(SIGNS);
  // Who was quicker than this script gave the sign unheard.
  if (document.activeElement?.matches(OWN)) void start();
  addEventListener('load', () => setTimeout(() => void start(), PATIENCE), { once: true });
}
