#!/usr/bin/env bash
# docx loses the words under a bookmark that stands inside a link, and writes an unknown element.
#
# A printed page often begins in the middle of an address, so a file that keeps printed pages as
# bookmarks has them inside links, which WordprocessingML allows (a hyperlink may hold bookmarks).
# docx 9.15.2 takes a Bookmark among the children of an ExternalHyperlink, its types included,
# and raises no error, but writes `<start/>` in its place: without a namespace, so that Word has no
# such element, and without the words of the bookmark. In a paragraph, and inside another bookmark,
# the same child is written whole. BookmarkStart and BookmarkEnd as children of the link are too.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact docx@9.15.2 fflate@0.8.3 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { Bookmark, BookmarkEnd, BookmarkStart, Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';

const words = (text) => new TextRun(text);
const page = () => new Bookmark({ id: 'page', children: [words('MIDDLE')] });
const link = (...children) => new ExternalHyperlink({ link: 'https://example.org/', children });

/** What stands in the body of a document with one paragraph. */
async function written(...children) {
  const document = new Document({ sections: [{ children: [new Paragraph({ children })] }] });
  const files = unzipSync(await Packer.pack(document, 'uint8array'));
  return strFromU8(files['word/document.xml']).match(/<w:body>(.*?)<w:sectPr/su)[1];
}

const seen = {
  'in a paragraph': await written(words('a'), page(), words('b')),
  'in a bookmark': await written(new Bookmark({ id: 'outer', children: [words('a'), page()] })),
  'in a link': await written(link(words('a'), page(), words('b'))),
  'its two ends in a link': await written(
    link(words('a'), new BookmarkStart('page', 1), words('MIDDLE'), new BookmarkEnd(1), words('b')),
  ),
};
console.log(seen);

const keeps = (where) => seen[where].includes('MIDDLE') && !seen[where].includes('<start/>');
const asDescribed =
  keeps('in a paragraph') &&
  keeps('in a bookmark') &&
  keeps('its two ends in a link') &&
  !seen['in a link'].includes('MIDDLE') &&
  seen['in a link'].includes('<start/>');
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
