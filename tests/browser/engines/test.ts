/** The specs of this folder: `test` gives each a reader in the engine of its project. */
import { type Browser, test as base, expect } from '@playwright/test';
import type { Engine, Plain, Reader } from './reader.ts';
import { playwrightReader } from './with-playwright.ts';
import { startWebkit, webkitReader } from './with-webkit.ts';

interface OfWorker {
  engine: Engine;
  /** Chromium or Firefox, started once for all tests of a worker. */
  started: Browser | undefined;
  /** WebKit takes seconds to open a window: one for all tests of a worker, which forgets between them. */
  webkit: Reader | undefined;
}

/** Asks the page again and again until its answer is no longer nothing; gives that answer. */
export type Until = <A extends Plain[], R>(
  body: (...args: A) => R,
  ...args: A
) => Promise<Exclude<Awaited<R>, Nothing>>;
type Nothing = false | null | undefined | '' | 0;

interface OfTest {
  reader: Reader;
  /** Opens a page of the built site, by its address below the base. */
  open: (path: string) => Promise<void>;
  until: Until;
}

export { expect };

export const test = base.extend<OfTest, OfWorker>({
  engine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see that nothing is asked for.
    async ({}, use, { project }) => {
      await use(project.name as Engine);
    },
    { scope: 'worker' },
  ],
  webkit: [
    async ({ engine }, use) => {
      const server = engine === 'webkit' ? await startWebkit() : undefined;
      const reader = server && (await webkitReader(server));
      await use(reader);
      await reader?.close();
      server?.stop();
    },
    { scope: 'worker' },
  ],
  started: [
    async ({ engine, playwright, launchOptions }, use) => {
      const browser =
        engine === 'webkit' ? undefined : await playwright[engine].launch(launchOptions);
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  reader: async ({ engine, webkit, started }, use) => {
    if (webkit) {
      await webkit.size(1024, 800);
      await use(webkit);
      return webkit.forget();
    }
    const reader = await playwrightReader(engine, started as Browser);
    await use(reader);
    await reader.close();
  },
  open: async ({ reader, baseURL }, use) => {
    await use((path) => reader.open(new URL(path.slice(1), baseURL).href));
  },
  until: async ({ reader }, use) => {
    await use(async (body, ...args) => {
      let answer: unknown;
      await expect
        .poll(async () => (answer = await reader.evaluate(body, ...args)), { timeout: 20_000 })
        .toBeTruthy();
      return answer as never;
    });
  },
});
