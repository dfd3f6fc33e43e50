/** The printed text of a block, and where in the page each character of it stands. */
import { between, folded, printedNodes, within } from '../dom/printed-text.ts';
import type { Anchor } from './annotation.ts';

/** First character, and the one after the last. */
export type Span = readonly [start: number, end: number];

/** So many characters before and after the words tell them from others like them. */
const CONTEXT = 32;

/** A text as it is compared: without white space; width and case do not count. */
export const compared = (text: string): string => folded(text).replace(/\s+/gu, '');

/** Code points of a text; where none is of two units, which is nearly always, its length. */
const points = (text: string): number =>
  /[\u{10000}-\u{10ffff}]/u.test(text) ? [...text].length : text.length;

export class BlockText {
  /** As printed; white space as one space, lines and cells apart. */
  readonly text: string;
  /** The same without white space. */
  readonly #printed: string;
  #units: string | undefined;
  /** Of each compared unit: where it stands in the page, and in the text. */
  readonly #places: (readonly [node: Text, offset: number])[] = [];
  readonly #at: number[] = [];

  constructor(block: Node) {
    let text = '';
    let units = '';
    let last: Text | undefined;
    for (const node of printedNodes(block)) {
      if (node.data.trim() === '' && between(last, node) !== '') continue;
      if (text !== '')
        text = text.trimEnd() + (between(last, node) || (/\s$/u.test(text) ? ' ' : ''));
      for (let i = 0; i < node.length; i += 1) {
        const unit = node.data.charAt(i);
        if (!/\s/u.test(unit)) {
          this.#places.push([node, i]);
          this.#at.push(text.length);
          text += unit;
          units += unit;
        } else if (text !== '' && !/\s$/u.test(text)) text += ' ';
      }
      last = node;
    }
    this.text = text.trimEnd();
    this.#printed = units;
  }

  /** The text as it is compared. */
  get units(): string {
    this.#units ??= folded(this.#printed);
    return this.#units;
  }

  /** The units of an anchor whose words and what is around them stand where they did, to the letter; undefined of any other. */
  unchanged({ exact, prefix, suffix, start, end }: Anchor): Span | undefined {
    const { text } = this;
    if (start === undefined || end === undefined || points(text) !== text.length) return undefined;
    const isSame =
      text.slice(start, end) === exact &&
      text.startsWith(suffix, end) &&
      text.endsWith(prefix, start);
    return isSame ? [this.unitAt(start), this.unitAt(end)] : undefined;
  }

  /** The units that a range holds; undefined where it holds none. */
  spanOf(range: Range): Span | undefined {
    let [start, end] = [-1, -1];
    for (const [i, [node, offset]] of this.#places.entries()) {
      if (!range.intersectsNode(node)) continue;
      const [from, to] = within(node, range);
      if (offset < from || offset >= to) continue;
      if (start < 0) start = i;
      end = i + 1;
    }
    return start < 0 ? undefined : [start, end];
  }

  /**
   * The place of units in the page. Words whose correction is shown are in the page unseen: at
   * either end, the emendation is taken as a whole.
   */
  rangeOf([start, end]: Span): Range {
    const [first, last] = [this.#places[start], this.#places[end - 1]];
    if (!first || !last) throw new RangeError(`the block has no units ${start}–${end}`);
    const range = (first[0].ownerDocument as Document).createRange();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    const corrected = (node: Text) => node.parentElement?.closest('[data-corrected]');
    const [begins, ends] = [corrected(first[0]), corrected(last[0])];
    if (begins) range.setStartBefore(begins);
    if (ends) range.setEndAfter(ends);
    return range;
  }

  /** The unit at a position of the text, in code points. */
  unitAt(position: number): number {
    const isPlain = points(this.text) === this.text.length;
    const at = isPlain ? position : [...this.text].slice(0, position).join('').length;
    const unit = this.#at.findIndex((place) => place >= at);
    return unit < 0 ? this.#at.length : unit;
  }

  /** Where in the text some units stand, in code points. */
  positionOf([start, end]: Span): Span {
    const from = points(this.text.slice(0, this.#at[start]));
    return [from, from + points(this.words([start, end]))];
  }

  /** Units as they are printed. */
  words([start, end]: Span): string {
    return this.text.slice(this.#at[start], (this.#at[end - 1] ?? -1) + 1);
  }

  /** What is kept of some units, by which they are found again. */
  anchorOf(block: string, [start, end]: Span): Anchor {
    const [from, to] = this.positionOf([start, end]);
    return {
      block,
      exact: this.words([start, end]),
      prefix: this.text.slice(this.#at[Math.max(0, start - CONTEXT)], this.#at[start]),
      suffix: this.text.slice(
        (this.#at[end - 1] ?? 0) + 1,
        (this.#at[Math.min(this.#at.length, end + CONTEXT) - 1] ?? 0) + 1,
      ),
      start: from,
      end: to,
    };
  }
}
