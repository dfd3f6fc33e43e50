/** The keys that work on every page: what they do is loaded when one is pressed. */

import { isTyping } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { toSearch } from '../search/focus-box.ts';
import { remembered } from '../session/storage.ts';

/** The key of search, also with an input method for Zhuyin. It goes at once, for what is typed next goes into the box. */
const SEARCH = '/／ㄥ';

/** The keys of table.ts: any other asks for nothing, and so nothing is said of it. */
const KEYS = 'gㄕsㄋtㄔjㄨkㄜ]」[「cㄏmㄩrㄐzㄈ?？';

/** What the header has, and the key that does the same: said here, for without this script there is none. */
const SHORTCUTS = { '.search-box input': '/', '[data-goto]': 'g', '[data-settings]': 's' };

/** A key is typed for itself in a field, and a dialog has the keyboard to itself. */
export function onKeys(): void {
  for (const [selector, key] of Object.entries(SHORTCUTS))
    document.querySelector(selector)?.setAttribute('aria-keyshortcuts', key);
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key.length > 1 || key === ' ' || ctrlKey || metaKey || altKey || isTyping(target)) return;
    if (remembered('keys') !== null || document.querySelector(':modal')) return;
    if (SEARCH.includes(key)) {
      event.preventDefault();
      toSearch();
    } else if (KEYS.includes(key))
      void late(
        () => import('./table.ts'),
        ({ press }) => press(key),
      );
  });
}
