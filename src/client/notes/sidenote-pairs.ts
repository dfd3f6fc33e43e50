/** A mark and its note beside the text: either lights the other, and the focus goes to and fro. */

import { isPlain, leaveFrom, markAt } from './noterefs.ts';
import { areBeside, open, pairOf, unfold } from './sidenotes.ts';

const pairAt = (target: EventTarget | null) =>
  pairOf(markAt(target) ?? (target instanceof Element ? target.closest('.beside') : null));

let lit: ReturnType<typeof pairAt>;

function light({ target }: Event): void {
  const pair = areBeside() ? pairAt(target) : undefined;
  if (pair === lit) return;
  for (const part of [lit?.mark, lit?.copy]) part?.removeAttribute('data-lit');
  for (const part of [pair?.mark, pair?.copy]) part?.setAttribute('data-lit', '');
  lit = pair;
}

/** Goes to the note of a mark. @returns whether it stands beside the text */
export function goBeside(mark: HTMLAnchorElement): boolean {
  const pair = areBeside() ? pairOf(mark) : undefined;
  if (!pair) return false;
  unfold(pair, true);
  open(pair.copy, true);
  pair.copy.focus({ preventScroll: true });
  pair.copy.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Esc and Tab lead from a note back to the text, to where its mark is. */
function onKey(event: KeyboardEvent): void {
  const pair = pairAt(event.target);
  if (!pair?.copy.contains(event.target as Node)) return;
  const { key, shiftKey } = event;
  const parts = [...pair.copy.querySelectorAll<HTMLElement>('a, button')].filter((part) =>
    part.checkVisibility(),
  );
  const first = shiftKey ? [pair.copy, parts[0]] : [parts.at(-1)];
  const leaves = key === 'Escape' || (key === 'Tab' && first.includes(event.target as HTMLElement));
  if (!leaves) return;
  pair.mark.focus();
  // On with Tab it goes from the mark, as if the note stood there.
  if (key === 'Escape' || shiftKey) event.preventDefault();
}

/** Starts it, for pages whose notes stand beside the text now or later. */
export function pairUp(): void {
  document.addEventListener('pointerover', light);
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusin', (event) => {
    light(event);
    const pair = pairAt(event.target);
    if (pair?.copy.contains(event.target as Node)) open(pair.copy, true);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    const pair = pairAt(target);
    if (pair?.copy.contains(target as Node) && !pair.copy.contains(relatedTarget as Node | null))
      open(pair.copy, false);
  });
  document.addEventListener('click', (event) => {
    const pair = pairAt(event.target);
    const link = event.target instanceof Element && event.target.closest('.beside a');
    if (pair && link && isPlain(event)) leaveFrom(pair.mark);
  });
}
