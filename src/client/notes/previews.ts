/**
 * What a link leads to, shown while the pointer rests on it or the keyboard is on
 * it: notes at their marks, and tables, notes, sources, passages at links. A finger follows
 * links at once. What is shown can be pointed at, goes with Esc, and stays as long as the
 * pointer or the focus does (WCAG 1.4.13).
 */

import { closeCard, isInCard, ownerOf, showCard } from './card.ts';
import { noterefAt } from './noterefs.ts';
import { peek } from './pop-up.ts';
import { sidenotesShown } from './sidenotes.ts';
import { isShown, viewOf } from './target-view.ts';

const PATIENCE = 300;
/** On its way to what is shown, a pointer leaves the link for a moment. */
const GRACE = 250;

/** Links one finds one's way by: where they lead is known without a glance. */
const WAYS =
  'nav:not(.printed), .contents, svg, .number, .to-page, [role="doc-backlink"], #results';

let waiting: ReturnType<typeof setTimeout> | undefined;
let wanted: HTMLAnchorElement | undefined;

function linkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (!link || link.closest(WAYS)) return undefined;
  if (noterefAt(link)) return sidenotesShown() ? undefined : link;
  return isShown(link) ? link : undefined;
}

async function show(link: HTMLAnchorElement): Promise<void> {
  // What a reader has opened is not taken away by a pointer that passes.
  if (document.querySelector(':is(:modal, :popover-open)') && !isGlance()) return;
  if (noterefAt(link)) return peek(link);
  const view = await viewOf(link).catch(() => undefined);
  if (view && wanted === link) await showCard(link, view, false);
}

/** Whether what is open is a preview. */
const isGlance = (): boolean => ownerOf() !== undefined && ownerOf(true) === undefined;

function want(link: HTMLAnchorElement | undefined): void {
  clearTimeout(waiting);
  wanted = link;
  if (link) {
    if (ownerOf() !== link) waiting = setTimeout(() => void show(link), PATIENCE);
  } else waiting = setTimeout(() => isGlance() && closeCard(), GRACE);
}

function onPointer({ target, pointerType }: PointerEvent): void {
  if (pointerType !== 'mouse') return;
  if (isInCard(target)) clearTimeout(waiting);
  else {
    const link = linkAt(target);
    if (link !== wanted || !link) want(link);
  }
}

/** Starts it. */
export function startPreviews(): void {
  document.addEventListener('pointerover', onPointer);
  document.addEventListener('focusin', ({ target }) => {
    if (isInCard(target)) return;
    const link = linkAt(target);
    want(link?.matches(':focus-visible') && !noterefAt(link) ? link : undefined);
  });
  // The pointer may have come to rest on a link before this was loaded.
  if (matchMedia('(hover: hover)').matches)
    want(linkAt([...document.querySelectorAll('main a:hover')].at(-1) ?? null));
  // A press follows the link: what would be shown comes too late.
  document.addEventListener('click', () => clearTimeout(waiting), true);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' || key === 'Enter') clearTimeout(waiting);
  });
}
