/** Copying to the clipboard, and what to do where that is denied. */
import { make } from './elements.ts';

/**
 * @param text or what will be the text: WebKit lets a page copy only while it still answers the
 * reader's press, so it is told at once and waits
 * @returns whether the text is in the clipboard
 */
async function toClipboard(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else {
      const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies, and says so in a live region; where copying is denied, the text stands
 * there in a field, selected, to be copied by hand.
 * @param coming the text, or a promise of it
 * @param said the live region
 * @param what name of what was copied
 * @throws what the promise is broken with
 */
export async function copy(
  coming: string | Promise<string>,
  said: HTMLElement,
  what: string,
): Promise<void> {
  const copied = await toClipboard(coming);
  const text = await coming;
  if (copied) {
    said.replaceChildren(`已複製${what}`);
    return;
  }
  const field = make('textarea', { readonly: true, rows: '3', 'aria-label': what });
  field.value = text;
  said.replaceChildren('瀏覽器不許複製，請自行複製：', field);
  field.focus();
  field.select();
}
