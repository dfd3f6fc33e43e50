/** Copies of what stands elsewhere: shown a second time, they are nobody's address. */

/** What a copy leaves out: what leads back, what is loaded, and what the site hangs on its text. */
const LEFT_OUT = 'script, style, link, [role="doc-backlink"], .pilcrow, .to-page';

/** A copy of an element, without ids and without the ways back. */
export function copyOf(element: Element): HTMLElement {
  const copy = document.importNode(element, true) as HTMLElement;
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const part of [copy, ...copy.querySelectorAll('[id], [data-cited]')]) {
    part.removeAttribute('id');
    part.removeAttribute('data-cited');
  }
  return copy;
}

/** A note's words, and the works that its short forms mean, as copies. */
export const wordsOf = (note: Element): HTMLElement[] =>
  [...note.querySelectorAll(':scope > :is(.text, .resolved)')].map(copyOf);
