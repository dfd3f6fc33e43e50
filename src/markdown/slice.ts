/**
 * Cuts rendered HTML at its printed-page breaks, inside paragraphs and between
 * table rows, so that each printed page can be shown by itself.
 */
import type { Element, Nodes, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';

type Piece = { page: number; node: RootContent };

const isPageBreak = (node: Element): boolean => node.properties['role'] === 'doc-pagebreak';

const isElement = (node: Nodes, tagName: string): node is Element =>
  node.type === 'element' && node.tagName === tagName;

/** A part of an element that is cut; all but the first say that they continue it. */
function clone(element: Element, children: RootContent[], first: boolean): Element {
  const properties = { ...element.properties };
  if (!first) properties['dataContinued'] = '';
  return { ...element, properties, children: children as Element['children'] };
}

/** A copy that is shown for orientation and is no part of the printed text. */
function asApparatus(element: Element): Element {
  const copy = structuredClone(element);
  visit(copy, 'element', (node, index, parent) => {
    delete node.properties['id'];
    if (node.properties['role'] === 'doc-noteref' && parent && index !== undefined) {
      (parent as Element).children.splice(index, 1);
      return index;
    }
    return undefined;
  });
  copy.properties['dataApparatus'] = '';
  return copy;
}

/** The later part of a table shows its caption and column heads again. */
function repeatHead(table: Element, part: Element): Element {
  const caption = table.children.find((c) => isElement(c, 'caption'));
  const head = table.children.find((c) => isElement(c, 'thead'));
  const again = [caption, head].flatMap((c) =>
    c && !part.children.includes(c) ? [asApparatus(c as Element)] : [],
  );
  const title = again.find((c) => c.tagName === 'caption');
  title?.children.push({ type: 'text', value: '（續）' });
  return { ...part, children: [...again, ...part.children] };
}

class Slicer {
  #page: number;

  constructor(page: number) {
    this.#page = page;
  }

  split(node: RootContent): Piece[] {
    if (node.type === 'element' && isPageBreak(node)) {
      this.#page = Number(node.properties['title']);
      return [{ page: this.#page, node }];
    }
    if (node.type !== 'element' || node.children.length === 0) return [{ page: this.#page, node }];
    const groups: { page: number; children: RootContent[] }[] = [];
    for (const { page, node: child } of node.children.flatMap((c) => this.split(c))) {
      const group = groups.at(-1);
      if (group && group.page === page) group.children.push(child);
      else groups.push({ page, children: [child] });
    }
    return this.#join(
      node,
      groups.filter((g, i) => i === groups.length - 1 || !isBlank(g.children)),
    );
  }

  #join(node: Element, groups: { page: number; children: RootContent[] }[]): Piece[] {
    return groups.map(({ page, children }, i) => {
      const part = clone(node, children, i === 0);
      return { page, node: node.tagName === 'table' && i > 0 ? repeatHead(node, part) : part };
    });
  }
}

const isBlank = (nodes: RootContent[]) =>
  nodes.every((n) => n.type === 'text' && n.value.trim() === '');

/**
 * Divides the whole text into its printed pages.
 * @param tree the rendered text, in order
 * @param first the page on which it begins, until the first break says more
 * @returns the content of each page, in order
 */
export function slicePages(tree: Root, first: number): Map<number, RootContent[]> {
  const pages = new Map<number, RootContent[]>();
  const slicer = new Slicer(first);
  for (const { page, node } of tree.children.flatMap((n) => slicer.split(n))) {
    pages.set(page, [...(pages.get(page) ?? []), node]);
  }
  return pages;
}
