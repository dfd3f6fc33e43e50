/** Links that open something in the page; without JavaScript they lead to where it is said in words. */

import { late } from '../dom/late.ts';

/**
 * Lets a link act as a button.
 * @param selector of the link; a page may do without it
 * @param load asks for what it opens; where that does not come, the link is followed
 */
export function opener(selector: string, load: () => Promise<() => unknown>): void {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  if (!link) return;
  const open = () => {
    // The menu that it stands in on a phone gives the focus back first.
    link.closest<HTMLElement>('[popover]')?.hidePopover();
    void late(
      load,
      (show) => show(),
      () => location.assign(link.href),
    );
  };
  link.role = 'button';
  link.ariaHasPopup = 'dialog';
  link.onclick = (event) => {
    event.preventDefault();
    open();
  };
  link.onkeydown = (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    open();
  };
}
