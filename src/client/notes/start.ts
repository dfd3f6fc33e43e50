/** What stands ready at the marks of notes: a press, a tap or Enter shows the note where one reads. */

import { isPlain, leaveFrom, markAt, noteOf } from './noterefs.ts';
import { goBeside, pairUp } from './sidenote-pairs.ts';
import { keepBeside } from './sidenotes.ts';

function onClick(event: MouseEvent): void {
  const mark = markAt(event.target);
  // In a pop-up it is followed there.
  if (!mark || mark.closest('[popover]') || !isPlain(event) || !noteOf(mark)) return;
  if (document.documentElement.dataset['notes'] === 'end') {
    leaveFrom(mark);
    return;
  }
  event.preventDefault();
  if (!goBeside(mark)) void import('./pop-up.ts').then((m) => m.popUp(mark));
}

/** Starts it. */
export function startNotes(): void {
  keepBeside();
  pairUp();
  document.addEventListener('click', onClick);
  // Who comes back to a mark has the keyboard there.
  addEventListener('hashchange', () => {
    markAt(document.querySelector(':target'))?.focus({ preventScroll: true });
  });
}
