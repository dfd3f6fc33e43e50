#!/usr/bin/env bash
# What surprises: what Typst sets as the `foreground` of a page is content of the document and
# becomes part of whatever is cut by the end of the page, while `background` and `header` are
# decoration (artifacts). A table that runs over two pages has the words of the foreground
# straight in its <Table>, so that PDF/UA-1 is refused with a hint at show rules, of which there
# are none. The same words as background, or in pdf.artifact, pass.
#
# Versions: @myriaddreamin/typst-ts-node-compiler 0.7.0 (Typst 0.14.2).
# Exits with 0 as long as the foreground is refused and the others pass.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0
cat >try.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create();
const table = '#table(columns: 2, table.header([a], [b]), ' + '[c], [d], '.repeat(60) + ')';
const outcome = (page) => {
  const source = `#set document(title: "t")\n#set page(${page})\n= Rows\n${table}`;
  const { result } = compiler.compile({ mainFileContent: source });
  try {
    compiler.pdf(result, { pdfStandard: 'ua-1' });
    return `passes, ${result.numOfPages} pages`;
  } catch (error) {
    return String(error).match(/message: "([^"]*)"/)?.[1] ?? String(error);
  }
};
const seen = {};
for (const page of [
  'foreground: [draft]',
  'background: [draft]',
  'header: [draft]',
  'foreground: pdf.artifact([draft])',
]) {
  seen[page] = outcome(page);
  console.log(`${page.padEnd(36)} ${seen[page]}`);
}
const [foreground, ...others] = Object.values(seen);
const stands =
  /invalid table/.test(foreground) && others.every((said) => /^passes, [2-9]/.test(said));
process.exit(stands ? 0 : 1);
JS
node try.cjs
