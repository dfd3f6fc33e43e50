/** What stands ready at the marks of notes: a press, a tap or Enter shows the note where one reads. */

import { late } from '../dom/late.ts';
import { isPlain, leaveFrom, noteOf, noterefAt } from './noterefs.ts';
import { focusSidenote, pairUp } from './sidenote-pairs.ts';
import { startSidenotes } from './sidenotes.ts';

function onClick(event: MouseEvent): void {
  const noteref = noterefAt(event.target);
  // In a pop-up it is followed there.
  if (!noteref || noteref.closest('[popover]') || !isPlain(event) || !noteOf(noteref)) return;
  if (document.documentElement.dataset['notes'] === 'end') {
    leaveFrom(noteref);
    return;
  }
  event.preventDefault();
  if (focusSidenote(noteref)) return;
  void late(
    () => import('./pop-up.ts'),
    (m) => m.popUp(noteref),
    () => {
      leaveFrom(noteref);
      location.hash = noteref.hash;
    },
  );
}

/** Starts it. */
export function startNotes(): void {
  startSidenotes();
  pairUp();
  document.addEventListener('click', onClick);
  // Who comes back to a mark has the keyboard there.
  addEventListener('hashchange', () => {
    noterefAt(document.querySelector(':target'))?.focus({ preventScroll: true });
  });
}
