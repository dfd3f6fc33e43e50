#!/usr/bin/env bash
# pandoc's HTML reader knows a mark by its DPUB-ARIA role, but not the footnote it leads to.
#
# pandoc 3.10 (npm pandoc-wasm 1.1.0). A link with role="doc-noteref" becomes a note. The
# text of the note is found only within an element with role="doc-endnotes". Where it is an
# <aside role="doc-footnote">, which is what the role is for, the note comes out empty and
# its words stay behind in the text, without a warning. epub:type="noteref" is read only
# with the extension epub_html_exts, as in an EPUB. With that extension the aside is taken
# out of the text in any case: where the link that leads to it has neither role nor type,
# the note's words are in the output nowhere.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact pandoc-wasm@1.1.0 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { convert } from 'pandoc-wasm';

const read = async (from, html) => {
  const { stdout, stderr } = await convert({ from, to: 'json' }, html, {});
  const json = JSON.stringify(JSON.parse(stdout).blocks);
  return {
    note: /"t":"Note","c":(\[(?:\{"t":"Para","c":\[\{"t":"Str","c":"words"\}\]\})?\])/.exec(json)?.[1],
    words: json.split('"words"').length - 1,
    stderr,
  };
};
const link = (attribute) => `<p>Text<a href="#fn1" ${attribute}>1</a> goes on.</p>`;
const aside = '<aside id="fn1" role="doc-footnote" epub:type="footnote"><p>words</p></aside>';
const endnotes = '<section role="doc-endnotes"><ol><li id="fn1"><p>words</p></li></ol></section>';

const seen = {
  'doc-noteref, doc-footnote': await read('html', link('role="doc-noteref"') + aside),
  'doc-noteref, doc-endnotes': await read('html', link('role="doc-noteref"') + endnotes),
  'noteref, doc-footnote': await read('html', link('epub:type="noteref"') + aside),
  'noteref, doc-footnote, epub_html_exts': await read(
    'html+epub_html_exts',
    link('epub:type="noteref"') + aside,
  ),
  'plain link, doc-footnote, epub_html_exts': await read(
    'html+epub_html_exts',
    link('class="mark"') + aside,
  ),
};
for (const [name, { note, words, stderr }] of Object.entries(seen))
  console.log(`${name}: note ${note ?? 'none'}, the words stand ${words} times ${stderr}`);

const [roles, endnote, type, epub, plain] = Object.values(seen);
const asDescribed =
  roles.note === '[]' && roles.words === 1 &&
  endnote.note?.includes('words') && endnote.words === 1 &&
  type.note === undefined && type.words === 1 &&
  epub.note?.includes('words') && epub.words === 1 &&
  plain.note === undefined && plain.words === 0;
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
