/** The keys that work on every page. */
import { isTyping } from './dom.ts';

/** What a key does. It is typed for itself in a field, and a dialog has the keyboard to itself. */
export function onKeys(keys: Record<string, () => void>): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!act || ctrlKey || metaKey || altKey || isTyping(target)) return;
    if (document.querySelector(':modal')) return;
    event.preventDefault();
    act();
  });
}

/** Goes to the search box of the page. */
export function toSearch(): void {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]');
  input?.focus();
  input?.select();
}
