/** Finds what stands inside a page and needs a hash in the policy. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { hashOf, type Inline } from './policy.ts';

const textOf = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

/** Whether browsers run it: data, such as JSON-LD, is no script to them. */
const runs = ({ properties: { type, src } }: Element): boolean =>
  src === undefined && (type === undefined || type === 'module' || type === 'text/javascript');

/** The hashes of the inline styles and scripts of pages, each once, sorted. */
export function inlineOf(pages: Iterable<string>): Inline {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const html of pages) {
    visit(fromHtml(html), 'element', (node) => {
      if (node.tagName === 'style') styles.add(hashOf(textOf(node)));
      if (node.tagName === 'script' && runs(node)) scripts.add(hashOf(textOf(node)));
    });
  }
  return { styles: [...styles].sort(), scripts: [...scripts].sort() };
}
