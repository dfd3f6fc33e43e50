/** A mark and its note beside the text: either lights the other, and the focus goes to and fro. */

import { isPlain, leaveFrom, noterefAt } from './noterefs.ts';
import { open, pairOf, sidenotesShown, unfold } from './sidenotes.ts';

const pairAt = (target: EventTarget | null) =>
  pairOf(noterefAt(target) ?? (target instanceof Element ? target.closest('.sidenote') : null));

let lit: ReturnType<typeof pairAt>;

function light({ target }: Event): void {
  const pair = sidenotesShown() ? pairAt(target) : undefined;
  if (pair === lit) return;
  for (const part of [lit?.noteref, lit?.copy]) part?.removeAttribute('data-lit');
  for (const part of [pair?.noteref, pair?.copy]) part?.setAttribute('data-lit', '');
  lit = pair;
}

/** Goes to the note of a noteref. @returns whether it stands beside the text */
export function focusSidenote(noteref: HTMLAnchorElement): boolean {
  const pair = sidenotesShown() ? pairOf(noteref) : undefined;
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
  pair.noteref.focus();
  // On with Tab it goes from the noteref, as if the note stood there.
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
    const link = event.target instanceof Element && event.target.closest('.sidenote a');
    if (pair && link && isPlain(event)) leaveFrom(pair.noteref);
  });
}
