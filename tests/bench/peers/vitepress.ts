/** VitePress with its default theme and its local search. */
import type { Peer } from './peer.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const vitepress: Peer = {
  name: 'VitePress',
  has: 'search, navigation, contents',
  npm: { vitepress: '1.6.4', vue: '3.5.22', 'markdown-it-footnote': '4.0.0' },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, '.', 'heading'),
      '.vitepress/config.mjs': `import footnote from 'markdown-it-footnote';
export default {
  title: ${JSON.stringify(texts.title)},
  lang: 'zh-Hant-TW',
  cleanUrls: false,
  markdown: { config: (md) => md.use(footnote) },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: ${JSON.stringify(
      [texts.chapter, ...texts.sections].map(({ name, title }) => ({
        text: title,
        link: `/${name}`,
      })),
    )},
  },
};
`,
    }),
  build: ['node_modules/.bin/vitepress', 'build'],
  out: '.vitepress/dist',
  caches: ['.vitepress/cache', '.vitepress/.temp'],
  pages: { section: '/section-4.html', chapter: '/chapter.html' },
};
