/** The blocks of the text in which selected words begin and end. */
import type { Places } from '../../search/cite/places.ts';
import { printedNodes, within } from '../dom/printed-text.ts';
import { blockOf } from './block.ts';

/** Their ids; undefined where the words are not of the text alone, as those of notes. */
export function endsOf(places: Places, range: Range): [first: string, last: string] | undefined {
  const nodes = printedNodes(range.commonAncestorContainer, range).filter((node) =>
    /\S/u.test(node.data.slice(...within(node, range))),
  );
  const [first = '', last = ''] = [nodes[0], nodes.at(-1)].map(
    (node) => blockOf(node ?? null)?.dataset['cited'],
  );
  return places.blocks[first] && places.blocks[last] ? [first, last] : undefined;
}
