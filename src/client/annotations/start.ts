/**
 * Begins to show annotations: blocks are looked up when they come near the window, the rest when the
 * browser is idle, so that a page with thousands is as quick as one with none.
 */
import { idOfBlock } from '../cite/block.ts';
import { late } from '../dom/late.ts';
import type { Annotation } from './annotation.ts';
import { flag } from './flag.ts';
import { annotationsAt, annotationsIn, blocks, look, renew } from './shown.ts';
import { onChange } from './store.ts';
import { annotationStyles } from './styles.ts';

/** So many blocks are looked up at once. */
const SOME = 8;

/** Looks the blocks up: those that come near the window at once, the others a few at a time. */
function begin(): void {
  const rest = new Set(blocks().keys());
  const ids = new Map([...blocks()].map(([id, block]) => [block as Element, id]));
  const take = async (some: string[]): Promise<void> => {
    for (const id of some) rest.delete(id);
    // What the browser's store refuses now is asked for by the next page.
    await look(some).catch(() => undefined);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const near = entries
        .filter(({ isIntersecting }) => isIntersecting)
        .flatMap(({ target }) => ids.get(target) ?? [])
        .filter((id) => rest.has(id));
      if (near.length > 0) void take(near);
    },
    { rootMargin: '50%' },
  );
  for (const block of ids.keys()) observer.observe(block);
  const idly = () => (globalThis.requestIdleCallback ?? setTimeout)(() => void more());
  const more = async () => {
    await take([...rest].slice(0, SOME));
    if (rest.size > 0) idly();
    else observer.disconnect();
  };
  idly();
}

const openCard = (annotations: readonly Annotation[]) =>
  void late(
    () => import('./card.ts'),
    (m) => m.openCard(annotations),
  );

/** What does something by itself when it is pressed. */
const OWN = 'a, button, input, select, summary, label, [role="button"], [popover]';

/** A press on marked words opens them, one on the button of a block all that it has. */
function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const block = target.closest('.annotated')?.parentElement;
  if (block) openCard(annotationsIn(idOfBlock(block)));
  else if (!target.closest(OWN) && getSelection()?.isCollapsed) openCard(annotationsAt(event));
}

let started: Promise<void> | undefined;

async function start(): Promise<void> {
  if (blocks().size === 0) return;
  await annotationStyles();
  begin();
  const again = () => void renew().catch(() => undefined);
  onChange(again);
  // In columns and with corrections the text has other nodes.
  document.addEventListener('zhangju:settings', again);
  document.addEventListener('click', onClick);
  if (!flag.isOfThisText())
    void import('./bring-up-to-date.ts').then(
      (m) => m.bringUpToDate(),
      // Away from the net; the next page tries again.
      () => undefined,
    );
}

/** Shows the annotations of this page, once. */
export function startAnnotations(): Promise<void> {
  started ??= start();
  return started;
}
