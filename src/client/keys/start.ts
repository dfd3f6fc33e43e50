/** The keys that work on every page: what they do is loaded when one is pressed. */
import { isTyping } from '../dom/elements.ts';
import { toSearch } from '../search/focus-box.ts';
import { remembered } from '../session/storage.ts';

/** The key of search, also with an input method for Zhuyin. It goes at once, for what is typed next goes into the box. */
const SEARCH = '/／ㄥ';

/** A key is typed for itself in a field, and a dialog has the keyboard to itself. */
export function onKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key.length > 1 || key === ' ' || ctrlKey || metaKey || altKey || isTyping(target)) return;
    if (remembered('keys') !== null || document.querySelector(':modal')) return;
    if (SEARCH.includes(key)) {
      event.preventDefault();
      toSearch();
    } else void import('./table.ts').then(({ press }) => press(key));
  });
}
