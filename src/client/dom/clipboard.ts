/** Copying to the clipboard, and what to do where that is denied. */
import { messages } from '../../messages/site.ts';
import { charactersOf, htmlOf, type Run } from '../../search/cite/runs.ts';
import { make } from './elements.ts';

/** Plain text, and HTML beside it. @returns whether the browser takes both */
async function writeBoth(text: string, html: string): Promise<boolean> {
  try {
    const parts = { 'text/plain': text, 'text/html': html };
    const blobs = Object.entries(parts).map(([type, words]) => [type, new Blob([words], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param text or what will be the text: WebKit lets a page copy only while it still answers the
 * reader's press, so it is told at once and waits
 * @returns whether the text is in the clipboard
 */
async function toClipboard(text: string | Promise<string>, html?: string): Promise<boolean> {
  try {
    if (typeof text === 'string') {
      if (html === undefined || !(await writeBoth(text, html)))
        await navigator.clipboard.writeText(text);
    } else {
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
 * @param html the same with its italics, for programs that keep them
 * @throws what the promise is broken with
 */
export async function copy(
  coming: string | Promise<string>,
  said: HTMLElement,
  what: string,
  html?: string,
): Promise<void> {
  const copied = await toClipboard(coming, html);
  const text = await coming;
  if (copied) {
    said.replaceChildren(messages.cite.copied(what));
    return;
  }
  const field = make('textarea', { readonly: true, rows: '3', 'aria-label': what });
  field.value = text;
  said.replaceChildren(messages.cite.copyBlocked, field);
  field.focus();
  field.select();
}

/** Copies a citation: its characters, and beside them its italics where it has any. */
export function copyRuns(runs: readonly Run[], said: HTMLElement, what: string): Promise<void> {
  const marked = runs.some(({ italic, bold }) => italic || bold);
  return copy(charactersOf(runs), said, what, marked ? htmlOf(runs) : undefined);
}
