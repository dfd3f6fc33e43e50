/**
 * rehype plugin: links that leave the site tell the other side nothing and get
 * no handle on the window; a break is allowed after the slashes of a long URL, but those of its scheme.
 */
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

const BREAK_AFTER = /(?<=[/?&=#_.-])(?<!:\/\/)(?=[^/?&=#_.-])/u;

function breakable(text: string): ElementContent[] {
  return text
    .split(BREAK_AFTER)
    .flatMap((part, i): ElementContent[] => [
      ...(i > 0
        ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }]
        : []),
      { type: 'text', value: part },
    ]);
}

/** Makes outgoing links safe and breakable. */
export function rehypeLinks() {
  return (tree: Root) => {
    visit(tree, { type: 'element', tagName: 'a' }, (node: Element) => {
      if (!/^https?:/u.test(String(node.properties['href'] ?? ''))) return;
      node.properties['rel'] = ['external', 'noopener', 'noreferrer'];
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? breakable(child.value) : [child],
      );
    });
  };
}
