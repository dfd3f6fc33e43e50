/** The key `g` and the link 前往 open the box that leads to any place of the chapter. */
import { isTyping } from '../dom.ts';

const open = async (): Promise<void> => (await import('./dialog.ts')).openGoto();

/** Without JavaScript the link leads to the list of printed pages. */
export function startGoto(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-goto]');
  if (link) {
    link.role = 'button';
    link.ariaHasPopup = 'dialog';
    link.onclick = (event) => {
      event.preventDefault();
      void open();
    };
    link.onkeydown = (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      void open();
    };
  }
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key !== 'g' || ctrlKey || metaKey || altKey || isTyping(target)) return;
    if (document.querySelector(':modal')) return;
    event.preventDefault();
    void open();
  });
}
