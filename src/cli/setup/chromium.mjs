// A Chromium for the tests: one that is found, else Debian's, else Playwright's.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask, runQuietly } from './commands.mjs';
import { installFromDebian, rootPrefix } from './debian.mjs';
import { SetupError } from './errors.mjs';
import { executablesOnPath, isExecutable } from './executables.mjs';

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

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** The same engine without windows: a third of the processor time for the same tests. */
export const HEADLESS_SHELL = 'chromium-headless-shell';

/**
 * The first Chromium on this machine, without trying whether it starts.
 * @returns {string | undefined}
 */
function findChromium() {
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
export function findHeadlessShell() {
  return executablesOnPath([HEADLESS_SHELL]).next().value ?? undefined;
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
    if (mayInstall) await installFromDebian([HEADLESS_SHELL]);
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
  for (const install of [() => installFromDebian(['chromium']), installFromPlaywright]) {
    const installed = (await install()) ? findWorkingChromium() : undefined;
    if (installed) return installed;
  }
  throw new SetupError(
    'The browser tests need Chromium, and it could not be installed. By hand, do one of:\n' +
      '  - Debian, Ubuntu: sudo apt-get install chromium\n' +
      '  - anywhere:       npx playwright install --with-deps chromium\n' +
      '  - or set CHROMIUM_PATH to a Chromium or Chrome you have.',
  );
}

async function installFromPlaywright() {
  const asRoot = rootPrefix();
  console.log('Installing Chromium for the browser tests: playwright install chromium');
  // Without root, --with-deps would stop at a password prompt.
  if (asRoot && (await runQuietly(['playwright', 'install', '--with-deps', 'chromium'])))
    return true;
  return runQuietly(['playwright', 'install', 'chromium']);
}
