/** The selected words as they are looked for in a Word file of the text. */
import { blockOf } from '../cite/block.ts';
import { blockIn, rangeIn } from '../cite/original.ts';
import type { Subject } from '../cite/subject.ts';
import { printedNodes, printedOf, within } from '../dom/printed-text.ts';

export interface Passage {
  /** Ids of the blocks in which the words begin and end. */
  first: string;
  last: string;
  /** The words as printed. */
  words: string;
  /** What stands before them in the block in which they begin, as much of it as this page has. */
  before: string;
  /** Ids of the marks of notes among them. */
  marks: ReadonlySet<string>;
}

/** The ids of the blocks in which the words of a range begin and end. */
function ends(range: Range): [first: string, last: string] | undefined {
  const nodes = printedNodes(range.commonAncestorContainer, range).filter((node) =>
    /\S/u.test(node.data.slice(...within(node, range))),
  );
  const [first, last] = [nodes[0], nodes.at(-1)].map(
    (node) => blockOf(node ?? null)?.dataset['cited'],
  );
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** What stands in a block before a range that begins in it. */
function before(block: Node, range: Range): string {
  const leading = range.cloneRange();
  leading.setStart(block, 0);
  leading.setEnd(range.startContainer, range.startOffset);
  return printedOf(leading);
}

/** The marks that a range holds whole. */
function marksIn(range: Range): Set<string> {
  const root = range.commonAncestorContainer;
  const around = root instanceof Element ? root : root.parentElement;
  const marks = [...(around?.querySelectorAll('[role="doc-noteref"][id]') ?? [])];
  return new Set(marks.filter((mark) => range.intersectsNode(mark)).map(({ id }) => id));
}

/** What is selected; undefined where it is not words of the text alone. */
export function passageOf({ places, words, original }: Subject): Passage | undefined {
  const found = words && ends(words);
  if (!found) return undefined;
  const [first, last] = found;
  if (!places.blocks[first] || !places.blocks[last]) return undefined;
  const here = document.querySelector<HTMLElement>(`[data-cited="${CSS.escape(first)}"]`);
  const block = here && original ? blockIn(original, here) : here;
  if (!block) return undefined;
  const printed = original ? rangeIn(original, words) : words;
  return {
    first,
    last,
    words: printedOf(printed),
    before: before(block, printed),
    marks: marksIn(words),
  };
}
