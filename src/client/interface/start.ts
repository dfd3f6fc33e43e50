/** What a reader uses on any page and no page needs to be read: loaded with the first sign of use. */
import { startPilcrows } from '../cite/pilcrows.ts';
import { startPreviews } from '../notes/previews.ts';
import { startBox } from '../search/box.ts';
import { startCounterpartLinks } from '../site/simplified.ts';
import { addTools } from './footer.ts';
import { layOutRest } from './lay-out.ts';
import { interfaceStyles } from './styles.ts';

/** Starts it; what it adds takes no room, so nothing moves. */
export async function startInterface(): Promise<void> {
  startCounterpartLinks();
  await interfaceStyles();
  const box = document.querySelector<HTMLFormElement>('form[data-search-box]');
  if (box) startBox(box);
  startPilcrows();
  startPreviews();
  addTools();
  if (document.querySelector('[data-quoted]')) (await import('../cite/quoted.ts')).startQuoted();
  if (document.querySelector('article > .text'))
    (await import('../navigation/follow.ts')).startFollowing();
  layOutRest();
}
