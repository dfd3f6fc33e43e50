/** Finds what stands inside a page and needs a hash in the policy. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { hashOf, type Inline } from './policy.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const textOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** Whether browsers run it: data, such as JSON-LD, is no script to them. */
function runs({ attrs }: Element): boolean {
  const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  const type = value('type');
  return (
    value('src') === undefined &&
    (type === undefined || type === 'module' || type === 'text/javascript')
  );
}

/** Does something with an element and all below it. */
function visit(node: Node, work: (element: Element) => void): void {
  if ('tagName' in node) work(node);
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, work);
}

/** The hashes of the inline styles and scripts of pages, each once, sorted. */
export function inlineOf(pages: Iterable<string>): Inline {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const html of pages) {
    visit(parse(html), (node) => {
      if (node.tagName === 'style') styles.add(hashOf(textOf(node)));
      if (node.tagName === 'script' && runs(node)) scripts.add(hashOf(textOf(node)));
    });
  }
  return { styles: [...styles].sort(), scripts: [...scripts].sort() };
}
