/** The specs of this folder: `test` gives each a reader in the engine of its project. */
import { type Browser, test as base, expect } from '@playwright/test';
import type { Engine, Plain, Reader } from './reader.ts';
import { playwrightReader } from './with-playwright.ts';
import { startWebkit, type WebkitServer, webkitReader } from './with-webkit.ts';

interface OfWorker {
  engine: Engine;
  /** Chromium or Firefox, started once for all tests of a worker. */
  started: Browser | undefined;
  webkit: WebkitServer | undefined;
}

interface OfTest {
  reader: Reader;
  /** Opens a page of the built site, by its address below the base. */
  open: (path: string) => Promise<void>;
  /** Asks the page again and again until its answer is no longer nothing; gives that answer. */
  until: <A extends Plain[], R>(body: (...args: A) => R, ...args: A) => Promise<Awaited<R>>;
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
      await use(server);
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
    const reader = webkit
      ? await webkitReader(webkit)
      : await playwrightReader(engine, started as Browser);
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
