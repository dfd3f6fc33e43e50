/**
 * Digits in columns. Books set short numbers upright (縱中橫) and let long ones lie with
 * the Latin letters; no CSS can tell them apart, so runs of them get an element of their
 * own as long as the page stands in columns. The words stay what they are.
 */
import { printedNodes } from '../dom/printed-text.ts';

export type Digits = 'combined' | 'upright' | 'sideways';

const HAN = '[\\u2E80-\\uFFEF—…]';
/** Letters and digits among Chinese characters; those among other Latin words lie with them anyway. */
const RUN = '[A-Za-z\\d](?:[ -~]*[A-Za-z\\d%])?';
const RUNS = new RegExp(
  `(?<=${HAN}\\s?)${RUN}(?=$|\\s?${HAN})|^(?:\\d\\.|${RUN})(?=\\s?${HAN})`,
  'gu',
);

const WRAPPED = '[data-tcy]';

/** Where words are English, an address, or a table, which lies as it is printed. */
const NOT_HERE = '[lang="en"], figure, .katex, .printed, script, style';

/** Two or three digits stand side by side; one alone, or the four of a year, under one another. */
function kindOf(run: string, digits: Digits): 'combined' | 'stacked' | 'lying' {
  if (digits === 'sideways') return 'lying';
  if (/^(?:\d\.|\d\d?%)$/u.test(run)) return 'combined';
  if (digits === 'upright') return /^\d+$/u.test(run) ? 'stacked' : 'lying';
  if (/^\d{2,3}$/u.test(run)) return 'combined';
  return /^\d(?:\d{3})?$/u.test(run) ? 'stacked' : 'lying';
}

/** WebKit gives upright digits the room of lying ones, and sets them over each other. */
const overlaps = CSS.supports('hanging-punctuation', 'first');

function wrapped(run: string, kind: string): HTMLElement[] {
  // Each by itself is as high as a character there.
  if (kind === 'stacked' && overlaps)
    return [...run].flatMap((digit) => wrapped(digit, 'combined'));
  const span = document.createElement('span');
  span.dataset['tcy'] = kind;
  span.textContent = run;
  return [span];
}

function wrapIn(node: Text, digits: Digits): void {
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const run of node.data.matchAll(RUNS)) {
    pieces.push(node.data.slice(at, run.index), ...wrapped(run[0], kindOf(run[0], digits)));
    at = run.index + run[0].length;
  }
  if (at > 0) node.replaceWith(...pieces, node.data.slice(at));
}

const LONG = 'data-long';

/** Marks of notes with more digits than stand side by side between two columns: they lie. */
function tellLongMarks(): void {
  for (const mark of document.querySelectorAll<HTMLElement>('.text a[role="doc-noteref"]'))
    mark.toggleAttribute(LONG, (mark.dataset['number']?.length ?? 0) > 2);
}

/** Takes the elements away again; the text becomes one node, as it was. */
export function unwrapDigits(): void {
  const parents = new Set<Node>();
  for (const span of document.querySelectorAll(WRAPPED)) {
    if (span.parentNode) parents.add(span.parentNode);
    span.replaceWith(...span.childNodes);
  }
  for (const parent of parents) parent.normalize();
  for (const mark of document.querySelectorAll(`[${LONG}]`)) mark.removeAttribute(LONG);
}

/** Sets the digits of the text and its notes as chosen. */
export function setDigits(digits: Digits): void {
  unwrapDigits();
  const main = document.querySelector('main');
  if (!main) return;
  for (const node of printedNodes(main)) {
    if (!node.parentElement?.closest(NOT_HERE)) wrapIn(node, digits);
  }
  tellLongMarks();
}
