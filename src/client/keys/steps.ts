/** Going through the text by headings and paragraphs. */
import { extent, isVertical, scroller } from '../dom/scroller.ts';

const BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'figure', 'blockquote']
  .map((tag) => `article > .text > ${tag}`)
  .join();

/** Beside a stop, this much is taken for being at it. */
const NEAR = 4;

/** Where one stops: each block, but what stands right under a heading comes with it. */
const stops = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) => !block.previousElementSibling?.matches('h1, h2, h3, h4, h5'),
  );

export const hasSteps = (): boolean => document.querySelector(BLOCKS) !== null;

/** Has the Tab key go on from a block: it takes the focus, for as long as it keeps it. */
function goOnFrom(block: HTMLElement): void {
  if (block.tabIndex < 0) {
    block.tabIndex = -1;
    block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
  }
  block.focus({ preventScroll: true });
}

/** Brings the next or the previous stop to where the window begins. */
export function step(by: 1 | -1): void {
  const padding = getComputedStyle(scroller());
  const edge =
    Number.parseFloat(isVertical() ? padding.scrollPaddingRight : padding.scrollPaddingTop) || 0;
  const away = (block: HTMLElement) => by * (extent(block).start - edge);
  const ahead = stops().filter((block) => away(block) > NEAR);
  const block = by === 1 ? ahead[0] : ahead.at(-1);
  if (!block) return;
  block.scrollIntoView();
  goOnFrom(block);
}
