#!/usr/bin/env bash
# pandoc's RIS reader loses every date that says more than a year.
#
# pandoc 3.10 (npm pandoc-wasm 1.1.0, which carries pandoc's own WebAssembly build). The
# format gives PY, Y1 and DA as YYYY/MM/DD/other, each part but the year may be empty, and
# the slashes stay: that is what reference managers write. Of PY and Y1 with a month
# pandoc makes a date without parts, so that the year is gone too. 1999/// (a year alone,
# with its slashes) becomes four dates: 1999, 0, 0, 0. DA is not read at all: a record
# with DA alone has no date, and one with PY and DA has the year alone. Only the bare
# year arrives as it is meant. Nothing is said on the error stream.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts --save-exact pandoc-wasm@1.1.0 >>npm.log 2>&1

cat >see.mjs <<'SCRIPT'
import { convert } from 'pandoc-wasm';

const EXPECTED = {
  'PY  - 1999': [[1999]],
  'PY  - 1999/03//': [],
  'PY  - 1999/03/05/': [],
  'Y1  - 1999/03/05/': [],
  'PY  - 1999///': [[1999], [0], [0], [0]],
  'DA  - 1999/03/05/': undefined,
  'PY  - 1999\r\nDA  - 1999/03/05/': [[1999]],
};

let asDescribed = true;
for (const [lines, expected] of Object.entries(EXPECTED)) {
  const ris = `TY  - JOUR\r\nID  - one\r\nTI  - A title\r\n${lines}\r\nER  - \r\n`;
  const { stdout, stderr } = await convert({ from: 'ris', to: 'csljson' }, ris, {});
  const parts = JSON.parse(stdout)[0].issued?.['date-parts'];
  console.log(lines.replace('\r\n', ' + '), '→', JSON.stringify(parts), stderr);
  if (JSON.stringify(parts) !== JSON.stringify(expected) || stderr !== '') asDescribed = false;
}
process.exit(asDescribed ? 0 : 1);
SCRIPT
node see.mjs
