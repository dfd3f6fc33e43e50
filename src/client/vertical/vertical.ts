/** The page in columns, from right to left: digits, wheel and keys, and the place one reads at. */
import { scroller } from '../dom/scroller.ts';
import { keepInSight } from '../navigation/contents.ts';
import { bringBack, type Place, placeInSight } from '../settings/scroll-anchor.ts';
import { idOf } from '../site/pasted.ts';
import { type Digits, setDigits, unwrapDigits } from './digits.ts';
import { onReadingKeys, onWheel } from './scrolling.ts';
import { keepColumnsWhole } from './whole-columns.ts';

let running: AbortController | undefined;

const digitsChosen = (): Digits =>
  (document.documentElement.dataset['digits'] as Digits | undefined) ?? 'combined';

/** Where a reload or a step back left off: browsers remember that for the page alone, not for what scrolls in it. */
const MEMORY = 'zhangju.column';

function returned(): void {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  try {
    const [path, left] = JSON.parse(sessionStorage.getItem(MEMORY) ?? '[]') as [string, number];
    if (entry?.type !== 'navigate' && path === location.pathname) scroller().scrollLeft = left;
  } catch {
    // Then one begins at the beginning.
  }
}

function leave(): void {
  try {
    sessionStorage.setItem(
      MEMORY,
      JSON.stringify([location.pathname, Math.round(scroller().scrollLeft)]),
    );
  } catch {
    // A browser that keeps nothing begins at the beginning.
  }
}

/** Keeps the place while the window changes its size. */
function keepPlace(signal: AbortSignal): void {
  const view = scroller();
  let place: Place | undefined;
  let width = view.clientWidth;
  let height = view.clientHeight;
  view.addEventListener(
    'scroll',
    () => {
      // A window that changes its size scrolls by itself.
      if (view.clientWidth === width && view.clientHeight === height) place = placeInSight();
    },
    { signal, passive: true },
  );
  const watch = new ResizeObserver(() => {
    // An observer is first told of what has not changed, after a reader may have gone on.
    if (view.clientWidth === width && view.clientHeight === height) return;
    width = view.clientWidth;
    height = view.clientHeight;
    bringBack(place);
  });
  watch.observe(view);
  signal.addEventListener('abort', () => watch.disconnect());
}

const tables = () => document.querySelectorAll<HTMLElement>('.text > figure.table');

/** Begins, or begins anew with other digits. */
export function startVertical(): void {
  if (!document.body.classList.contains('reading')) return;
  setDigits(digitsChosen());
  document.documentElement.dataset['digitsSet'] = '';
  if (running) return;
  running = new AbortController();
  const { signal } = running;
  const target = document.getElementById(idOf(location.hash));
  if (target) target.scrollIntoView({ behavior: 'instant' });
  else returned();
  // One that is higher than a column scrolls: by keys too.
  for (const table of tables()) table.tabIndex = 0;
  onWheel(signal);
  onReadingKeys(signal);
  keepPlace(signal);
  keepColumnsWhole(signal);
  keepInSight();
  addEventListener('pagehide', leave, { signal });
}

/** Lines again. */
export function stopVertical(): void {
  unwrapDigits();
  for (const table of tables()) table.removeAttribute('tabindex');
  delete document.documentElement.dataset['digitsSet'];
  running?.abort();
  running = undefined;
}
