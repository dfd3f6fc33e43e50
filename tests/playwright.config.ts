// Playwright: the tests of the built site in a real browser. Serves dist/ by
// itself; needs `npm run build` first. The browser is CHROMIUM_PATH, or the one
// that src/cli/setup/chromium.mjs finds on this machine.

import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findTestBrowser } from '../src/cli/setup/chromium.mjs';
import { ROOT } from '../src/cli/setup/environment.mjs';

const port = process.env.TEST_PORT ?? '4329';
const base = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/g, '/');
const url = `http://127.0.0.1:${port}${base}`;

/** Debian's Firefox, behind what makes it understood. */
const FIREFOX = path.join(ROOT, 'tests/browser/engines/firefox.mjs');

// Kept in the environment, because every worker loads this file again.
process.env.CHROMIUM_PATH ??= findTestBrowser() ?? '';
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'browser',
  outputDir: '../node_modules/.cache/playwright',
  fullyParallel: true,
  // One waits for what moves while two keep the cores busy.
  workers: 3,
  // What passes only then is named at the end, to be mended at its cause.
  retries: 1,
  timeout: 30_000,
  // Far beyond a usual run; only so that a hanging browser cannot hang `npm test`.
  globalTimeout: 20 * 60_000,
  use: {
    baseURL: url,
    // A worker would answer in the server's place; its own tests let it in.
    serviceWorkers: 'block',
    launchOptions: { args: [...CHROMIUM_ARGS], ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' } },
    {
      name: 'firefox',
      testMatch: 'engines/*.spec.ts',
      use: {
        browserName: 'firefox',
        launchOptions: { channel: 'moz-firefox', executablePath: FIREFOX },
      },
    },
    { name: 'webkit', testMatch: 'engines/*.spec.ts' },
  ],
  webServer: {
    command: `node tests/browser/serve.mjs ${port}`,
    cwd: ROOT,
    url,
    reuseExistingServer: false,
    timeout: 60_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
