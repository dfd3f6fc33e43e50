/** Reads well-formed XML into a tree: elements, attributes, text; enough for what the site builds. */

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/giu, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    const known = ENTITIES[name];
    if (known === undefined) throw new Error(`the entity ${whole} is not known`);
    return known;
  });
}

const TOKEN =
  /<\?.*?\?>|<!DOCTYPE[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gsu;

/** The root element of a document; what is not well-formed is an error. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let end = 0;
  for (const match of xml.matchAll(TOKEN)) {
    if (match.index !== end) throw new Error(`not XML: ${xml.slice(end, end + 60)}`);
    end += match[0].length;
    const [, close, name, attributes = '', empty, text] = match;
    const parent = open.at(-1) as XmlElement;
    if (text !== undefined) parent.children.push(decoded(text));
    if (name === undefined) continue;
    if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/gu)];
    const element: XmlElement = {
      name,
      attributes: Object.fromEntries(
        pairs.map(([, key = '', value = '']) => [key, decoded(value)]),
      ),
      children: [],
    };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
  if (end !== xml.length || open.length !== 1) throw new Error('the document does not end well');
  const [first] = root.children.filter((child) => typeof child !== 'string');
  if (!first) throw new Error('there is no element');
  return first;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** All elements below a node, itself included, in the order of the document, for which `test` holds. */
export function elements(node: XmlNode, test: (element: XmlElement) => boolean): XmlElement[] {
  if (!isElement(node)) return [];
  return [...(test(node) ? [node] : []), ...node.children.flatMap((c) => elements(c, test))];
}

export const named =
  (...names: string[]) =>
  (element: XmlElement) =>
    names.includes(element.name);

/** The one element of a name in a part of a document. @throws where there is none, or more */
export function only(name: string, within: XmlNode): XmlElement {
  const [found, ...more] = elements(within, named(name));
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} ${name}`);
  return found;
}

/** The text of a node, elements for which `skip` holds left out. */
export function textOf(
  node: XmlNode,
  skip: (element: XmlElement) => boolean = () => false,
): string {
  if (!isElement(node)) return node;
  return skip(node) ? '' : node.children.map((child) => textOf(child, skip)).join('');
}
