// Programs of others that the tests hold the downloads against. Where one is missing
// and cannot be installed, its tests are left out, and the end of the run says so.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { findHeadlessShell, HEADLESS_SHELL } from './chromium.mjs';
import { installFromDebian } from './debian.mjs';
import { ROOT } from './environment.mjs';
import { executablesOnPath } from './executables.mjs';

/** Each is the name of a program and of its Debian package, and what it is asked for. */
const PROGRAMS = [
  { name: 'epubcheck', checks: 'the EPUB' },
  { name: 'jing', checks: 'the TEI and the DTS fragments against tei_all.rng' },
  { name: 'pandoc', checks: 'Markdown, CSL-JSON, BibTeX and RIS, read by another program' },
  { name: 'biber', checks: 'the BibTeX against the data model of biblatex' },
];

/** Schemas that no well-kept package ships: in SCHEMAS, or in shared/schemas beside the clone. */
const SCHEMAS = [
  { name: 'tei_all.rng', checks: 'the TEI and the DTS fragments' },
  { name: 'csl-data.json', checks: 'the CSL-JSON' },
];

/**
 * The path of a schema that is no part of the repository.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findSchema(name) {
  const folders = [process.env.SCHEMAS, path.join(ROOT, '../shared/schemas')];
  return folders
    .flatMap((folder) => (folder ? [path.join(folder, name)] : []))
    .find((file) => existsSync(file));
}

/** @param {string} name */
const isInstalled = (name) => executablesOnPath([name]).next().value !== undefined;

/**
 * Installs the programs that are missing, and the browser of the tests with them, in one
 * call of apt-get.
 * @returns {Promise<string[]>} one line for each thing that is still missing
 */
export async function ensureValidators() {
  const missing = PROGRAMS.filter(({ name }) => !isInstalled(name)).map(({ name }) => name);
  const noBrowser = !process.env.CHROMIUM_PATH && !findHeadlessShell();
  const wanted = noBrowser ? [...missing, HEADLESS_SHELL] : missing;
  if (wanted.length > 0) await installFromDebian(wanted);
  return leftOut();
}

/** What is missing on this machine, one line each. */
export function leftOut() {
  const programs = PROGRAMS.filter(({ name }) => !isInstalled(name)).map(
    ({ name, checks }) => `${name} is not installed, so it did not check ${checks}`,
  );
  const schemas = SCHEMAS.filter(({ name }) => !findSchema(name)).map(
    ({ name, checks }) =>
      `${name} is neither in ../shared/schemas nor in the folder SCHEMAS, so it did not check ${checks}`,
  );
  return [...programs, ...schemas];
}
