// Vitest: the tests of the source code ("unit", with the cases the customer sent)
// and of the built site ("dist", needs `npm run build` first).

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestCase, TestResultSkipped } from 'vitest/node';

/** Whether a test was kept from running by a failure around it, as in `beforeAll`. */
function isPrevented(test: TestCase): boolean {
  let around = test.parent;
  while (around.type === 'suite') {
    if (around.errors().length > 0) return true;
    around = around.parent;
  }
  return around.errors().length > 0;
}

/** Puts into the tests' meta what the JSON report leaves out: why one did not run. */
const skipReasons: Reporter = {
  onTestModuleEnd(module) {
    for (const test of module.children.allTests('skipped')) {
      const { note } = test.result() as TestResultSkipped;
      Object.assign(test.meta(), { skipReason: note, prevented: isPrevented(test) });
    }
  },
};

/** Where tests/run.mjs wants the report it counts from. */
const report = process.env.VITEST_JSON;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    // By itself it leaves one of two cores idle.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: report
      ? ['default', skipReasons, ['json', { outputFile: report }]]
      : ['default', skipReasons],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['unit', 'cases', 'fuzz'].map((folder) => `tests/${folder}/**/*.test.ts`),
        },
      },
      {
        extends: true,
        test: {
          name: 'dist',
          include: ['tests/dist/**/*.test.ts'],
          // These only read files, so they may share one worker's modules and caches.
          isolate: false,
        },
      },
    ],
  },
});
