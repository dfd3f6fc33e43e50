#!/usr/bin/env bash
# Citation.js writes BibTeX and BibLaTeX without Chinese, and says nothing.
#
# @citation-js/core 0.9.0 with @citation-js/plugin-bibtex 0.8.2. The option
# format.asciiOnly of the plugin is on from the start. One expects it to escape what is
# not ASCII, as it does with é. A character that it has no command for is left out
# instead: a title in Chinese is written as {}, an author as {, }, and the label is made
# of the word "undefined". No warning, no error. The data is valid CSL-JSON, and BibLaTeX
# with biber has read UTF-8 for years. With asciiOnly off all of it is written.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact --legacy-peer-deps @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.8.2 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

const work = {
  id: 'shen-2001',
  type: 'book',
  title: '夢溪筆談 café',
  author: [{ family: '沈', given: '括' }],
  issued: { 'date-parts': [[2001]] },
};
const written = () => new Cite([work]).format('biblatex').replace(/\s+/g, ' ').trim();

const { format } = plugins.config.get('@bibtex');
console.log('asciiOnly from the start:', format.asciiOnly);
const usual = written();
console.log('as it comes:', usual);
format.asciiOnly = false;
const whole = written();
console.log('asciiOnly off:', whole);

const asDescribed =
  !/\p{Script=Han}/u.test(usual) &&
  usual.includes('author = {, }') &&
  usual.includes('undefined2001') &&
  whole.includes('夢溪筆談') &&
  whole.includes('沈, 括');
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
