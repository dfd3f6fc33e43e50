/** Going on in columns: what moves a page down moves it to the left here. */
import { isTyping } from '../dom/elements.ts';
import { calm } from '../dom/motion.ts';
import { scroller } from '../dom/scroller.ts';
import { EMPTY } from './columns.ts';

/** A column with the room beside it. */
export const column = (): number =>
  Number.parseFloat(getComputedStyle(document.querySelector('.text') ?? scroller()).lineHeight);

/** Moves by so much in reading direction. */
const move = (by: number): void =>
  scroller().scrollBy({ left: -by, behavior: calm() ? 'instant' : 'smooth' });

/** As much as is in sight, less a column, so that one sees where one was. */
const page = (): number => {
  const one = column();
  const empty = (name: string) =>
    Number.parseFloat((scroller() as HTMLElement).style.getPropertyValue(name)) || 0;
  const seen = scroller().clientWidth - empty(EMPTY.before) - empty(EMPTY.after);
  return Math.max(one, seen - one);
};

const KEYS: Record<string, () => number> = {
  ArrowLeft: () => 3 * column(),
  ArrowDown: () => 3 * column(),
  ArrowRight: () => -3 * column(),
  ArrowUp: () => -3 * column(),
  PageDown: page,
  PageUp: () => -page(),
  End: () => scroller().scrollWidth,
  Home: () => -scroller().scrollWidth,
};

/** What a press of the space bar means to something else. */
const takesSpace = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, summary, [role="button"], a') !== null;

/** Keys that go on and back. */
export function onReadingKeys(signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented || isTyping(target)) return;
      if (document.querySelector(':modal, :popover-open')) return;
      if (key === ' ' ? takesSpace(target) : shiftKey) return;
      const by = key === ' ' ? (shiftKey ? -page() : page()) : KEYS[key]?.();
      if (by === undefined) return;
      event.preventDefault();
      move(by);
    },
    { signal },
  );
}

/** Whether something between the pointer and the text can itself be scrolled that way. */
function scrollsItself(target: EventTarget | null, by: number): boolean {
  const view = scroller();
  let at = target instanceof Element ? target : null;
  while (at && at !== view) {
    const room = at.scrollHeight - at.clientHeight;
    const scrolls = room > 1 && /auto|scroll/u.test(getComputedStyle(at).overflowY);
    if (scrolls && (by > 0 ? at.scrollTop < room - 1 : at.scrollTop > 0)) return true;
    at = at.parentElement;
  }
  return false;
}

const LINE = 1;

/** A mouse's wheel turned down goes on; a trackpad's way to the side is the browser's. */
export function onWheel(signal: AbortSignal): void {
  const view = scroller();
  view.addEventListener(
    'wheel',
    (event) => {
      const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey, target } = event as WheelEvent;
      if (ctrlKey || shiftKey || Math.abs(deltaX) >= Math.abs(deltaY)) return;
      if (scrollsItself(target, deltaY)) return;
      event.preventDefault();
      view.scrollBy({ left: -deltaY * (deltaMode === LINE ? column() : 1), behavior: 'instant' });
    },
    { signal, passive: false },
  );
}
