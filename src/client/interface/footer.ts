/** What scripts can do for a reader besides, under the foot of each page. */

import { messages } from '../../messages/site.ts';
import { annotations } from '../annotations/open-list.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { isTouched } from '../dom/touched.ts';
import { remembered } from '../session/storage.ts';
import { inSite } from '../site/urls.ts';
import { opener } from './link-button.ts';

function tool(name: string, use: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, name);
  button.onclick = () => use(button);
  return button;
}

/**
 * 我的劃記 in the menu, where that is one to be opened: in the header of a wide window it would move
 * what stands after it.
 */
function addToMenu(): void {
  const button = document.querySelector<HTMLElement>('[popovertarget="menu"]');
  const settings = document.querySelector('#menu [data-settings]');
  if (!settings || !button?.checkVisibility()) return;
  settings.before(
    make(
      'a',
      { href: inSite('/about/#annotations'), 'data-annotations': true },
      messages.annotations.mine,
    ),
  );
  opener('[data-annotations]', annotations);
}

/** Adds them; they stand in the room that the footer has. */
export function addTools(): void {
  addToMenu();
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
  const marked = tool(messages.annotations.mine, () => void late(annotations, (open) => open()));
  const tools = make('p', { class: 'tools' });
  if (!isTouched()) tools.append(keys);
  tools.append(marked);
  const kept = ['places', 'read', 'read-aloud'] as const;
  if (kept.some((name) => remembered(name) !== null)) tools.append(forget);
  document.querySelector('footer.site')?.append(tools);
}
