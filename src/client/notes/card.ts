/**
 * The pop-up that shows notes and other places of the chapter: beside the mark it
 * belongs to, on a phone a panel from below. It is a native popover, so Esc, a press
 * outside and, where the system has one, the Back of a phone close it, and nothing
 * is added to the history. It is `held` when somebody asked for it, and then has the focus.
 */
import { messages } from '../../messages/site.ts';
import url from '../../styles/notes/card.css?url';
import { make } from '../dom/elements.ts';
import { stylesheet } from '../dom/stylesheet.ts';
import { textLanguage } from '../dom/text-language.ts';
import { leaveByTab } from '../interface/leave-by-tab.ts';
import { placeAt } from '../interface/pop-up-position.ts';

/** What a card shows. */
export interface View {
  name: string;
  words: HTMLElement[];
  /** Where it leads: its own pages. */
  links: HTMLElement;
  /** What stands before and after it. */
  previous?: (() => View) | undefined;
  next?: (() => View) | undefined;
}

let card: HTMLElement | undefined;
let owner: HTMLElement | undefined;
let held = false;
/** What was shown before in the same card. */
const trail: View[] = [];
/** The mark that was pressed while its card was open: the press closes it. */
let pressed: HTMLElement | undefined;

/** What the card belongs to, while it is open; with `true`, only when it was asked for. */
export const ownerOf = (onlyHeld = false): HTMLElement | undefined =>
  card?.matches(':popover-open') && (held || !onlyHeld) ? owner : undefined;

/** Whether something stands in the card. */
export const isInCard = (target: EventTarget | null): boolean =>
  card !== undefined && target instanceof Node && card.contains(target);

export const closeCard = (): void => card?.hidePopover();

function button(sign: string, name: string, act: () => void): HTMLElement {
  const made = make('button', { type: 'button', 'aria-label': name, title: name }, sign);
  made.onclick = act;
  return made;
}

function step(sign: string, name: string, to: (() => View) | undefined): HTMLElement {
  const made = button(sign, name, () => to && fill(to()));
  made.toggleAttribute('disabled', !to);
  return made;
}

function fill(view: View): void {
  if (!card) return;
  const had = isInCard(document.activeElement);
  const back = trail.at(-1);
  const body = make('div', {
    class: 'body notes',
    tabindex: '0',
    role: 'group',
    lang: textLanguage() ?? document.documentElement.lang,
  });
  body.ariaLabel = view.name;
  body.append(...view.words);
  card.ariaLabel = view.name;
  card.replaceChildren(
    make(
      'div',
      { class: 'top' },
      back && button('←', messages.notes.backTo(back.name), () => trail.pop() && fill(back)),
      make('strong', {}, view.name),
      (view.previous || view.next) && step('‹', messages.notes.previous, view.previous),
      (view.previous || view.next) && step('›', messages.notes.next, view.next),
      button('×', messages.common.close, closeCard),
    ),
    body,
    make('div', { class: 'ways' }, view.links),
  );
  shown = view;
  // A box that does not scroll is no stop of the keyboard.
  if (body.scrollHeight <= body.clientHeight) body.removeAttribute('tabindex');
  if (had) card.focus({ preventScroll: true });
  if (owner) placeAt(card, owner);
}

let shown: View | undefined;

/** Shows something else in the card, with a way back to what it shows. */
export function followInCard(view: View): void {
  if (shown) trail.push(shown);
  fill(view);
}

function onToggle({ newState }: ToggleEvent): void {
  if (newState === 'open') return;
  owner?.removeAttribute('aria-expanded');
  card?.removeAttribute('data-held');
  held = false;
}

function theCard(): HTMLElement {
  if (card) return card;
  card = make('div', {
    class: 'pop-up note-card',
    popover: 'auto',
    role: 'dialog',
    // What scripts write is in the site's own language; the words are in the page's.
    lang: messages.common.language,
    tabindex: '-1',
    'data-apparatus': true,
  });
  card.addEventListener('beforetoggle', onToggle);
  // Who leaves it with Tab is done with it.
  card.addEventListener('focusout', ({ relatedTarget }) => {
    if (held && relatedTarget instanceof Node && !isInCard(relatedTarget)) closeCard();
  });
  leaveByTab(card, () => (held ? owner : undefined));
  document.body.append(card);
  return card;
}

addEventListener(
  'pointerdown',
  ({ target }) => {
    const open = ownerOf(true);
    pressed = open && target instanceof Node && open.contains(target) ? open : undefined;
  },
  true,
);
addEventListener('pagehide', closeCard);

/** Whether a second press on its mark has closed the card, or closes it now. */
export function closesAgain(mark: HTMLElement): boolean {
  const again = pressed === mark || ownerOf(true) === mark;
  pressed = undefined;
  if (again) closeCard();
  return again;
}

/** On a phone the line one was reading, or the link in focus, stays above it. */
function keepInSight(mark: HTMLElement, box: HTMLElement): void {
  const line = mark.getBoundingClientRect();
  const { left, width, height } = box.getBoundingClientRect();
  const covers = left <= 0 && width >= document.documentElement.clientWidth;
  // Its own place may still be on the way up.
  const top = innerHeight - height;
  if (covers && line.bottom > top - 16) scrollBy({ top: line.bottom - top + 48 });
}

/**
 * Shows a view at its mark.
 * @param hold whether it was asked for: then it takes the focus, and gives it back when it closes
 */
export async function showCard(mark: HTMLElement, view: View, hold: boolean): Promise<void> {
  const box = theCard();
  await stylesheet(url);
  if (box.matches(':popover-open') && owner !== mark) closeCard();
  owner = mark;
  trail.length = 0;
  if (hold) {
    // The browser gives the focus back to what had it before.
    mark.focus({ preventScroll: true });
    mark.ariaExpanded = 'true';
  }
  held = hold;
  box.toggleAttribute('data-held', hold);
  if (!box.matches(':popover-open')) box.showPopover({ source: mark });
  fill(view);
  if (hold) box.focus({ preventScroll: true });
  // Who only sees it in passing keeps the focus at the link, which must not lie under it.
  if (hold || mark === document.activeElement) keepInSight(mark, box);
}
