#!/usr/bin/env bash
# A season does not survive the way between BibLaTeX and CSL-JSON, in either direction.
#
# BibLaTeX writes the spring of 1999 as 1999-21 (EDTF); CSL-JSON as date-parts [[1999]]
# with "season": 1. pandoc 3.10 (npm pandoc-wasm 1.1.0) reads the first as date-parts
# [[1999, 21]], a month that CSL-JSON does not have, and writes the second as 1999; from
# CSL-JSON to CSL-JSON it drops the season too. Citation.js (core 0.9.0, plugin-bibtex
# 0.8.2) drops the season in both directions. So each of these conversions changes the
# date, none says so, and the two programs do not agree on what 1999-21 is.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact --legacy-peer-deps @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.8.2 pandoc-wasm@1.1.0 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { convert } from 'pandoc-wasm';

const bib = '@article{one, title = {A title}, date = {1999-21}}';
const csl = [
  { id: 'one', type: 'article-journal', title: 'A title', issued: { 'date-parts': [[1999]], season: 1 } },
];
const pandoc = async (from, to, text) => (await convert({ from, to }, text, {})).stdout;
const dateIn = (text) => /date = \{(.*?)\}/.exec(text)?.[1];

const seen = {
  'pandoc, BibLaTeX to CSL': JSON.parse(await pandoc('biblatex', 'csljson', bib))[0].issued,
  'pandoc, CSL to BibLaTeX': dateIn(await pandoc('csljson', 'biblatex', JSON.stringify(csl))),
  'pandoc, CSL to CSL': JSON.parse(await pandoc('csljson', 'csljson', JSON.stringify(csl)))[0].issued,
  'Citation.js, BibLaTeX to CSL': new Cite(bib).data[0].issued,
  'Citation.js, CSL to BibLaTeX': dateIn(new Cite(csl).format('biblatex')),
};
console.log(seen);

const asDescribed =
  JSON.stringify(Object.values(seen)) ===
  JSON.stringify([
    { 'date-parts': [[1999, 21]] },
    '1999',
    { 'date-parts': [[1999]] },
    { 'date-parts': [[1999]] },
    '1999',
  ]);
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
