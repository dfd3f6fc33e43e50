/** Cuts TEI into what a citation names: a division, or what stands between two page breaks. */
import type { Element } from 'xast';
import { type Node, x } from '../xml.ts';

const isElement = (node: Node): node is Element => node.type === 'element';

/** The element with an id. */
export function withId(node: Node, name: string): Element | undefined {
  if (!isElement(node)) return undefined;
  if (node.attributes['xml:id'] === name) return node;
  for (const child of node.children) {
    const found = withId(child as Node, name);
    if (found) return found;
  }
  return undefined;
}

/** A node, or a part of it, and the page on which it stands. */
interface Piece {
  page: string;
  node: Node;
}

/** The elements that TEI lets say of themselves which part they are. */
const FRAGMENTABLE = ['div', 'p'];
const PARTS = ['I', 'M', 'F'] as const;

function part(element: Element, children: Node[], which: (typeof PARTS)[number]): Element {
  const said = FRAGMENTABLE.includes(element.name) ? { part: which } : {};
  return { ...element, attributes: { ...element.attributes, ...said }, children };
}

/** Whether nodes hold neither words nor a page break. */
const isBlank = (nodes: readonly Node[]): boolean =>
  nodes.every((node) =>
    isElement(node)
      ? node.name !== 'pb' && isBlank(node.children as Node[])
      : node.type === 'text' && node.value.trim() === '',
  );

/** Reads a tree in the order of its text and keeps the page. */
class Pages {
  #page = '';

  pieces(node: Node): Piece[] {
    // A note belongs to the page of its mark, also where its end is printed on the next.
    if (!isElement(node) || node.name === 'note') return [{ page: this.#page, node }];
    if (node.name === 'pb') {
      this.#page = String(node.attributes['n']);
      return [{ page: this.#page, node }];
    }
    if (node.children.length === 0) return [{ page: this.#page, node }];
    const groups: { page: string; children: Node[] }[] = [];
    for (const piece of node.children.flatMap((child) => this.pieces(child as Node))) {
      const group = groups.at(-1);
      if (group?.page === piece.page) group.children.push(piece.node);
      else groups.push({ page: piece.page, children: [piece.node] });
    }
    if (groups.length === 1) return [{ page: groups[0]?.page ?? this.#page, node }];
    // White space on the far side of a break is no part of that page.
    const kept = groups.filter(({ children }) => !isBlank(children));
    return kept.map(({ page, children }, i) => ({
      page,
      node: part(node, children, PARTS[i === 0 ? 0 : i === kept.length - 1 ? 2 : 1]),
    }));
  }
}

/** The content of a body by printed page. */
export function byPage(body: Element): Map<string, Node[]> {
  const pages = new Map<string, Node[]>();
  const reader = new Pages();
  for (const { page, node } of body.children.flatMap((child) => reader.pieces(child as Node)))
    pages.set(page, [...(pages.get(page) ?? []), node]);
  return pages;
}

/** The namespace that the specification gives the wrapper. */
const DTS = 'https://w3id.org/api/dts#';

/** What was asked for, in the element that says so. */
export const wrapper = (nodes: readonly Node[]): Element =>
  x('dts:wrapper', { 'xmlns:dts': DTS }, nodes);
