// `npm test`: from a fresh clone to one line of true totals. Runs the checks
// (each counts as one test), then Vitest and Playwright, adds up what their JSON
// reports say, and prints `N passed, N failed` as the last line.
// For developers: --only unit (no build) or --only browser (build, then browser).

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureTestBrowser } from '../src/cli/setup/chromium.mjs';
import { run } from '../src/cli/setup/commands.mjs';
import { ensureDependencies } from '../src/cli/setup/dependencies.mjs';
import { childEnv, ROOT } from '../src/cli/setup/environment.mjs';
import { SetupError } from '../src/cli/setup/errors.mjs';
import { main } from '../src/cli/setup/main.mjs';
import { freePort } from '../src/cli/setup/ports.mjs';
import { engines, ensurePrograms, leftOut } from '../src/cli/setup/programs.mjs';

/** The steps that are one test each: what they are called, and their npm script. */
const CHECKS = [
  ['lint', 'lint'],
  ['dead code', 'check:dead'],
  ['content', 'check'],
];
const PATIENCE = 5000; // Playwright ends its browsers and its server
const NO_BUILD = 'not run, because the build failed';
/** More tests than these that pass only when tried again are a failure of the run. */
const UNSTEADY_AT_MOST = 3;
const ONLY = ['unit', 'browser'];
/** The projects of tests/vitest.config.ts that need no build. */
const UNIT = ['unit', 'alone'];

/** @typedef {{ name: string, reason: string }} Entry */
const totals = {
  passed: 0,
  /** @type {Entry[]} */
  failed: [],
  /** @type {Entry[]} */
  skipped: [],
  /** Passed, but only when they were tried again. @type {Entry[]} */
  unsteady: [],
};
/** @type {string[]} */
const times = [];

// ------------------------------------------------------------------- steps

/**
 * Runs one step under a heading, and notes how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 */
async function step(name, body) {
  console.log(`\n=== ${name}`);
  const began = Date.now();
  try {
    return await body();
  } finally {
    const time = `${((Date.now() - began) / 1000).toFixed(1)} s`;
    console.log(`=== ${name}: ${time}`);
    times.push(`${name} ${time}`);
  }
}

/**
 * One npm script as one test; whether it passed.
 * @param {string} name
 * @param {string} script
 * @param {{ quiet?: boolean }} options `quiet`: what it prints is shown only if it fails
 */
function check(name, script, options = {}) {
  return step(name, async () => {
    const code = await run('npm', ['run', script], options);
    if (code === 0) totals.passed++;
    else fail(name, `\`npm run ${script}\` ended with code ${code}`);
    return code === 0;
  });
}

/**
 * @param {string} name
 * @param {string} reason
 */
function fail(name, reason) {
  totals.failed.push({ name, reason });
}

/**
 * Runs a test runner, and counts what its report says. A report that is missing,
 * or that knows of no failure although the runner ended badly, is a failure itself.
 * @param {string} name
 * @param {{ command: string[], env: NodeJS.ProcessEnv, report: string }} runner
 * @param {(report: any) => void} count
 */
function suite(name, { command: [command = '', ...args], env, report }, count) {
  return step(name, async () => {
    const failedBefore = totals.failed.length;
    const code = await run(command, args, { env: childEnv(env) });
    try {
      count(JSON.parse(readFileSync(report, 'utf8')));
    } catch (error) {
      fail(name, `its report cannot be read (exit code ${code}): ${error}`);
    }
    if (code !== 0 && totals.failed.length === failedBefore) {
      fail(name, `ended with code ${code}, though no test failed; see its output above`);
    }
  });
}

// ------------------------------------------------------------------ vitest

/**
 * @param {string} folder for the report
 * @param {string[]} projects of tests/vitest.config.ts; all of them if empty
 */
function runVitest(folder, projects) {
  const report = path.join(folder, 'vitest.json');
  const command = ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--allowOnly=false'];
  command.push(...projects.flatMap((project) => ['--project', project]));
  return suite('vitest', { command, env: { VITEST_JSON: report }, report }, countVitest);
}

/** @param {any} report */
function countVitest(report) {
  for (const file of report.testResults) {
    const name = path.relative(ROOT, file.name);
    const failedBefore = totals.failed.length;
    for (const test of file.assertionResults) countVitestTest(name, test);
    // A file that cannot even be loaded has no tests to show for it.
    if (file.status === 'failed' && totals.failed.length === failedBefore) {
      fail(name, file.message || 'failed outside its tests');
    }
  }
}

/**
 * @param {string} file
 * @param {any} test
 */
function countVitestTest(file, test) {
  const name = [file, ...test.ancestorTitles.filter(Boolean), test.title].join(' › ');
  if (test.status === 'passed') totals.passed++;
  else if (test.status === 'failed') fail(name, test.failureMessages[0] ?? 'failed');
  else if (test.meta.prevented) fail(name, 'was not run, because of a failure before it');
  else totals.skipped.push({ name, reason: test.meta.skipReason ?? test.status });
}

// -------------------------------------------------------------- playwright

/**
 * @param {string} folder for the report
 * @param {string} chromium
 * @param {boolean} built
 */
