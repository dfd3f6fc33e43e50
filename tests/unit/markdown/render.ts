/** Renders Markdown as the site does: the plugins of src/markdown in Astro's own processor. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { rehypePlugins, remarkPlugins } from '../../../src/markdown/processor.ts';

const processor = await createMarkdownProcessor({
  remarkPlugins: remarkPlugins as never,
  rehypePlugins: rehypePlugins as never,
  gfm: false,
  smartypants: false,
  syntaxHighlight: false,
});

/** The HTML of a content file's body. */
export async function render(markdown: string, file = 'content/sections/1.md'): Promise<string> {
  const fileURL = new URL(file, 'file:///site/');
  return (await processor.render(markdown, { fileURL } as never)).code;
}

/** The HTML as a tree. */
export const treeOf = (html: string): Root => fromHtml(html, { fragment: true });

/** The text of a node and of all below it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The elements of a tree with a certain attribute or tag, in order. */
export function elements(node: Nodes, is: (element: Element) => boolean): Element[] {
  const own = node.type === 'element' && is(node) ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((c) => elements(c, is))] : own;
}

export const byRole = (role: string) => (element: Element) => element.properties['role'] === role;
export const byTag = (tag: string) => (element: Element) => element.tagName === tag;
