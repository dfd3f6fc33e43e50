/**
 * Marks the words that a search hit was found by, in the passage it leads to:
 * `/sections/4/?mark=龍山#s4-2-1-p3`. The text itself is not touched: the marks are
 * ranges (CSS Custom Highlight API), and a browser without them shows the passage alone.
 */

import { printedNodes } from '../dom/printed-text.ts';
import { isVertical, scroller } from '../dom/scroller.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { idOf } from '../site/pasted.ts';

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/** All places of words in a passage, white space aside. */
function rangesOf(root: Node, words: string): Range[] {
  const places: [Text, number][] = [];
  let text = '';
  for (const node of printedNodes(root)) {
    for (let i = 0; i < node.length; i += 1) {
      const unit = node.data.charAt(i);
      if (/\s/u.test(unit)) continue;
      places.push([node, i]);
      text += unit;
    }
  }
  const ranges: Range[] = [];
  const wanted = squeezed(words);
  for (let at = text.indexOf(wanted); wanted !== '' && at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [first, last] = [places[at], places[at + wanted.length - 1]];
    if (!first || !last) break;
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    ranges.push(range);
  }
  return ranges;
}

function bringIntoSight(range: Range | undefined): void {
  const box = range?.getBoundingClientRect();
  if (!box) return;
  const view = scroller();
  if (isVertical() && (box.left < 0 || box.right > innerWidth))
    view.scrollBy(box.right - (innerWidth * 2) / 3, 0);
  else if (box.top < 0 || box.bottom > innerHeight) view.scrollBy(0, box.top - innerHeight / 3);
}

/** Marks the words of the address in the passage that it names. @returns their places */
function highlight(): Range[] {
  const words = new URLSearchParams(location.search).getAll('mark').slice(0, 20);
  if (words.length === 0 || !('highlights' in CSS)) return [];
  const id = idOf(location.hash);
  const passages = [
    document.getElementById(id) ?? document.querySelector('.note-text'),
    // What a table is taken from stands under it, in an element of its own.
    document.getElementById(`${id}-source`),
  ].filter((passage) => passage !== null);
  const ranges = passages.flatMap((passage) => words.flatMap((word) => rangesOf(passage, word)));
  void interfaceStyles();
  CSS.highlights.set('found', new Highlight(...ranges));
  return ranges;
}

/** Marks the words, and brings the first into sight. */
export function highlightWords(): void {
  const show = () => bringIntoSight(highlight()[0]);
  // Until the page has loaded, the browser itself goes back to the passage's beginning.
  highlight();
  if (document.readyState === 'complete') requestAnimationFrame(show);
  else addEventListener('load', () => requestAnimationFrame(show), { once: true });
  // In vertical setting the text has other nodes, and its columns begin anew.
  document.addEventListener('zhangju:settings', (event) =>
    (event as CustomEvent<{ begins: boolean }>).detail.begins ? show() : highlight(),
  );
}
