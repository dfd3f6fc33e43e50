/** MkDocs with its Material theme, as Debian has them; without the fonts that it would ask Google for. */
import type { Peer } from './peer.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const mkdocs: Peer = {
  name: 'mkdocs-material',
  has: 'search, navigation, contents',
  debian: { packages: ['mkdocs', 'mkdocs-material'], program: 'mkdocs' },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, 'docs', 'heading'),
      'mkdocs.yml': `site_name: ${JSON.stringify(texts.title)}
theme: { name: material, language: zh-TW, font: false }
markdown_extensions: [footnotes, tables]
`,
    }),
  build: ['mkdocs', 'build', '--quiet', '--site-dir', 'site'],
  out: 'site',
  caches: [],
  pages: { section: '/section-4/', chapter: '/chapter/' },
};
