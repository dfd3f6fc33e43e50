/** What a reader cites: a place, and the words selected in it. */
import type { Places } from '../../search/cite/places.ts';
import { type Target, targetOf } from '../../search/cite/targets.ts';
import { firstOf, printedOf, printedText } from '../dom/printed-text.ts';
import { blockOf } from './block.ts';
import { blockIn, rangeIn } from './original.ts';
import { onPagesOf } from './selection.ts';

export interface Subject {
  places: Places;
  target: Target;
  /** The ¶ that was used. */
  pilcrow: HTMLElement;
  words: Range | undefined;
  /** Of a page in Simplified characters, the page it was made from. */
  original: Document | undefined;
}

/** A place with the printed pages of the words that are selected in it. */
function narrowed(target: Target, words: Range): Target {
  if (target.locus.note !== undefined) return target;
  return { ...target, locus: onPagesOf(words, target.locus) };
}

/**
 * What a mark cites.
 * @param selected what is selected on the page; counts only when it touches the mark's block
 * @param original of a page in Simplified characters, the page it was made from
 */
export function subjectOf(
  places: Places,
  pilcrow: HTMLElement,
  selected: Range | undefined,
  original?: Document,
): Subject | undefined {
  const block = blockOf(pilcrow);
  const id = pilcrow.dataset['cite'] ?? '';
  const isBlocks = block !== null && block.dataset['cited'] === id;
  const words =
    isBlocks && selected?.intersectsNode(block) && printedOf(selected) !== ''
      ? selected
      : undefined;
  const first = words && targetOf(places, blockOf(firstOf(words) ?? null)?.dataset['cited'] ?? '');
  const target = first ?? targetOf(places, id);
  if (!target) return undefined;
  return { places, pilcrow, words, original, target: words ? narrowed(target, words) : target };
}

/** The words to be quoted: the selected ones, else those of the block; none of a whole page. */
export function quoted({ target, pilcrow, words, original }: Subject): string {
  if (words) return printedOf(original ? rangeIn(original, words) : words);
  const here = blockOf(pilcrow);
  const block = here && original ? blockIn(original, here) : here;
  if (!block || /^(?:p|fnref)\d/u.test(target.id)) return '';
  return printedText(
    block.querySelector('caption') ?? block.querySelector(':scope > .text') ?? block,
  );
}

/** So many characters on either side tell a reading from others like it. */
const AROUND = 12;

/** The selected words with those around them in their block; undefined where none are selected. */
export function contextOf({ words, original }: Subject): string | undefined {
  if (!words) return undefined;
  const own = original ? rangeIn(original, words) : words;
  const block = blockOf(firstOf(own) ?? null);
  if (!block) return undefined;
  const [before, after] = [own.cloneRange(), own.cloneRange()];
  before.setStart(block, 0);
  before.setEnd(own.startContainer, own.startOffset);
  after.setStart(own.endContainer, own.endOffset);
  after.setEnd(block, block.childNodes.length);
  return printedOf(before).slice(-AROUND) + printedOf(own) + printedOf(after).slice(0, AROUND);
}

/** The marks of notes and printed pages within the block, which can be cited themselves. */
export function marksWithin({ places, pilcrow, target }: Subject): Target[] {
  const block = blockOf(pilcrow);
  if (!block || block.dataset['cited'] !== target.id) return [];
  const marks = block.querySelectorAll('[role="doc-noteref"][id], [role="doc-pagebreak"][id]');
  return [...marks].flatMap(({ id }) => targetOf(places, id) ?? []);
}
