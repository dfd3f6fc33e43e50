/** Elements of HTML, and what is asked of them. */
import type { Element, Nodes } from 'hast';

/** Elements that are blocks, or hold them. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table ul'.split(
    ' ',
  ),
);

/** An attribute as text; empty where there is none. */
export const property = (element: Element, name: string): string => {
  const value = element.properties[name];
  return Array.isArray(value)
    ? value.join(' ')
    : value === undefined || value === null
      ? ''
      : String(value);
};

/** All text within. */
export const textIn = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : '';

export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** All elements within, in the order of the document. */
export function* elementsIn(node: Nodes): Generator<Element> {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}
