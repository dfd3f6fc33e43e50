/** Links that open something in the page; without JavaScript they lead to where it is said in words. */

/**
 * Lets a link act as a button.
 * @param selector of the link; a page may do without it
 */
export function opener(selector: string, open: () => void): void {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  if (!link) return;
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
