/**
 * Digits in columns. Books set short numbers upright (縱中橫) and let long ones lie with
 * the Latin letters; no CSS can tell them apart, so short ones get an element of their
 * own as long as the page stands in columns. The words stay what they are.
 */
import { printedNodes } from '../printed.ts';

export type Digits = 'combined' | 'upright' | 'sideways';

/** Between Chinese characters or at the end of a run of text: what stands beside Latin letters lies with them. */
const BEFORE = '(?<=^|[\\u2E80-\\uFFEF—…]\\s?)';
const AFTER = '(?=$|\\s?[\\u2E80-\\uFFEF—…])';

/** Short numbers, and the label of a heading (`1.`). */
const SHORT = new RegExp(`${BEFORE}\\d{1,4}%?${AFTER}|^\\d\\.${AFTER}`, 'gu');
const ANY = new RegExp(`${BEFORE}\\d+%?${AFTER}|^\\d\\.${AFTER}`, 'gu');

const WRAPPED = '[data-tcy]';

/** Where words are English, an address, or a table, which lies as it is printed. */
const NOT_HERE = '[lang="en"], figure, .katex, .printed, script, style';

/** Two or three digits stand side by side; one alone, or the four of a year, under one another. */
const kindOf = (run: string, digits: Digits): string =>
  /\D/u.test(run) || (digits === 'combined' && (run.length === 2 || run.length === 3))
    ? 'combined'
    : 'stacked';

function wrapIn(node: Text, digits: Digits): void {
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const run of node.data.matchAll(digits === 'upright' ? ANY : SHORT)) {
    const span = document.createElement('span');
    span.dataset['tcy'] = kindOf(run[0], digits);
    span.textContent = run[0];
    pieces.push(node.data.slice(at, run.index), span);
    at = run.index + run[0].length;
  }
  if (at > 0) node.replaceWith(...pieces, node.data.slice(at));
}

/** Takes the elements away again; the text becomes one node, as it was. */
export function unwrapDigits(): void {
  const parents = new Set<Node>();
  for (const span of document.querySelectorAll(WRAPPED)) {
    if (span.parentNode) parents.add(span.parentNode);
    span.replaceWith(...span.childNodes);
  }
  for (const parent of parents) parent.normalize();
}

/** Sets the digits of the text and its notes as chosen. */
export function setDigits(digits: Digits): void {
  unwrapDigits();
  if (digits === 'sideways') return;
  const main = document.querySelector('main');
  if (!main) return;
  for (const node of printedNodes(main)) {
    if (!node.parentElement?.closest(NOT_HERE)) wrapIn(node, digits);
  }
}
