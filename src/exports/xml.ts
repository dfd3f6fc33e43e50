/** What the XML exports share: making elements, setting them on lines of their own, writing a document. */
import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x as make } from 'xastscript';

export type Node = ElementContent;
type Attributes = Record<string, string | number | undefined>;
type Child = Node | string | undefined | readonly Node[];

const isAttributes = (value: Attributes | Child): value is Attributes =>
  typeof value === 'object' && !Array.isArray(value) && !('children' in value || 'value' in value);

/** An element; attributes and children that are undefined are left out. */
export function x(name: string, ...parts: [(Attributes | Child)?, ...Child[]]): Element {
  const [first, ...rest] = parts;
  // Our own test, since xastscript takes an element without attributes before it for its attributes.
  const [attributes, children] = isAttributes(first) ? [first, rest] : [{}, [first, ...rest]];
  return make(name, attributes, ...(children as Node[]));
}

/** Elements on lines of their own; only where white space says nothing. */
export function lines(nodes: readonly (Node | undefined)[]): Node[] {
  const line: Node = { type: 'text', value: '\n' };
  return nodes.flatMap((node) => (node === undefined ? [] : [line, node])).concat(line);
}

/** A document with its declaration. */
export function xmlDocument(root: Element, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${before}${toXml(root)}\n`;
}
