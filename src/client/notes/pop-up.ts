/** The note of a noteref at it, and what its links lead to in the same pop-up. */
import {
  closeCard,
  closesAgain,
  followInCard,
  isInCard,
  ownerOf,
  showCard,
  type View,
} from './card.ts';
import { noteView } from './note-view.ts';
import { isPlain, leaveFrom, noteOf } from './noterefs.ts';
import { isShown, viewOf } from './target-view.ts';

function viewFor(noteref: HTMLAnchorElement): View | undefined {
  const note = noteOf(noteref);
  return note instanceof HTMLLIElement ? noteView(note) : undefined;
}

/** Shows the note of a mark; asked for once more, closes it. */
export async function popUp(noteref: HTMLAnchorElement): Promise<void> {
  const view = closesAgain(noteref) ? undefined : viewFor(noteref);
  if (view) await showCard(noteref, view, true);
}

/** Shows the note of a mark for as long as the pointer is there. */
export async function peek(noteref: HTMLAnchorElement): Promise<void> {
  const view = viewFor(noteref);
  if (view) await showCard(noteref, view, false);
}

async function follow(link: HTMLAnchorElement): Promise<void> {
  const view = await viewOf(link).catch(() => undefined);
  if (view) followInCard(view);
  else location.assign(link.href);
}

/** Links among the words are followed in the pop-up; those under it lead away. */
addEventListener('click', (event) => {
  const link = isInCard(event.target) && (event.target as Element).closest('a');
  if (!link || !isPlain(event)) return;
  if (link.closest('.body') && isShown(link)) {
    event.preventDefault();
    void follow(link);
    return;
  }
  const owner = ownerOf();
  if (owner) leaveFrom(owner);
  closeCard();
});
