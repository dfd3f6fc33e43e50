/**
 * Lays out what was out of sight when the page came (styles/core/out-of-sight.css), a few blocks
 * at a time while the browser has nothing else to do: from then on everything is where it stays.
 */

/** So much of an idle time has to be left for one more block, in milliseconds. */
const ENOUGH = 5;

/** Begins; a browser that does not tell when it is idle lays out blocks as they come near. */
export function layOutRest(): void {
  if (!globalThis.requestIdleCallback) return;
  const blocks = document.querySelectorAll<HTMLElement>('.text > :not(section), .notes > li');
  const rest = [...blocks].filter((block) => getComputedStyle(block).contentVisibility === 'auto');
  const some = (idle: IdleDeadline) => {
    while (rest.length > 0 && idle.timeRemaining() > ENOUGH) {
      const block = rest.shift();
      block?.style.setProperty('content-visibility', 'visible');
      // Asking for its height has it laid out now.
      void block?.offsetHeight;
    }
    if (rest.length > 0) requestIdleCallback(some);
  };
  requestIdleCallback(some);
}
