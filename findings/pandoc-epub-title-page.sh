#!/usr/bin/env bash
# pandoc leaves out the title page of an EPUB, words and all, whatever else stands on it.
#
# pandoc 3.10 (npm pandoc-wasm 1.1.0). What has epub:type="titlepage" or "halftitlepage" is
# in the output nowhere, and no warning says so. Its words are not taken for metadata either:
# a dedication, an abstract or the name of a translator that stands on the title page is
# lost. A colophon, an abstract, a dedication or an epigraph under its own type stays.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact pandoc-wasm@1.1.0 fflate@0.8.3 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { strToU8, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';

const html = (body) =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>Book</title></head><body>${body}</body></html>`;

/** An EPUB whose one document has a paragraph under a type, and one after it. */
const epub = (type) =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'book.opf': strToU8(
      '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>Book</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    'nav.xhtml': strToU8(
      html('<nav epub:type="toc"><ol><li><a href="a.xhtml">A</a></li></ol></nav>'),
    ),
    'a.xhtml': strToU8(
      html(`<section epub:type="${type}"><p>translated by Ann</p></section><p>the text</p>`),
    ),
  });

const seen = {};
for (const type of ['titlepage', 'halftitlepage', 'abstract', 'dedication', 'epigraph', 'colophon']) {
  const { stdout, stderr } = await convert(
    { from: 'epub', to: 'plain', standalone: true, 'input-files': ['book.epub'] },
    null,
    { 'book.epub': new Blob([epub(type)]) },
  );
  if (!stdout.includes('the text')) throw new Error(`the book was not read: ${stderr}`);
  seen[type] = stdout.includes('translated by Ann');
  console.log(`${type}: its words are ${seen[type] ? 'there' : 'lost'} ${stderr}`);
}
const { titlepage, halftitlepage, ...others } = seen;
process.exit(!titlepage && !halftitlepage && Object.values(others).every(Boolean) ? 0 : 1);
SCRIPT
node see.mjs
