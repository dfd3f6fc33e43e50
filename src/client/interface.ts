/** What a reader uses on any page and no page needs to be read: loaded with the first sign of use. */
import { startMarks } from './cite/marks.ts';
import { startEdition } from './edition.ts';
import { addTools } from './footer.ts';
import { interfaceStyles } from './interface-styles.ts';
import { startPreviews } from './notes/previews.ts';
import { startBox } from './search/box.ts';

/** Starts it; what it adds takes no room, so nothing moves. */
export async function startInterface(): Promise<void> {
  startEdition();
  await interfaceStyles();
  const box = document.querySelector<HTMLFormElement>('form[data-search-box]');
  if (box) startBox(box);
  startMarks();
  startPreviews();
  addTools();
  if (document.querySelector('[data-quoted]')) (await import('./cite/quoted.ts')).startQuoted();
  if (document.querySelector('article > .text')) (await import('./way/follow.ts')).startFollowing();
}
