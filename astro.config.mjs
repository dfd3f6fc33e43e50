import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { aliases } from './src/integrations/aliases.ts';
import { search } from './src/integrations/search.ts';
import { rehypePlugins, remarkPlugins } from './src/markdown/processor.ts';

export default defineConfig({
  // The site's address and the path it is served under; both may be given at build time.
  ...(process.env.SITE ? { site: process.env.SITE } : {}),
  base: process.env.BASE ?? '/',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets' },
  // The JSX rules would eat the spaces between inline elements.
  compressHTML: true,
  vite: {
    build: {
      // Lightning CSS does not know :target-current yet, and warns of it.
      cssMinify: 'esbuild',
      // Scripts stay files of their own: a strict policy allows none inside a page.
      assetsInlineLimit: 0,
    },
  },
  integrations: [search(), aliases()],
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    // The list in src/markdown/processor.ts holds remark-gfm itself, with its options.
    processor: unified({
      remarkPlugins: [...remarkPlugins],
      rehypePlugins: [...rehypePlugins],
      gfm: false,
      smartypants: false,
    }),
  },
});
