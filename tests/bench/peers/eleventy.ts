/** Eleventy, which brings no theme, with markdown-it and footnotes. */
import type { Peer } from './peer.ts';
import { plainPage } from './plain.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const eleventy: Peer = {
  name: 'Eleventy',
  has: 'nothing: no theme, no style',
  npm: { '@11ty/eleventy': '3.1.8', 'markdown-it': '14.1.0', 'markdown-it-footnote': '4.0.0' },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, 'src', 'front matter'),
      'src/src.json': '{ "layout": "page.njk" }',
      'src/_includes/page.njk': plainPage('{{ title }}', '{{ content | safe }}'),
      'eleventy.config.mjs': `import markdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
export default (config) => {
  config.setLibrary('md', markdownIt({ html: true }).use(footnote));
  return { dir: { input: 'src', output: 'site' }, markdownTemplateEngine: false };
};
`,
    }),
  build: ['node_modules/.bin/eleventy', '--quiet'],
  out: 'site',
  caches: ['.cache'],
  pages: { section: '/section-4/', chapter: '/chapter/' },
};
