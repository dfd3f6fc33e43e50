/** XML as readers see it: elements with canonical prefixes, and nothing that a document type declares. */
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { ImportError } from '../errors.ts';

export type { Element };

/** Namespaces and the prefix we know each by. */
export type Prefixes = Readonly<Record<string, string>>;

function decodeXml(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1];
  let label = declared ?? 'utf-8';
  if (a === 0xff && b === 0xfe) label = 'utf-16le';
  if (a === 0xfe && b === 0xff) label = 'utf-16be';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(
      0,
      `${part} is not ${label}, as it says it is`,
      'save the file anew with the program that made it',
    );
  }
}

/** Gives each element and attribute the prefix we know its namespace by. */
function rename(element: Element, known: Prefixes, inherited: ReadonlyMap<string, string>): void {
  const scope = new Map(inherited);
  for (const [name, uri] of Object.entries(element.attributes)) {
    if (name === 'xmlns') scope.set('', known[uri ?? ''] ?? '');
    else if (name.startsWith('xmlns:')) {
      const prefix = name.slice(6);
      scope.set(prefix, known[uri ?? ''] ?? prefix);
    }
  }
  const canonical = (name: string, isAttribute: boolean): string => {
    const at = name.indexOf(':');
    if (at === -1) {
      const prefix = isAttribute ? '' : (scope.get('') ?? '');
      return prefix === '' ? name : `${prefix}:${name}`;
    }
    const prefix = scope.get(name.slice(0, at)) ?? name.slice(0, at);
    return prefix === '' ? name.slice(at + 1) : `${prefix}:${name.slice(at + 1)}`;
  };
  element.name = canonical(element.name, false);
  const names = Object.keys(element.attributes);
  if (names.some((name) => name.includes(':') && canonical(name, true) !== name))
    element.attributes = Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [canonical(name, true), value]),
    );
  for (const child of element.children) if (child.type === 'element') rename(child, known, scope);
}

/** Whether a tree uses other prefixes than ours. */
function needsRenaming(root: Element, known: Prefixes): boolean {
  return Object.entries(root.attributes).some(([name, uri]) => {
    const prefix = known[uri ?? ''];
    if (prefix === undefined) return false;
    if (name === 'xmlns') return prefix !== '';
    return name.startsWith('xmlns:') && name.slice(6) !== prefix;
  });
}

/**
 * Parses XML. Entities other than the five of XML are refused, so that none can grow.
 * @param part the name of the file, for errors
 * @param known the prefixes to use; the empty one for the main namespace of a format
 * @throws ImportError with the line that is wrong
 */
export function parseXml(bytes: Uint8Array, part: string, known: Prefixes = {}): Element {
  const text = decodeXml(bytes, part);
  let root: Root;
  try {
    root = fromXml(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const { place, cause } = error as { place?: { line?: number }; cause?: Error };
    const [said = 'it breaks off'] = (cause?.message ?? '').split('\n');
    throw new ImportError(
      place?.line ?? 0,
      `${part} is no XML that can be read: ${said.replace(/\s*\(line \d+.*$/u, '')}`,
      'save the file anew with the program that made it',
    );
  }
  const element = root.children.find((child): child is Element => child.type === 'element');
  if (!element) throw new ImportError(0, `${part} is empty`, 'give the file that holds the text');
  if (needsRenaming(element, known)) rename(element, known, new Map());
  return element;
}

/** The child elements of an element. */
export const elementsOf = (element: Element | undefined): Element[] =>
  (element?.children ?? []).filter((child): child is Element => child.type === 'element');

/** The first child element of that name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(
    (child): child is Element => child.type === 'element' && child.name === name,
  );

/** The value of an attribute. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes[name] ?? undefined;

/** All descendants of that name, in order. */
export function* descendantsOf(element: Element | undefined, name: string): Generator<Element> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** The text within an element, whole. */
export const textIn = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map((child) =>
      child.type === 'text' || child.type === 'cdata'
        ? child.value
        : child.type === 'element'
          ? textIn(child)
          : '',
    )
    .join('');

/** A count that a file gives, no greater than it can be in a print; undefined where it is none. */
export function atMost(value: string | undefined, most: number): number | undefined {
  const number = Number(value);
  return value !== undefined && number >= 0 ? Math.min(Math.trunc(number), most) : undefined;
}
