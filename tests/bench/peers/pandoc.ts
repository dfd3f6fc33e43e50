/** pandoc as Debian has it: each text a page that stands alone, with the style of its template. */
import type { Peer } from './peer.ts';
import { markdownFiles, writeAll } from './texts.ts';

export const pandoc: Peer = {
  name: 'pandoc',
  has: 'contents; the style of its template',
  debian: { packages: ['pandoc'], program: 'pandoc' },
  lay: (folder, texts) =>
    writeAll(folder, {
      ...markdownFiles(texts, 'text', 'front matter'),
      'build.sh': `set -e
mkdir -p site
for file in text/*.md; do
  pandoc --from gfm+footnotes+yaml_metadata_block --to html5 --standalone --toc \\
    --metadata lang=zh-Hant-TW --output "site/$(basename "$file" .md).html" "$file"
done
`,
    }),
  build: ['sh', 'build.sh'],
  out: 'site',
  caches: [],
  pages: { section: '/section-4.html', chapter: '/chapter.html' },
};
