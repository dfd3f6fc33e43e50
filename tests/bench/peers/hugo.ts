/** Hugo as Debian has it, which brings no theme. */
import type { Peer } from './peer.ts';
import { plainPage } from './plain.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const hugo: Peer = {
  name: 'Hugo',
  has: 'nothing: no theme, no style',
  debian: { packages: ['hugo'], program: 'hugo' },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, 'content', 'front matter'),
      'layouts/_default/single.html': plainPage('{{ .Title }}', '{{ .Content }}'),
      'config.yaml': `baseURL: https://example.org/
languageCode: zh-Hant-TW
title: ${JSON.stringify(texts.title)}
disableKinds: [home, taxonomy, term, section, RSS, sitemap]
markup: { goldmark: { renderer: { unsafe: true } } }
`,
    }),
  build: ['hugo', '--quiet', '--destination', 'site'],
  out: 'site',
  caches: ['resources'],
  pages: { section: '/section-4/', chapter: '/chapter/' },
};
