/** What stands ready on every page: the button 引用, copying with the source, copying of references. */
import { remembered } from '../prefs.ts';

/** Joins the page's own buttons to what they do. */
export function startCiting(): void {
  const button = document.querySelector<HTMLAnchorElement>('[data-cite-this]');
  if (button) {
    // Without JavaScript it is a link to how the chapter is cited.
    button.role = 'button';
    button.ariaHasPopup = 'dialog';
    button.onclick = async (event) => {
      event.preventDefault();
      const { openCiting } = await import('./dialog.ts');
      await openCiting();
    };
    button.onkeydown = (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      button.click();
    };
  }
  if (document.querySelector('[data-quoted]'))
    void import('./quoted.ts').then(({ startQuoted }) => startQuoted());
  if (remembered('source') !== null)
    void import('./with-source.ts').then(({ startWithSource }) => startWithSource());
}
