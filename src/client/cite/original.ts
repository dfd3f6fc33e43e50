/** On a page in Simplified characters: the page it was made from, whose words are what one quotes. */

import { printedNodes, within } from '../dom/printed-text.ts';
import { bodyOf } from '../site/page-body.ts';
import { here, inSite } from '../site/urls.ts';
import { blockOf } from './block.ts';

let asked: Promise<Document> | undefined;

async function load(): Promise<Document> {
  const response = await fetch(inSite(here()));
  if (!response.ok) throw new Error(`${here()}: ${response.status}`);
  return bodyOf(await response.text());
}

/** Asks for the original of this page, once; a failure is forgotten, so that one can try again. */
export function theOriginal(): Promise<Document> {
  asked ??= load().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** The same block of the original: ids are the same on both. */
export function blockIn(original: Document, block: HTMLElement): HTMLElement | null {
  const same = original.getElementById(block.dataset['cited'] ?? '');
  return same?.closest<HTMLElement>('figure') ?? same;
}

/** The same text of the original: a page has as many texts, of as many characters, as the one it was made from. */
function textIn(original: Document, node: Text): Text | undefined {
  const block = blockOf(node);
  const same = block && blockIn(original, block);
  return same ? printedNodes(same)[printedNodes(block).indexOf(node)] : undefined;
}

/** The same words of the original. */
export function rangeIn(original: Document, range: Range): Range {
  const found = original.createRange();
  const nodes = printedNodes(range.commonAncestorContainer, range).flatMap((node) => {
    const same = textIn(original, node);
    return same ? [{ node, same }] : [];
  });
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return found;
  found.setStart(first.same, within(first.node, range)[0]);
  found.setEnd(last.same, within(last.node, range)[1]);
  return found;
}
