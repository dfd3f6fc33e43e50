/**
 * Sets emendations of the printed text in rendered HTML apart: each stands in a
 * `<span data-emendation="em3">`, and not a character of the text changes.
 */
import type { Element, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { findStretch, type Wanted } from './stretch.ts';

/** An emendation, and the id of the element it stands in. */
export interface EmendationMark extends Wanted {
  id: string;
  at: string;
}

interface TextPlace {
  node: Text;
  parent: Element;
  /** Where its text begins in that of the element. */
  from: number;
}

/** The text nodes of an element that are printed text. */
function printedNodes(element: Element | Root): TextPlace[] {
  const places: TextPlace[] = [];
  let length = 0;
  visit(element, (node, _, parent) => {
    if (node.type === 'element' && node.properties['role'] === 'doc-noteref') return SKIP;
    if (node.type === 'text') {
      places.push({ node, parent: parent as Element, from: length });
      length += node.value.length;
    }
    return undefined;
  });
  return places;
}

function wrap({ node, parent, from }: TextPlace, start: number, end: number, id: string): void {
  const [head, emendation, tail] = [
    node.value.slice(0, start - from),
    node.value.slice(start - from, end - from),
    node.value.slice(end - from),
  ];
  const text = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);
  parent.children.splice(
    parent.children.indexOf(node),
    1,
    ...text(head),
    {
      type: 'element',
      tagName: 'span',
      properties: { dataEmendation: id },
      children: text(emendation),
    },
    ...text(tail),
  );
}

function mark(element: Element | Root, emendation: EmendationMark): void {
  const places = printedNodes(element);
  const found = findStretch(places.map(({ node }) => node.value).join(''), emendation);
  if (typeof found === 'string')
    throw new Error(`${emendation.id}: its reading is ${found} in the HTML`);
  const { from, to } = found;
  const place = places.find((p) => p.from <= from && to <= p.from + p.node.value.length);
  if (!place)
    throw new Error(`${emendation.id}: its reading is divided by other elements in the HTML`);
  wrap(place, from, to, emendation.id);
}

function elementWithId(root: Root, id: string): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (node) => {
    if (node.properties['id'] !== id) return undefined;
    found = node;
    return EXIT;
  });
  return found;
}

/**
 * Marks the emendations of a section's or a note's HTML.
 * @param emendations those that stand in it; of a note, which has no id yet, all are looked for in the whole
 * @throws when a reading does not stand in one element, once
 */
export function markEmendations(html: string, emendations: readonly EmendationMark[]): string {
  if (emendations.length === 0) return html;
  const root = fromHtml(html, { fragment: true });
  for (const emendation of emendations)
    mark(elementWithId(root, emendation.at) ?? root, emendation);
  return toHtml(root);
}
