// Shared helpers of `npm start` and `npm test`: installing the dependencies,
// running commands, finding or installing Chromium. These run before `npm ci`,
// on whatever Node the machine has (20 or later), so only node: builtins here.

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants as osConstants, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

const BIN = path.join(ROOT, 'node_modules', '.bin');
// Our scripts are TypeScript that Node runs as it is and use import.meta.main (24.2);
// html-validate asks for 24.8. On an older one they would do nothing, and say so to nobody.
const OLDEST_NODE = [24, 8];

/** What the browser is started with, here and in tests/playwright.config.ts. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A failure with a message for the person at the keyboard; no stack trace wanted. */
export class SetupError extends Error {}

/** Thrown out of `run` once the user asked us to stop. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = signalCode(signal);
  }
}

/** @param {NodeJS.Signals | null} signal */
function signalCode(signal) {
  return 128 + (signal ? osConstants.signals[signal] : 0);
}

/**
 * Runs an entry point: our own errors become one message and an exit code.
 * @param {() => Promise<void>} body
 * @param {number} patience how many ms commands get to end by themselves after Ctrl-C
 */
export async function main(body, patience = 0) {
  forwardSignals(patience);
  try {
    await body();
  } catch (error) {
    if (error instanceof Interrupted) {
      process.exitCode = error.exitCode;
    } else if (error instanceof SetupError) {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}

// ---------------------------------------------------------------- commands

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
/** @type {NodeJS.Signals | null} */
let stopSignal = null;

/** @param {number} patience */
function forwardSignals(patience) {
  // Ctrl-C reaches the children by itself, and a second signal would make
  // Playwright abandon its own cleaning up; so only nudge what stays on.
  process.on('SIGINT', () => stop('SIGINT', patience));
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGHUP'));
  if (process.env.npm_lifecycle_event) stopWithParent();
}

/** @param {NodeJS.Signals} signal */
function stop(signal, patience = 0) {
  stopSignal = signal;
  setTimeout(stopChildren, patience).unref();
}

/** npm passes a signal on to its shell, which dies of it without telling us. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 500);
  watch.unref();
}

/** SIGINT, because Playwright stops its web server on that one only. */
function stopChildren() {
  for (const child of children) child.kill('SIGINT');
}

/** The environment in which `node` is the project's own one (24). */
export function childEnv(/** @type {NodeJS.ProcessEnv} */ extra = {}) {
  const PATH = [BIN, process.env.PATH].filter(Boolean).join(path.delimiter);
  return { ...process.env, PATH, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
}

/**
 * The environment without node_modules/.bin. `npm ci` deletes that folder, and
 * must not run on the Node that lies in it.
 */
function outerEnv() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const PATH = folders.filter((folder) => folder !== BIN).join(path.delimiter);
  return { ...process.env, PATH };
}

/**
 * Starts a command in the project folder. The caller listens to the child;
 * `run` below is the usual way in.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function start(command, args, options = {}) {
  if (stopSignal) throw new Interrupted(stopSignal);
  const child = spawn(command, args, { cwd: ROOT, env: childEnv(), stdio: 'inherit', ...options });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/**
 * Runs a command to its end and gives its exit code. With `quiet` its output is
 * kept back, and shown only if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} options
 * @returns {Promise<number>}
 */
export function run(command, args, { env = childEnv(), quiet = false } = {}) {
  const child = start(command, args, {
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      children.delete(child);
      reject(new SetupError(`Cannot run \`${command}\`: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      if (stopSignal) return reject(new Interrupted(stopSignal));
      if (code !== 0) process.stderr.write(output);
      resolve(code ?? signalCode(signal));
    });
  });
}

/** Whether the user asked us to stop; commands that end then have not failed. */
export function isStopping() {
  return stopSignal !== null;
}

/**
 * A short question to a command: what it printed, or undefined if it failed.
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout
 */
function ask(command, args, timeout = 30_000) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: childEnv(),
    encoding: 'utf8',
    timeout,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

// ------------------------------------------------------------ dependencies

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

// ---------------------------------------------------------------- chromium

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** The same engine without windows: a third of the processor time for the same tests. */
const HEADLESS_SHELL = 'chromium-headless-shell';

/**
 * The first Chromium on this machine, without trying whether it starts.
 * @returns {string | undefined}
 */
export function findChromium() {
  return chromiumCandidates().next().value ?? undefined;
}

/**
 * The browser for tests: CHROMIUM_PATH, or a headless shell, or the first Chromium.
 * @returns {string | undefined}
 */
export function findTestBrowser() {
  return process.env.CHROMIUM_PATH ? findChromium() : (findHeadlessShell() ?? findChromium());
}

/** @returns {string | undefined} */
function findHeadlessShell() {
  return executablesOnPath([HEADLESS_SHELL]).next().value ?? undefined;
}

/** @param {string[]} names */
function* executablesOnPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      if (folder && isExecutable(file)) yield file;
    }
  }
}

/** Chromiums on this machine, best first. CHROMIUM_PATH, if set, is the only one. */
function* chromiumCandidates() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (isExecutable(chosen)) yield chosen;
    return;
  }
  yield* executablesOnPath(ON_PATH);
  const own = ask('node', ['-p', "require('playwright-core').chromium.executablePath()"]);
  if (own && isExecutable(own)) yield own;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this Chromium gets as far as showing an empty page. */
function chromiumStarts(/** @type {string} */ file) {
  const profile = mkdtempSync(path.join(tmpdir(), 'zhangju-chromium-'));
  const args = ['--headless', ...CHROMIUM_ARGS, `--user-data-dir=${profile}`];
  const page = ask(file, [...args, '--dump-dom', 'about:blank'], 60_000);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return page?.includes('<html') ?? false;
}

function findWorkingChromium() {
  for (const file of chromiumCandidates()) {
    if (chromiumStarts(file)) return file;
    console.log(`${file} is there but does not start.`);
  }
  return undefined;
}

/**
 * The browser for tests: a headless shell where there is one or Debian has one, else
 * any Chromium that starts. Needs the dependencies.
 * @returns {Promise<string>}
 */
export async function ensureTestBrowser() {
  if (process.env.CHROMIUM_PATH) return ensureChromium();
  for (const mayInstall of [false, true]) {
    if (mayInstall) await installFromDebian(rootPrefix(), HEADLESS_SHELL);
    const shell = findHeadlessShell();
    if (shell && chromiumStarts(shell)) return shell;
  }
  return ensureChromium();
}

/**
 * A Chromium that starts; installed if need be. Needs the dependencies.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const present = findWorkingChromium();
  if (present) return present;
  if (process.env.CHROMIUM_PATH) {
    throw new SetupError(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not start.`);
  }
  const asRoot = rootPrefix();
  for (const install of [installFromDebian, installFromPlaywright]) {
    const installed = (await install(asRoot)) ? findWorkingChromium() : undefined;
    if (installed) return installed;
  }
  throw new SetupError(
    'The browser tests need Chromium, and it could not be installed. By hand, do one of:\n' +
      '  - Debian, Ubuntu: sudo apt-get install chromium\n' +
      '  - anywhere:       npx playwright install --with-deps chromium\n' +
      '  - or set CHROMIUM_PATH to a Chromium or Chrome you have.',
  );
}

/** How to run a command as root without being asked for a password, or undefined. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return ask('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n'];
}

/**
 * @param {string[] | undefined} asRoot
 * @param {string} name of the package
 */
async function installFromDebian(asRoot, name = 'chromium') {
  if (!asRoot || ask('apt-get', ['--version']) === undefined) return false;
  console.log(`Installing a browser for the tests: apt-get install ${name}`);
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  // Another apt may be at work (unattended upgrades); wait for it a little.
  apt.push('-o', 'DPkg::Lock::Timeout=120');
  // A partly failed update still leaves usable lists, so only the install decides.
  await runAll([...apt, 'update']);
  return runAll([...apt, 'install', '-y', '--no-install-recommends', name]);
}

/** @param {string[] | undefined} asRoot */
async function installFromPlaywright(asRoot) {
  console.log('Installing Chromium for the browser tests: playwright install chromium');
  // Without root, --with-deps would stop at a password prompt.
  if (asRoot && (await runAll(['playwright', 'install', '--with-deps', 'chromium']))) return true;
  return runAll(['playwright', 'install', 'chromium']);
}

/** Runs a whole command line quietly; whether it went well. */
async function runAll(/** @type {string[]} */ [command = '', ...args]) {
  return (await run(command, args, { quiet: true })) === 0;
}

// ------------------------------------------------------------------- ports

/**
 * The first free port from `first` on.
 * @param {number} first
 * @param {string} host
 */
export async function freePort(first, host = '127.0.0.1') {
  for (let port = first; port < Math.min(first + 200, 65_536); port++) {
    if ((await isFree(port, host)) && (await isFree(port, '::1'))) return port;
  }
  throw new SetupError(`No free port from ${first} on.`);
}

/**
 * Asked of ::1 too, because `localhost` may lead a browser to either address.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // Other errors mean that this machine has no such address: nobody is there.
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES');
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
