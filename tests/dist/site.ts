/** Reads the built site as a reader gets it: HTML files, parsed, and what can be asked of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = join(ROOT, 'dist');

/** All files of the site, by path below it. */
export function files(): string[] {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
    .sort();
}

/** The HTML of an address such as `/sections/4/`. */
export function html(address: string): string {
  const file = address.endsWith('/') ? `${address}index.html` : address;
  return readFileSync(join(DIST, file), 'utf8');
}

export const isElement = (node: Node): node is Element => 'tagName' in node;

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((a) => a.name === name)?.value;
}

/** All elements below a node, in the order of the document, for which `test` holds. */
export function all(node: Node, test: (element: Element) => boolean): Element[] {
  const own = isElement(node) && test(node) ? [node] : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap((child) => all(child, test))];
}

/** The one element for which `test` holds. */
export function one(node: Node, test: (element: Element) => boolean): Element {
  const found = all(node, test);
  if (found.length !== 1 || !found[0])
    throw new Error(`expected one element, found ${found.length}`);
  return found[0];
}

export const hasRole = (role: string) => (e: Element) => attribute(e, 'role') === role;
export const hasId = (id: string) => (e: Element) => attribute(e, 'id') === id;
export const hasTag = (tag: string) => (e: Element) => e.tagName === tag;

const parsed = new Map<string, Node>();

/** The document at an address. */
export function page(address: string): Node {
  const known = parsed.get(address) ?? parse(html(address));
  parsed.set(address, known);
  return known;
}

/** Text of a node, elements for which `skip` holds left out. */
export function text(node: Node, skip: (element: Element) => boolean = () => false): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (isElement(node) && skip(node)) return '';
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map((child) => text(child, skip)).join('');
}

/** Addresses of all pages of the site, those in Simplified characters too. */
export function allPages(): string[] {
  return files()
    .filter((f) => f.endsWith('.html'))
    .map((f) => `/${f}`.replace(/index\.html$/u, ''));
}

/** Where the pages in Simplified characters stand. */
const CONVERTED = '/zh-hans';

/** Addresses of all pages as printed. */
export const addresses = (): string[] =>
  allPages().filter((address) => !address.startsWith(`${CONVERTED}/`));

/** The pages in Simplified characters, each with its original. */
export const converted = (): { address: string; original: string }[] =>
  allPages()
    .filter((address) => address.startsWith(`${CONVERTED}/`))
    .map((address) => ({ address, original: address.slice(CONVERTED.length) }));

export const SECTIONS = [1, 2, 3, 4, 5].map((n) => `/sections/${n}/`);
export const PAGES = Array.from({ length: 42 }, (_, i) => `/pages/${42 + i}/`);
export const NOTES = Array.from({ length: 116 }, (_, i) => i + 1);
/** The ids of the works cited, from the content. */
export const SOURCES = readdirSync(join(ROOT, 'content/sources')).map((f) =>
  f.replace('.yaml', ''),
);
