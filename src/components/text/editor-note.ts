/** Editors' Markdown with mathematics as HTML, by the plugins that the text itself has. */

import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { rehypePlugins, remarkPlugins } from '../../markdown/processor.ts';
import { messages } from '../../messages/site.ts';

const processor = createMarkdownProcessor({
  remarkPlugins: [...remarkPlugins] as never,
  rehypePlugins: [...rehypePlugins] as never,
  syntaxHighlight: false,
  gfm: false,
  smartypants: false,
});

/** A formula of its own line, which is scrolled in a box of its own, by keyboard too. */
const DISPLAY = /<math[^>]*display="block".*?<\/math>/gsu;

/**
 * Renders a note.
 * @throws when KaTeX cannot set a formula
 */
export async function noteMarkdown(markdown: string): Promise<string> {
  const { code } = await (await processor).render(markdown);
  return code.replaceAll(
    DISPLAY,
    `<span class="formula" role="group" aria-label="${messages.emendations.formula}" tabindex="0">$&</span>`,
  );
}
