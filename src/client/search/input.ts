/** Typing into a search box: waits for pauses, and for an input method to be done with a word. */
import { isComposing } from './composition.ts';

/** Long enough that nobody waits for each key, short enough that nobody notices. */
const PAUSE = 140;

/**
 * Calls `changed` after typing. While an input method composes (注音, 拼音), what
 * stands in the box are half-typed syllables, and nothing is searched for.
 */
export function onTyping(input: HTMLInputElement, changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    if (!isComposing(input)) timer = setTimeout(changed, PAUSE);
  };
  input.addEventListener('compositionstart', () => clearTimeout(timer));
  input.addEventListener('compositionend', later);
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) later();
  });
}
