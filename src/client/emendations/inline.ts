/**
 * Emendations in the text: made into buttons, set right, and put back. The printed words never
 * leave the page: where the correction is shown they stay, hidden, and the correction is
 * apparatus. So what is quoted and cited from the page is the print, while what is seen,
 * read aloud and copied by hand is the corrected text. Drawn by a stylesheet, it could not be copied.
 */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import type { Emendation } from './data.ts';

export const MARKED = '[data-emendation]';

const marked = () => document.querySelectorAll<HTMLElement>(MARKED);

const BUTTON = ['role', 'tabindex', 'aria-haspopup', 'aria-expanded', 'aria-roledescription'];

/** Makes an emendation a button; inside a link there can be none, and its note's page has it. */
function enable(element: HTMLElement): void {
  if (element.closest('a')) return;
  element.role = 'button';
  element.tabIndex = 0;
  element.ariaHasPopup = 'dialog';
  element.ariaExpanded = 'false';
  element.setAttribute('aria-roledescription', messages.emendations.slips);
}

function setRight(element: HTMLElement, { printed, correction }: Emendation): void {
  if (correction === null || element.dataset['corrected'] !== undefined) return;
  const own = make('span', { hidden: true });
  own.append(...element.childNodes);
  element.append(own, make('ins', { 'data-apparatus': true }, correction));
  element.dataset['corrected'] = '';
  if (correction === '') element.ariaLabel = messages.emendations.deletes(printed);
}

/** Everything as printed, and nothing to press. */
export function putBack(): void {
  for (const element of marked()) {
    const own = element.querySelector(':scope > [hidden]');
    if (own) element.replaceChildren(...own.childNodes);
    for (const name of [...BUTTON, 'aria-label', 'data-corrected', 'data-doubtful'])
      element.removeAttribute(name);
  }
}

/** Shows the emendations of the page. @param correct whether those that are certain are set right */
export function show(emendations: Map<string, Emendation>, correct: boolean): void {
  for (const element of marked()) {
    const emendation = emendations.get(element.dataset['emendation'] ?? '');
    if (!emendation) continue;
    enable(element);
    if (emendation.certainty === 'doubtful') element.dataset['doubtful'] = '';
    else if (correct) setRight(element, emendation);
  }
}
