/** A dialog over the page: Esc, a press outside and its button close it; the focus comes back to where it was. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';

type Child = Node | string | undefined | false;

/** Shows a dialog; it leaves the page when it is closed. */
export function openDialog(name: string, kind: string, ...children: Child[]): HTMLDialogElement {
  const close = make('button', { type: 'button' }, messages.common.close);
  const heading = make('h2', { id: `${kind}-name` }, name);
  const dialog = make(
    'dialog',
    // What scripts write is in the site's own language on every page.
    { class: `modal ${kind}`, 'aria-labelledby': heading.id, lang: messages.common.language },
    make('div', { class: 'title-bar' }, heading, close),
    ...children,
  );
  close.onclick = () => dialog.close();
  dialog.onclick = ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const outside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    if (target === dialog && outside) dialog.close();
  };
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
