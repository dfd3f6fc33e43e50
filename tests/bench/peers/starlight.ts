/** Starlight as its guide sets it up: one collection of documents, search by Pagefind. */
import type { Peer } from './peer.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const starlight: Peer = {
  name: 'Starlight',
  has: 'search, navigation, contents',
  npm: { '@astrojs/starlight': '0.42.4', astro: '7.3.4', sharp: '0.35.5' },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, 'src/content/docs', 'front matter'),
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
      'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [starlight({
    title: ${JSON.stringify(texts.title)},
    locales: { root: { label: '正體中文', lang: 'zh-TW' } },
  })],
});
`,
    }),
  build: ['node_modules/.bin/astro', 'build'],
  env: { ASTRO_TELEMETRY_DISABLED: '1' },
  out: 'dist',
  caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
  pages: { section: '/section-4/', chapter: '/chapter/' },
};
