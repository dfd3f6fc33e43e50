/** What scripts can do for a reader besides, under the foot of each page. */

import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { remembered } from '../session/storage.ts';

function tool(name: string, use: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, name);
  button.onclick = () => use(button);
  return button;
}

/** Adds them; they stand in the room that the footer has. */
export function addTools(): void {
  const keys = tool(
    '鍵盤快捷鍵',
    () =>
      void late(
        () => import('../keys/table.ts'),
        (m) => m.openList(),
      ),
  );
  const forget = tool(
    '忘記閱讀進度',
    (button) =>
      void late(
        () => import('../session/reading.ts'),
        (m) => {
          m.forget();
          button.replaceWith(make('span', { role: 'status', tabindex: '-1' }, '已忘記'));
        },
      ),
  );
  const tools = make('p', { class: 'tools' }, keys);
  if (remembered('places') !== null || remembered('read') !== null) tools.append(forget);
  document.querySelector('footer.site')?.append(tools);
}
