#!/usr/bin/env bash
# A day that stands in BibTeX's month, as BibTeX itself has it, costs month and day elsewhere.
#
# BibTeX 0.99d has no field for a day. Its documentation joins one to the macro of the
# month, month = apr # "~10", and its styles print that. pandoc 3.10 (npm pandoc-wasm
# 1.1.0), whether it reads bibtex or biblatex, and Citation.js 0.9.0 with its BibTeX plug-in
# take such a value for no month at all: the month goes with the day, and the year alone
# is left, without a word. The same for two months, sep # "--" # oct. The macro by itself
# is read, and with it a field `day`, which BibTeX does not have. pandoc does not know a
# month that is spelled out, {April}; Citation.js does. A field `date` beside the month,
# which BibTeX passes over, is preferred by both, and keeps all.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact pandoc-wasm@1.1.0 \
  @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { convert } from 'pandoc-wasm';

// What pandoc has, and what Citation.js has.
const EXPECTED = {
  'month = apr': ['[[2001,4]]', '[[2001,4]]'],
  'month = apr # "~10"': ['[[2001]]', '[[2001]]'],
  'month = "10~" # apr': ['[[2001]]', '[[2001]]'],
  'month = sep # "--" # oct': ['[[2001]]', '[[2001]]'],
  'month = apr, day = {10}': ['[[2001,4,10]]', '[[2001,4,10]]'],
  'month = {April}': ['[[2001]]', '[[2001,4]]'],
  'month = apr # "~10", date = {2001-04-10}': ['[[2001,4,10]]', '[[2001,4,10]]'],
};

let asDescribed = true;
for (const [fields, [ofPandoc, ofCitation]] of Object.entries(EXPECTED)) {
  const entry = `@article{one, author = {Reed, Ann}, title = {A title}, journal = {A journal}, year = {2001}, ${fields}}`;
  const seen = [];
  for (const from of ['bibtex', 'biblatex']) {
    const { stdout, stderr } = await convert({ from, to: 'csljson' }, entry, {});
    seen.push(JSON.stringify(JSON.parse(stdout)[0].issued?.['date-parts']) + stderr);
  }
  const citation = JSON.stringify(new Cite(entry).data[0].issued?.['date-parts']);
  console.log(fields, '→ pandoc', ...seen, '· Citation.js', citation);
  if (seen.some((parts) => parts !== ofPandoc) || citation !== ofCitation) asDescribed = false;
}
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
