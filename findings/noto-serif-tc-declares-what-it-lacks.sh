#!/usr/bin/env bash
# Fontsource's Noto Serif TC declares 2,191 Han characters that its files do not hold, 爲 among them.
#
# @fontsource-variable/noto-serif-tc 5.3.1: Google Fonts' Noto Serif TC in some hundred
# slices, each with its unicode-range in index.css. One expects a slice to hold what its
# range declares, and a typeface for Traditional Chinese to hold 爲 (U+7232) and 産
# (U+7523), which print from Taiwan has beside 為 and 產. They are declared, and no file
# has them. A page that prints 爲 loads 91 KB for it, and the browser sets it in another
# typeface all the same. Looked at with harfbuzzjs 1.6.4 and fontverter 2.0.0.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact @fontsource-variable/noto-serif-tc@5.3.1 fontverter@2.0.0 harfbuzzjs@1.6.4 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { readFileSync } from 'node:fs';
import fontverter from 'fontverter';
import { Blob, Face } from 'harfbuzzjs';

const root = 'node_modules/@fontsource-variable/noto-serif-tc/';
const css = readFileSync(`${root}index.css`, 'utf8');
const declared = new Map();
const held = new Set();
for (const [, file, range] of css.matchAll(/url\(\.\/(files\/[^)]+)\)[^}]*unicode-range: ([^;}]+)/g)) {
  const bytes = readFileSync(root + file);
  for (const code of new Face(new Blob(await fontverter.convert(bytes, 'sfnt'))).collectUnicodes()) held.add(code);
  for (const part of range.split(',')) {
    const [from, to = from] = part.trim().slice(2).split('-').map((hex) => Number.parseInt(hex, 16));
    for (let code = from; code <= to; code += 1) declared.set(code, { file, size: bytes.length });
  }
}

const isHan = (code) => /\p{Script=Han}/u.test(String.fromCodePoint(code));
const han = [...declared.keys()].filter(isHan);
const lacking = han.filter((code) => !held.has(code));
console.log(`Han characters declared: ${han.length}, of these in no file: ${lacking.length}`);
const seen = [...'爲産為產'].map((character) => {
  const code = character.codePointAt(0);
  const slice = declared.get(code);
  console.log(character, 'declared by', slice?.file, `(${slice?.size} bytes),`, held.has(code) ? 'held' : 'in no file');
  return `${slice !== undefined} ${held.has(code)}`;
});
const asDescribed = lacking.length === 2191 && seen.join() === 'true false,true false,true true,true true';
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