async function runPlaywright(folder, chromium, built) {
  if (!built) return fail('browser: tests/browser', NO_BUILD);
  const report = path.join(folder, 'playwright.json');
  const command = ['playwright', 'test', '--config', 'tests/playwright.config.ts'];
  command.push('--forbid-only', '--reporter=list,json');
  command.push(...engines().flatMap((engine) => ['--project', engine]));
  const env = {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    TEST_PORT: String(await freePort(4329)),
  };
  return suite('browser', { command, env, report }, countPlaywright);
}

/** @param {any} report */
function countPlaywright(report) {
  for (const error of report.errors) fail('browser', error.message ?? 'error outside the tests');
  for (const file of report.suites) countPlaywrightSuite(file, ['tests/browser']);
}

/**
 * @param {any} suite a file or a `describe`
 * @param {string[]} above
 */
function countPlaywrightSuite(suite, above) {
  const titles = [...above, suite.title];
  for (const inner of suite.suites ?? []) countPlaywrightSuite(inner, titles);
  for (const spec of suite.specs) {
    const name = [...titles, spec.title].join(' › ');
    for (const test of spec.tests) countPlaywrightTest(name, test);
  }
}

/**
 * @param {string} name
 * @param {any} test
 */
function countPlaywrightTest(name, test) {
  if (test.status === 'flaky') totals.unsteady.push({ name, reason: firstError(test) ?? 'failed' });
  if (test.status === 'expected' || test.status === 'flaky') totals.passed++;
  else if (test.status !== 'skipped') fail(name, firstError(test) ?? test.status);
  // Tests that others kept from running are reported as skipped too.
  else if (test.expectedStatus !== 'skipped')
    fail(name, 'was not run, because of a failure before it');
  else totals.skipped.push({ name, reason: skipReason(test) ?? 'skipped' });
}

/** @param {any} test */
function firstError(test) {
  const errors = test.results.flatMap((/** @type {any} */ result) => result.errors ?? []);
  return errors[0]?.message;
}

/** @param {any} test */
function skipReason(test) {
  const reasons = test.annotations.filter((/** @type {any} */ { type }) =>
    ['skip', 'fixme'].includes(type),
  );
  return reasons[0]?.description;
}

// ----------------------------------------------------------------- summary

/** @param {string} text possibly several lines, possibly coloured */
function firstLine(text) {
  return stripVTControlCharacters(text).split('\n')[0];
}

function summarize() {
  const { passed, failed, skipped, unsteady } = totals;
  if (unsteady.length > UNSTEADY_AT_MOST)
    fail('steadiness', `${unsteady.length} tests passed only when they were tried again`);
  console.log(`\nTime: ${times.join(' · ')}`);
  for (const { name, reason } of skipped) console.log(`left out: ${name} – ${firstLine(reason)}`);
  for (const line of leftOut()) console.log(`missing: ${line}`);
  for (const { name, reason } of unsteady)
    console.log(`UNSTEADY: ${name} – passed when tried again; first: ${firstLine(reason)}`);
  for (const { name, reason } of failed) console.log(`FAILED: ${name} – ${firstLine(reason)}`);
  const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${failed.length} failed${skips}`);
  if (failed.length > 0) process.exitCode = 1;
}

/** @param {string[]} args */
function readOnly([option, value, ...rest]) {
  if (option === undefined) return undefined;
  if (option === '--only' && value && ONLY.includes(value) && rest.length === 0) return value;
  throw new SetupError(`Usage: npm test [-- --only ${ONLY.join('|')}]`);
}

/**
 * Does what may fail for want of something on this machine; that is then a failed
 * test, not the end of the run.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 * @returns {Promise<T | undefined>}
 */
async function attempt(name, body) {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    fail(name, error.message);
    return undefined;
  }
}

async function installDependencies() {
  await ensureDependencies();
  return true;
}

/** Asked for first, so that a browser that cannot be had is known at once. */
function chromiumOrFailure() {
  return attempt('browser', () => step('chromium', ensureTestBrowser));
}

/** Everything, in order. */
async function runAll(/** @type {string} */ folder) {
  await step('programs', ensurePrograms);
  const chromium = await chromiumOrFailure();
  for (const [name = '', script = ''] of CHECKS) await check(name, script);
  const built = await check('build', 'build');
  // The types take one core, and long: they are checked beside the tests.
  await Promise.all([
    check('types', 'check:types', { quiet: true }),
    runVitest(folder, built ? [] : UNIT),
  ]);
  if (!built) fail('vitest: tests/dist', NO_BUILD);
  if (chromium) await runPlaywright(folder, chromium, built);
}

/** The browser tests alone, on a fresh build. */
async function runBrowser(/** @type {string} */ folder) {
  await step('programs', ensurePrograms);
  const chromium = await chromiumOrFailure();
  const built = await check('build', 'build');
  if (chromium) await runPlaywright(folder, chromium, built);
}

await main(async () => {
  const only = readOnly(process.argv.slice(2));
  const folder = mkdtempSync(path.join(tmpdir(), 'zhangju-test-'));
  try {
    if (await attempt('dependencies', installDependencies)) {
      if (only === 'unit') await runVitest(folder, UNIT);
      else if (only === 'browser') await runBrowser(folder);
      else await runAll(folder);
    }
    summarize();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, PATIENCE);
