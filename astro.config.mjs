import { readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { CONTENT } from './src/import/content-folder.ts';
import { aliases } from './src/integrations/aliases.ts';
import { findings } from './src/integrations/findings.ts';
import { importReport } from './src/integrations/import-report.ts';
import { messagesInPlace } from './src/integrations/messages.ts';
import { ming } from './src/integrations/ming.ts';
import { offline } from './src/integrations/offline.ts';
import { pdf } from './src/integrations/pdf.ts';
import { search } from './src/integrations/search.ts';
import { simplified } from './src/integrations/simplified.ts';
import { textDigestModule } from './src/integrations/text-digest.ts';
import { textLanguage } from './src/integrations/text-language.ts';
import { rehypePlugins, remarkPlugins } from './src/markdown/processor.ts';
import { siteAddress } from './src/model/addresses/site-address.ts';

/** The site's address, if it is known (at build time, or for good), and the path it is served under. */
const { site, base } = siteAddress(
  process.env,
  parse(readFileSync(`${CONTENT}/chapter.yaml`, 'utf8')).site,
);

/**
 * `import()` as the browser knows it. Vite's own is 1 KB on every page, more than most of
 * what it would load ahead; stylesheets are loaded by src/client/dom/stylesheet.ts.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  configEnvironment: (name) =>
    name === 'client'
      ? {
          build: {
            modulePreload: false,
            // Every page names its script: a short name is 30 bytes less.
            rolldownOptions: { output: { entryFileNames: 'assets/site.[hash].js' } },
          },
        }
      : undefined,
  load: (id) =>
    id.endsWith('vite/preload-helper.js')
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets' },
  // The JSX rules would eat the spaces between inline elements.
  compressHTML: true,
  vite: {
    plugins: [plainImports, messagesInPlace, textDigestModule],
    build: {
      // Lightning CSS does not know :target-current yet, and warns of it.
      cssMinify: 'esbuild',
      // Scripts stay files of their own: a strict policy allows none inside a page.
      assetsInlineLimit: 0,
    },
  },
  integrations: [
    importReport(),
    findings(),
    ming(),
    textLanguage(),
    pdf(),
    simplified(),
    search(),
    aliases(),
    offline(),
  ],
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
