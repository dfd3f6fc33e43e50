#!/usr/bin/env bash
# Readium's parser of EPUB writes one access mode as a string; Readium's reader fails on it.
#
# r2-shared-js 1.0.85 makes the manifest of a web publication from an EPUB. Where a book has
# one schema:accessMode and one schema:accessibilityHazard, as a book of text alone has, the
# manifest says "accessMode": "textual" and "hazard": "none". @readium/shared 2.1.2, by which
# Readium's navigator opens a manifest, takes both for lists: deserialize throws
# “accessMode.map is not a function”, and the book is not opened at all. With two of each it is.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact \
  r2-shared-js@1.0.85 @readium/shared@2.1.2 fflate@0.8.3 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Manifest } from '@readium/shared';
import { strToU8, zipSync } from 'fflate';

const require = createRequire(import.meta.url);
const { EpubParsePromise } = require('r2-shared-js/dist/es8-es2017/src/parser/epub');
const init = require('r2-shared-js/dist/es8-es2017/src/init-globals');
const { TaJsonSerialize } = require('r2-lcp-js/dist/es8-es2017/src/serializable');
init.initGlobalConverters_GENERIC();
init.initGlobalConverters_SHARED();

const html = (body) =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>Book</title></head><body>${body}</body></html>`;

/** A book with these access modes and hazards. */
const epub = (modes, hazards) =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'book.opf': strToU8(
      `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" prefix="schema: http://schema.org/"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>Book</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>${modes.map((mode) => `<meta property="schema:accessMode">${mode}</meta>`).join('')}${hazards.map((hazard) => `<meta property="schema:accessibilityHazard">${hazard}</meta>`).join('')}</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    ),
    'nav.xhtml': strToU8(
      html('<nav epub:type="toc"><ol><li><a href="a.xhtml">A</a></li></ol></nav>'),
    ),
    'a.xhtml': strToU8(html('<p>text</p>')),
  });

async function open(name, modes, hazards) {
  writeFileSync(`${name}.epub`, epub(modes, hazards));
  const manifest = TaJsonSerialize(await EpubParsePromise(`${name}.epub`));
  manifest.links = [{ rel: ['self'], href: 'https://books.example/manifest.json' }];
  const { accessMode, hazard } = manifest.metadata.accessibility;
  let said = 'opened';
  try {
    if (!Manifest.deserialize(manifest)) said = 'not opened';
  } catch (error) {
    said = error.message;
  }
  console.log(`${name}: ${JSON.stringify({ accessMode, hazard })}: ${said}`);
  return { accessMode, hazard, said };
}

const one = await open('one', ['textual'], ['none']);
const two = await open('two', ['textual', 'visual'], ['noFlashingHazard', 'noSoundHazard']);
const asDescribed =
  one.accessMode === 'textual' && one.hazard === 'none' &&
  /map is not a function/.test(one.said) &&
  Array.isArray(two.accessMode) && two.said === 'opened';
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
