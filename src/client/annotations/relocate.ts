/**
 * Brings anchors up to date with a text that has changed: paragraphs moved, parted or joined,
 * words set right. What cannot be found keeps its quotation and says that it is lost.
 */
import { BLOCKS, idOfBlock } from '../cite/block.ts';
import type { Anchor, Annotation } from './annotation.ts';
import { BlockText, type Span } from './block-text.ts';
import { comparedQuote, type Found, findChanged, findExact } from './find.ts';

/** The blocks of a page by their permanent ids, in the order of the text. */
export function blocksIn(root: ParentNode): Map<string, HTMLElement> {
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCKS)];
  return new Map(blocks.map((block) => [idOfBlock(block), block]));
}

/** Fewer characters than these, of the words and of what stood around them, prove nothing. */
const PROOF = 10;

/** All blocks of a text as one. */
export class WholeText {
  readonly #blocks: { id: string; text: BlockText; from: number }[] = [];
  readonly #units: string;

  /** @param root a page that has the whole text with its notes */
  constructor(root: ParentNode) {
    let units = '';
    for (const [id, block] of blocksIn(root)) {
      const text = new BlockText(block);
      this.#blocks.push({ id, text, from: units.length });
      units += text.units;
    }
    this.#units = units;
  }

  /** What some units are in each of the blocks that have them. */
  #anchorsAt([start, end]: Span): Anchor[] {
    return this.#blocks.flatMap(({ id, text, from }) => {
      const span: Span = [Math.max(0, start - from), Math.min(text.units.length, end - from)];
      return span[0] < span[1] ? [text.anchorOf(id, span)] : [];
    });
  }

  /** The place of words that stand as they were marked, in their own block or elsewhere. */
  #exact(anchor: Anchor): Span | undefined {
    const quote = comparedQuote(anchor);
    const own = this.#blocks.find(({ id }) => id === anchor.block);
    const there: Found | undefined =
      own && findExact(own.text.units, quote, own.text.unitAt(anchor.start ?? 0));
    const inWhole = ({ span: [start, end] }: Found): Span => [
      start + (own?.from ?? 0),
      end + (own?.from ?? 0),
    ];
    if (there?.sure) return inWhole(there);
    const found = findExact(this.#units, quote, own?.from);
    const all = quote.exact.length + quote.prefix.length + quote.suffix.length;
    const isProved = ({ around }: Found) => around + quote.exact.length >= Math.min(PROOF, all);
    if (there && (!found || found.around <= there.around))
      return isProved(there) ? inWhole(there) : undefined;
    return found && isProved(found) ? found.span : undefined;
  }

  /** The place of words of which some have changed. */
  #changed(anchor: Anchor): Span | undefined {
    const quote = comparedQuote(anchor);
    const own = this.#blocks.find(({ id }) => id === anchor.block);
    const there = own && findChanged(own.text.units, quote);
    return there && own
      ? [there[0] + own.from, there[1] + own.from]
      : findChanged(this.#units, quote);
  }

  /** The words of anchors that stand where they say, from the first to the last; undefined of others. */
  rangeOf(anchors: readonly Anchor[]): Range | undefined {
    const ranges = anchors.flatMap((anchor) => {
      const text = this.#blocks.find(({ id }) => id === anchor.block)?.text;
      const span = text?.unchanged(anchor);
      return text && span ? [text.rangeOf(span)] : [];
    });
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first && last) first.setEnd(last.endContainer, last.endOffset);
    return first;
  }

  /** @returns where the words of an anchor stand now: in several blocks where a paragraph was parted */
  relocate(anchor: Anchor): Anchor[] {
    const { lost: _, ...known } = anchor;
    const exact = this.#exact(known);
    const place = exact ?? this.#changed(known);
    if (!place) return [{ ...known, lost: true }];
    const was = exact ? known.was : (known.was ?? known.exact);
    const anchors = this.#anchorsAt(place);
    // The words as they were belong to the whole: they stand with the first of its blocks.
    return was === undefined
      ? anchors
      : anchors.map((one, i) => ({ ...one, was: i > 0 ? '' : was }));
  }
}

/** An annotation as it stands in a text; the same object where nothing has changed. */
export function relocated(annotation: Annotation, whole: WholeText): Annotation {
  const anchors = annotation.anchors.flatMap((anchor) => whole.relocate(anchor));
  const isSame = JSON.stringify(anchors) === JSON.stringify(annotation.anchors);
  return isSame ? annotation : { ...annotation, anchors };
}
