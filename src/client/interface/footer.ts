/** What scripts can do for a reader besides, under the foot of each page. */

import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { isTouched } from '../dom/touched.ts';
import { remembered } from '../session/storage.ts';

function tool(name: string, use: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, name);
  button.onclick = () => use(button);
  return button;
}

/** Adds them; they stand in the room that the footer has. */
export function addTools(): void {
  const keys = tool(
    messages.keys.title,
    () =>
      void late(
        () => import('../keys/table.ts'),
        (m) => m.openList(),
      ),
  );
  const forget = tool(
    messages.session.forgetReading,
    (button) =>
      void late(
        () => import('../session/reading.ts'),
        (m) => {
          m.forget();
          button.replaceWith(
            make('span', { role: 'status', tabindex: '-1' }, messages.session.forgotten),
          );
        },
      ),
  );
  const tools = make('p', { class: 'tools' });
  if (!isTouched()) tools.append(keys);
  if (remembered('places') !== null || remembered('read') !== null) tools.append(forget);
  if (tools.hasChildNodes()) document.querySelector('footer.site')?.append(tools);
}
