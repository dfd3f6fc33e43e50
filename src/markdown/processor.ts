/**
 * The one list of Markdown plugins, used by Astro (to HTML) and by the model
 * (to a syntax tree), so that both read the same language.
 */
import type { Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { rehypeLanguage } from './rehype-language.ts';
import { rehypeLinks } from './rehype-links.ts';
import { rehypeSpacing } from './rehype-spacing.ts';
import { rehypeTables } from './rehype-tables.ts';
import { remarkApparatus } from './remark-apparatus.ts';
import { remembering } from './remembering.ts';

/** remark plugins, in order; ours last, so that `[^12]` is ours and not GFM's. */
export const remarkPlugins = [
  [remarkGfm, { singleTilde: false }],
  [remarkCjkFriendly],
  [remarkMath],
  [remarkApparatus],
] as const;

/** rehype plugins, in order; math becomes MathML, which needs no stylesheet. */
export const rehypePlugins = [
  [rehypeTables],
  [rehypeSpacing],
  [rehypeLanguage],
  [rehypeLinks],
  [rehypeKatex, { output: 'mathml', throwOnError: true, strict: 'error' }],
] as const;

const parser = unified().use(remarkParse);
for (const [plugin, options] of remarkPlugins as unknown as [never, never][]) {
  parser.use(plugin, options);
}

/** Characters of the bodies that are remembered: several chapters. */
const KEPT = 400_000;

/**
 * Parses the body of a content file. Check, model and proof each ask for the same bodies, and
 * share the trees: nobody changes one.
 * @param body Markdown without front matter
 * @returns its mdast tree; positions count from the body's first line
 */
export const parseMarkdown: (body: string) => Root = remembering(
  (body) => parser.runSync(parser.parse(body)) as Root,
  KEPT,
);
