// Where the project is, and the environment its commands run in.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)));

const BIN = path.join(ROOT, 'node_modules', '.bin');

/** The environment in which `node` is the project's own one (24). */
export function childEnv(/** @type {NodeJS.ProcessEnv} */ extra = {}) {
  const PATH = [BIN, process.env.PATH].filter(Boolean).join(path.delimiter);
  return { ...process.env, PATH, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
}

/**
 * The environment without node_modules/.bin. `npm ci` deletes that folder, and
 * must not run on the Node that lies in it.
 */
export function outerEnv() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const PATH = folders.filter((folder) => folder !== BIN).join(path.delimiter);
  return { ...process.env, PATH };
}
