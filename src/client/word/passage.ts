/** The selected words as they are looked for in a Word file of the text. */
import { endsOf } from '../cite/ends.ts';
import { blockIn, rangeIn } from '../cite/original.ts';
import type { Subject } from '../cite/subject.ts';
import { printedOf } from '../dom/printed-text.ts';

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
  const found = words && endsOf(places, words);
  if (!found) return undefined;
  const [first, last] = found;
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
