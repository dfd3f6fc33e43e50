/** Docusaurus with its classic preset, documents only; its search is a service of others and is left out. */
import type { Peer } from './peer.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const docusaurus: Peer = {
  name: 'Docusaurus',
  has: 'navigation, contents',
  npm: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    react: '19.2.0',
    'react-dom': '19.2.0',
  },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, 'docs', 'front matter'),
      'docusaurus.config.mjs': `export default {
  title: ${JSON.stringify(texts.title)},
  url: 'https://example.org',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenAnchors: 'ignore',
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'zh-Hant', locales: ['zh-Hant'] },
  markdown: { format: 'detect' },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
`,
    }),
  build: ['node_modules/.bin/docusaurus', 'build'],
  env: { DISABLE_DOCUSAURUS_TELEMETRY: '1', DOCUSAURUS_IGNORE_UPDATE_NOTIFIER: '1' },
  out: 'build',
  caches: ['.docusaurus', 'node_modules/.cache'],
  pages: { section: '/section-4/', chapter: '/chapter/' },
};
