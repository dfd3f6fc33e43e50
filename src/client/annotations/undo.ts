/** What has been deleted can be brought back: a line over the foot of the window says so until it is closed. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import type { Annotation } from './annotation.ts';
import { put, remove } from './store.ts';

let line: HTMLElement | undefined;

/**
 * Deletes annotations, and offers to bring them back.
 * @param back where the focus goes when the line is closed
 */
export async function deleteWithUndo(
  annotations: readonly Annotation[],
  back?: HTMLElement,
): Promise<void> {
  await remove(annotations.map(({ id }) => id));
  line?.remove();
  const close = () => {
    line?.remove();
    line = undefined;
    if (back?.isConnected) back.focus();
  };
  const undo = make('button', { type: 'button' }, messages.annotations.undo);
  undo.onclick = async () => {
    await put(annotations);
    close();
  };
  const closing = make('button', { type: 'button', 'aria-label': messages.common.close }, '×');
  closing.onclick = close;
  const said = make('span', { role: 'status' });
  line = make(
    'p',
    { class: 'undo', lang: messages.common.language, 'data-apparatus': true },
    said,
    undo,
    closing,
  );
  // What lies over the page has its own layer, and hides what is not in it.
  ([...document.querySelectorAll(':modal')].at(-1) ?? document.body).append(line);
  said.textContent = messages.annotations.deleted(annotations.length);
  undo.focus({ preventScroll: true });
}
