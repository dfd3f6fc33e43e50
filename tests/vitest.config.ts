// Vitest: the tests of the source code ("unit", with the cases the customer sent)
// ("alone": those of them that need a worker of their own) and of the built site
// ("dist", needs `npm run build` first).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import {
  BaseSequencer,
  type Reporter,
  type TestCase,
  type TestResultSkipped,
  type TestSpecification,
} from 'vitest/node';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

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

/** Tests that put other modules in the place of the product's, or that play a browser: they say so. */
const ALONE = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file}`)
  .filter((file) => /^tests\/(?:unit|cases|fuzz)\/.*\.test\.ts$/u.test(file))
  .filter((file) =>
    /\bvi\.mock\(|@vitest-environment/u.test(readFileSync(join(ROOT, file), 'utf8')),
  );

/** The files that take seconds, the longest first: one that began last would leave a core idle. */
const LONG = [
  'cases/build',
  'fuzz/import',
  'fuzz/content',
  'dist/new-site',
  'dist/reproducible',
  'fuzz/markdown',
  'dist/nu',
  'unit/cli/dev',
  'cases/checks',
  'unit/model/checks/mutations',
  'dist/other-text',
  'unit/import/deletions',
  'fuzz/query',
  'dist/links',
  'dist/epub',
  'unit/import/cli',
  'unit/cli/new',
  'unit/model/checks/locator-mutations',
].map((name) => `/tests/${name}.test.ts`);

/** Starts the long files first, whatever their project; the others as Vitest would. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/** Where tests/run.mjs wants the report it counts from. */
const report = process.env.VITEST_JSON;

// The hundred processes of a run, those of commands too, compile the same packages.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules/.cache/node');

// Packages as the product runs them: else Vitest takes the builds that micromark has for
// its developers, which assert at every character.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: ROOT,
  test: {
    environment: 'node',
    // By itself it leaves one of two cores idle.
    maxWorkers: 2,
    // Thousands of small texts are read and thrown away: they need not be moved before.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: report
      ? ['default', skipReasons, ['json', { outputFile: report }]]
      : ['default', skipReasons],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['unit', 'cases', 'fuzz'].map((folder) => `tests/${folder}/**/*.test.ts`),
          exclude: ALONE,
          // They change nothing of what others see, so that a worker need not begin anew.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
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
