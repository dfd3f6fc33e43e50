// The packages of package-lock.json. This runs before `npm ci`, on whatever Node
// the machine has (20 or later), so this folder imports only node: builtins.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ask, run } from './commands.mjs';
import { outerEnv, ROOT } from './environment.mjs';
import { SetupError } from './errors.mjs';

// Our scripts are TypeScript that Node runs as it is and use import.meta.main (24.2);
// html-validate asks for 24.8. On an older one they would do nothing, and say so to nobody.
const OLDEST_NODE = [24, 8];

/** Runs `npm ci` unless node_modules already is what package-lock.json says. */
export async function ensureDependencies() {
  const problem = dependencyProblem();
  if (problem) {
    console.log(`Installing the dependencies (${problem}): npm ci`);
    // Dev dependencies too, even under NODE_ENV=production: the build checks need them.
    // Its warnings about Node versions are about the outer Node, which is not used.
    const args = ['ci', '--include=dev', '--loglevel=error'];
    const code = await run('npm', args, { env: outerEnv() });
    if (code !== 0) throw new SetupError('`npm ci` failed; see its messages above.');
  }
  checkNode();
}

/** Why `npm ci` is needed, or undefined. */
function dependencyProblem() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn(path.join('node_modules', '.package-lock.json'));
  if (!wanted) throw new SetupError('package-lock.json is missing or damaged.');
  if (!installed) return 'node_modules is missing or incomplete';
  for (const [name, entry] of wanted) {
    const found = installed.get(name);
    // Packages for other systems are listed, but rightly not installed.
    if (!found && !entry.optional && !entry.devOptional) return `${name} is missing`;
    if (found && found.version !== entry.version) return `${name} is ${found.version}`;
  }
  for (const name of installed.keys()) {
    if (!wanted.has(name)) return `${name} is no longer needed`;
  }
  return undefined;
}

/**
 * The packages of a lock file by their folder, without the project itself.
 * @param {string} file
 * @returns {Map<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    const lock = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
    const packages = new Map(Object.entries(lock.packages));
    packages.delete('');
    return packages;
  } catch {
    return undefined;
  }
}

/** The dependencies bring their own Node; says so if that one is not there. */
function checkNode() {
  const version = ask('node', ['-p', 'process.versions.node']) ?? 'none that starts';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Node.js ${OLDEST_NODE.join('.')} or later is needed; found: ${version}.\n` +
      'The npm package `node` among the dependencies should have brought Node.js 24. If npm is\n' +
      'set to ignore install scripts, run `npm rebuild node --ignore-scripts=false`, or install\n' +
      'Node.js 24 yourself.',
  );
}
