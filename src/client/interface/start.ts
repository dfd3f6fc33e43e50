/** What a reader uses on any page and no page needs to be read: loaded with the first sign of use. */

import { startPilcrows } from '../cite/pilcrows.ts';
import { late } from '../dom/late.ts';
import { startPreviews } from '../notes/previews.ts';
import { startBox } from '../search/box.ts';
import { startCounterpartLinks } from '../site/simplified.ts';
import { isConverted } from '../site/urls.ts';
import { addTools } from './footer.ts';
import { layOutRest } from './lay-out.ts';
import { interfaceStyles } from './styles.ts';

/** Starts it; what it adds takes no room, so nothing moves. */
export async function startInterface(): Promise<void> {
  startCounterpartLinks();
  // On a page in Simplified characters scripts write in them, too; a choice is followed with the settings.
  if (isConverted() && !document.documentElement.dataset['interface'])
    void import('../language/interface.ts').then(
      (m) => m.speak(undefined),
      () => undefined,
    );
  await interfaceStyles();
  const box = document.querySelector<HTMLFormElement>('form[data-search-box]');
  if (box) startBox(box);
  startPilcrows();
  startPreviews();
  addTools();
  if (document.querySelector('[data-citation]'))
    void late(
      () => import('../cite/on-page.ts'),
      (m) => m.startCitations(),
    );
  if (document.querySelector('article > .text'))
    // What it adds to the contents at the side is no loss where it does not come.
    void import('../navigation/follow.ts').then(
      (m) => m.startFollowing(),
      () => undefined,
    );
  layOutRest();
}
