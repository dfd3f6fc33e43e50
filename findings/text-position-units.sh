#!/usr/bin/env bash
# A position in a text means one thing to one annotation library and another to the next.
#
# The TextPositionSelector of the Web Annotation Data Model (W3C, 2017, 4.2.5) counts the
# characters of a text as Unicode code points. dom-anchor-text-position 5.0.0 counts the
# UTF-16 code units of JavaScript, and does so under the same name and in the same shape,
# { start, end }; @apache-annotator/dom 0.2.0 counts code points. The two agree until a
# character beyond the Basic Multilingual Plane stands before the words, as rare Han
# characters of names do (𠮷, 𡘙). From there on each such character moves a selection by one: what
# one library writes, the other reads as the words beside.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact jsdom@26.1.0 \
  dom-anchor-text-position@5.0.0 @apache-annotator/dom@0.2.0 \
  @apache-annotator/selector@0.2.0 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Text', 'DOMException'])
  globalThis[name] = window[name];
globalThis.window = window;
const { fromRange } = await import('dom-anchor-text-position');
const { createTextPositionSelectorMatcher, describeTextPosition } = await import(
  '@apache-annotator/dom'
);

/** Where each library says that words stand, and what the second makes of what the first says. */
async function see(text, words) {
  const root = document.createElement('p');
  root.textContent = text;
  document.body.replaceChildren(root);
  const range = document.createRange();
  const at = text.indexOf(words);
  range.setStart(root.firstChild, at);
  range.setEnd(root.firstChild, at + words.length);
  const first = fromRange(root, range);
  const second = await describeTextPosition(range, root);
  const read = [];
  const match = createTextPositionSelectorMatcher({ type: 'TextPositionSelector', ...first });
  for await (const found of match(root)) read.push(String(found));
  const seen = `${first.start}-${first.end} ${second.start}-${second.end} ${read.join()}`;
  console.log(text, '→', seen);
  return seen;
}

const asDescribed =
  (await see('吉田茂與麥克阿瑟會談。', '麥克阿瑟')) === '4-8 4-8 麥克阿瑟' &&
  (await see('𠮷田茂與麥克阿瑟會談。', '麥克阿瑟')) === '5-9 4-8 克阿瑟會' &&
  (await see('𠮷田茂與𡘙克阿瑟會談。', '阿瑟')) === '8-10 6-8 會談';
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
