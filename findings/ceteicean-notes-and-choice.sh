#!/usr/bin/env bash
# CETEIcean numbers end notes anew, prints foot notes in the line, and joins both readings of a choice.
#
# CETEIcean 1.9.5 with its default behaviours, in jsdom 26.1.0. A <note place="end" n="12">
# says in n which number is printed; the page shows 1, the next 2, whatever their n. A
# <note place="foot"> is no footnote: its words stand in the running text, in parentheses,
# without a number. <choice><sic>teh</sic><corr>the</corr></choice> shows “tehthe”: there is
# no behaviour for choice. So who shows a critical text with it needs behaviours for
# note and choice of their own, or the page has other numbers than the print and words
# that nobody wrote.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact CETEIcean@1.9.5 jsdom@26.1.0 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import CETEI from 'CETEIcean';
import { JSDOM } from 'jsdom';

const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Ferry</title></titleStmt>
<publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>The boat<note place="end" n="12">Of wood.</note> left
<choice><sic>teh</sic><corr>the</corr></choice> pier<note place="end" n="13">Of stone.</note> at
noon<note place="foot" n="14">By the bell.</note>.</p></body></text></TEI>`;

const { window } = new JSDOM('<!DOCTYPE html><html><head></head><body></body></html>');
const reader = new CETEI({ documentObject: window.document });
const xml = new window.DOMParser().parseFromString(tei, 'text/xml');
window.document.body.append(reader.domToHTML5(xml));

const text = window.document.querySelector('tei-body tei-p');
for (const original of text.querySelectorAll('[hidden]')) original.remove();
const shown = {
  numbers: [...text.querySelectorAll('sup')].map((sup) => sup.textContent),
  text: text.textContent.replace(/\s+/gu, ' '),
};
console.log(JSON.stringify(shown, null, 1));
const expected = {
  numbers: ['1', '2'],
  text: 'The boat1 left tehthe pier2 at noon(By the bell.).',
};
process.exit(JSON.stringify(shown) === JSON.stringify(expected) ? 0 : 1);
SCRIPT
node see.mjs
