/** Copying to the clipboard, and what to do where that is denied. */
import { make } from './elements.ts';

/** @returns whether the text is in the clipboard */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies, and says so in a live region; where copying is denied, the text stands
 * there in a field, selected, to be copied by hand.
 * @param said the live region
 * @param what name of what was copied
 */
export async function copy(text: string, said: HTMLElement, what: string): Promise<void> {
  if (await toClipboard(text)) {
    said.replaceChildren(`已複製${what}`);
    return;
  }
  const field = make('textarea', { readonly: true, rows: '3', 'aria-label': what });
  field.value = text;
  said.replaceChildren('瀏覽器不許複製，請自行複製：', field);
  field.focus();
  field.select();
}
