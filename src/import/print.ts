/** Syntax trees → the Markdown text of `content/`: the one place that decides how it is written. */
import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { apparatusToMarkdown } from '../markdown/nodes.ts';

/** A dollar sign in the text is money, not mathematics. */
const mathIsText = { unsafe: [{ character: '$', inConstruct: 'phrasing' as const }] };

/** Made once: patterns that no text may hold as they are, are compiled for as long as the list lives. */
const EXTENSIONS = [gfmToMarkdown({ tablePipeAlign: false }), apparatusToMarkdown, mathIsText];

/** Prints blocks as Markdown that reads back as the same blocks, whatever characters their text holds. */
export function printMarkdown(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: EXTENSIONS,
  });
}
