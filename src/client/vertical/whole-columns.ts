/** At rest the window shows whole columns alone: what it would cut at its edges is moved or left out. */
import { calm } from '../dom/motion.ts';
import { scroller } from '../dom/scroller.ts';
import {
  type Column,
  columnsOf,
  type Direction,
  EMPTY,
  emptyAfter,
  emptyBefore,
  shiftAt,
} from './columns.ts';
import { column } from './scrolling.ts';

/** What lies as it lies elsewhere has no columns; what hangs beside one goes with it. */
const APART =
  'figure, .printed, [popover], dialog, [role="doc-noteref"], [role="doc-pagebreak"], .to-page, .pilcrow';

/** So long nothing has moved when it is at rest, in milliseconds. */
const STILL = 120;
/** The same while a way that the page takes slowly may be between two of its steps. */
const STILL_ON_THE_WAY = 600;

/** The boxes of the words that lie within a reach of one of two edges. */
function boxesNear(edges: readonly number[], reach: number): Column[] {
  const isNear = ({ left, right }: Column) =>
    edges.some((edge) => left < edge + reach && right > edge - reach);
  const walker = document.createTreeWalker(
    scroller(),
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      if (node.matches(APART)) return NodeFilter.FILTER_REJECT;
      const box = node.getBoundingClientRect();
      return box.width === 0 || isNear(box) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
    },
  );
  const range = document.createRange();
  const boxes: Column[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement || node.data.trim() === '') continue;
    range.selectNodeContents(node);
    const near = [...range.getClientRects()].filter((box) => box.width > 0 && isNear(box));
    if (near.length === 0) continue;
    const { fontSize, writingMode } = getComputedStyle(node.parentElement);
    for (const { left, right } of near) {
      // The box of a column is as wide as its font would have it: the character is in its middle.
      const middle = (left + right) / 2;
      const half = (writingMode === 'vertical-rl' ? Number.parseFloat(fontSize) : right - left) / 2;
      boxes.push({ left: middle - half, right: middle + half });
    }
  }
  return boxes;
}

/** Sees to it, as long as the page stands in columns. */
export function keepColumnsWhole(signal: AbortSignal): void {
  const view = scroller() as HTMLElement;
  let timer = 0;
  let rested = view.scrollLeft;
  let moving = false;
  let touched = false;

  /** Leaves the ends of the window empty. */
  const leaveEmpty = (before: number, after: number) => {
    view.style.setProperty(EMPTY.before, `${before}px`);
    view.style.setProperty(EMPTY.after, `${after}px`);
  };

  /** Whether the columns can be moved to the right by so much. */
  const hasRoom = (by: number) => {
    const to = view.scrollLeft - by;
    return to <= 0.5 && to >= view.clientWidth - view.scrollWidth - 0.5;
  };

  const rest = () => {
    if (touched) return;
    const left = view.getBoundingClientRect().left + view.clientLeft;
    const right = left + view.clientWidth;
    const columns = columnsOf(boxesNear([left, right], 2.5 * column()));
    const by = view.scrollLeft - rested;
    // A short way is meant as a step on or back; after a long one the nearest column will do.
    const direction: Direction =
      by === 0 || Math.abs(by) > column() ? 'nearest' : by < 0 ? 'on' : 'back';
    const middle = (left + right) / 2;
    const shift = moving
      ? 0
      : shiftAt(
          right,
          columns.filter((c) => c.right > middle),
          direction,
        );
    moving = Math.abs(shift) >= 1 && hasRoom(shift);
    if (moving) {
      // Something may keep it from moving.
      onTheWay();
      view.scrollBy({ left: -shift, behavior: calm() ? 'instant' : 'smooth' });
      return;
    }
    rested = view.scrollLeft;
    leaveEmpty(emptyBefore(right, columns), emptyAfter(left, columns));
    view.dataset['rests'] = '';
  };

  const wait = (still: number) => () => {
    delete view.dataset['rests'];
    clearTimeout(timer);
    timer = window.setTimeout(rest, still);
  };
  const hold = (held: boolean) => () => {
    touched = held;
    wait(STILL)();
  };
  // Not every browser tells the end of every way.
  const onTheWay = wait('onscrollend' in window ? STILL_ON_THE_WAY : STILL);
  view.addEventListener('scroll', onTheWay, { signal, passive: true });
  // Who goes on before the columns rest is not held back.
  for (const sign of ['keydown', 'wheel'])
    addEventListener(sign, onTheWay, { signal, passive: true, capture: true });
  view.addEventListener('scrollend', wait(STILL), { signal });
  view.addEventListener('touchstart', hold(true), { signal, passive: true });
  view.addEventListener('touchend', hold(false), { signal, passive: true });
  view.addEventListener('touchcancel', hold(false), { signal, passive: true });
  const watch = new ResizeObserver(wait(STILL));
  for (const watched of [view, ...view.children]) watch.observe(watched);
  document.addEventListener('zhangju:settings', wait(STILL), { signal });
  document.fonts.addEventListener('loadingdone', wait(STILL), { signal });
  rest();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    watch.disconnect();
    delete view.dataset['rests'];
    for (const name of Object.values(EMPTY)) view.style.removeProperty(name);
  });
}
