/**
 * The text of the whole page as a browser searches it for `#:~:text=`: block by
 * block, with contents lists and breadcrumbs, without what is not displayed.
 */
import { folded, printedNodes, within } from '../dom/printed-text.ts';

/** Elements that a search never looks into. */
const UNSEARCHED =
  'script, style, noscript, textarea, select, template, [hidden], [popover], dialog';

const blockAround = (node: Node): Element | null => {
  let element = node.parentElement;
  while (element && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  return element;
};

const isSearched = (node: Text): boolean => {
  const parent = node.parentElement;
  if (!parent || parent.closest(UNSEARCHED)) return false;
  // The number of a mark stands in the page for text browsers only.
  return !parent.closest('[role="doc-noteref"] > sup');
};

/** Between two blocks, where no word and no match goes across. */
export const BETWEEN = '\n';

export class PageText {
  /** The text as it stands; white space as one space, blocks apart by {@link BETWEEN}. */
  text = '';
  /** The same, as it is compared. */
  readonly folded: string;
  readonly #starts: { node: Text; at: number; offsets: number[] }[] = [];
  readonly #segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  readonly #bounds = new Map<string, Set<number>>();

  constructor(root: Node = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let block: Element | null = null;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (!isSearched(node)) continue;
      const own = blockAround(node);
      if (own !== block && this.text !== '') this.text = `${this.text.trimEnd()}${BETWEEN}`;
      block = own;
      this.#take(node);
    }
    this.folded = folded(this.text);
  }

  #take(node: Text): void {
    const offsets: number[] = [];
    const at = this.text.length;
    let piece = '';
    for (let i = 0; i < node.length; i += 1) {
      const unit = node.data.charAt(i);
      const before = piece === '' ? this.text.at(-1) : piece.at(-1);
      const space = /\s/u.test(unit);
      if (space && (before === undefined || /\s/u.test(before))) continue;
      piece += space ? ' ' : unit;
      offsets.push(i);
    }
    this.text += piece;
    if (piece !== '') this.#starts.push({ node, at, offsets });
  }

  /** Where the words of a range stand in the text; undefined when it holds none. */
  placeOf(range: Range): [start: number, end: number] | undefined {
    const touched = new Set(printedNodes(range.commonAncestorContainer, range));
    const places = this.#starts.flatMap(({ node, at, offsets }) => {
      if (!touched.has(node)) return [];
      const [from, to] = within(node, range);
      return offsets.flatMap((offset, i) => (offset >= from && offset < to ? [at + i] : []));
    });
    const words = places.filter((place) => /\S/u.test(this.text.charAt(place)));
    const [first, last] = [words[0], words.at(-1)];
    return first === undefined || last === undefined ? undefined : [first, last + 1];
  }

  /** The block around a place. */
  blockAt(place: number): [start: number, end: number] {
    const end = this.text.indexOf(BETWEEN, place);
    return [this.text.lastIndexOf(BETWEEN, place - 1) + 1, end === -1 ? this.text.length : end];
  }

  /** Where words begin and end in a stretch of the text. */
  #boundsOf(start: number, end: number): Set<number> {
    const key = `${start}-${end}`;
    const known = this.#bounds.get(key);
    if (known) return known;
    const found = new Set([start, end]);
    for (const { index } of this.#segmenter.segment(this.text.slice(start, end)))
      found.add(start + index);
    this.#bounds.set(key, found);
    return found;
  }

  /** Whether words begin or end here, both in the block and in each text node of it. */
  isBound(place: number): boolean {
    if (!this.#boundsOf(...this.blockAt(place)).has(place)) return false;
    const node = this.#starts.findLast(({ at }) => at <= place);
    if (!node) return true;
    return (
      place >= node.at + node.offsets.length ||
      this.#boundsOf(node.at, node.at + node.offsets.length).has(place)
    );
  }

  /** The nearest place, going by steps, at which words begin or end; stays in its block. */
  toBound(place: number, step: 1 | -1): number {
    const [start, end] = this.blockAt(step === 1 ? place - 1 : place);
    let at = place;
    while (at > start && at < end && !this.isBound(at)) at += step;
    return at;
  }
}
