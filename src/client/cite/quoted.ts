/** 轉引: references that stand in the page get a button that copies them. */
import { copy } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { absolute, here } from '../site/urls.ts';

/** Gives the text the whole address of the note, where the build did not know it. */
function complete(quoted: HTMLElement): void {
  const path = quoted.dataset['quoted'] ?? '';
  const last = quoted.lastChild;
  if (path === '' || !(last instanceof Text)) return;
  last.data = last.data.replace(path, new URL(path, absolute(here())).href);
}

/** Makes the buttons. */
export function startQuoted(): void {
  for (const quoted of document.querySelectorAll<HTMLElement>('[data-quoted]')) {
    const said = make('span', { role: 'status' });
    const button = make('button', { type: 'button' }, '複製');
    complete(quoted);
    button.onclick = () => void copy(quoted.textContent.trim(), said, '轉引的出處');
    quoted.after(button, ' ', said);
  }
}
