#!/usr/bin/env bash
# The grammar of JATS in the npm package substance-texture names elements in namespaces that it never declares.
#
# Texture, an editor for JATS, ships JATS-archiving.rng and JATS-publishing.rng (JATS 1.1) in
# substance-texture 1.0.0; no other npm package ships a grammar of JATS. Both are RELAX NG, and use
# the prefixes ali, mml, oasis and xlink in the names of elements and attributes, which RELAX NG
# takes for qualified names (section 4.10 of its specification). Neither declares one of them, so a
# validator that keeps to the specification refuses the grammar itself; Texture reads the names as
# plain strings. With the four declarations added to its root the grammar is a good one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm pack substance-texture@1.0.0 --silent >npm.log
tar -xzf substance-texture-1.0.0.tgz package/src/article/JATS-archiving.rng package/src/article/JATS-publishing.rng

cat >see.mjs <<'SCRIPT'
import { readFileSync } from 'node:fs';

const WANTED = 'ali mml oasis xlink';
const unique = (found) => [...new Set(found)].sort().join(' ');

let asDescribed = true;
for (const name of ['JATS-archiving', 'JATS-publishing']) {
  const grammar = readFileSync(`package/src/article/${name}.rng`, 'utf8');
  const named = grammar.matchAll(/<(?:element|attribute)\s+name="([\w-]+):/gu);
  const used = unique([...named].map(([, prefix]) => prefix).filter((prefix) => prefix !== 'xml'));
  const declared = unique([...grammar.matchAll(/\sxmlns:([\w-]+)=/gu)].map(([, prefix]) => prefix));
  console.log(`${name}: uses ${used}; declares ${declared}`);
  asDescribed &&= used === WANTED && declared === 'a';
}
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
