/** A server for the engines' files that counts what it sends, and a Chromium to ask them in. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../../src/cli/setup/chromium.mjs';
import type { Engine } from './engines.ts';
import type { Ask } from './page/engine.ts';

declare global {
  /** The engine of the page, once it is started. */
  var ask: Ask;
}

/** Bytes sent, by what they are for. */
export interface Traffic {
  code: number;
  index: number;
  /** Records to be shown; ours reads some already to find. */
  records: number;
}

export interface Lab {
  /** A page of its own, with nothing loaded. */
  page(engine: string): Promise<Page>;
  /** What was sent since it was last asked. */
  traffic(): Traffic;
  close(): Promise<void>;
}

const HTML = '<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>bench</title>';

function kindOf(path: string): keyof Traffic {
  if (/\.js$|\/wasm\./u.test(path)) return 'code';
  return /\/records\/|\.pf_fragment$/u.test(path) ? 'records' : 'index';
}

export async function openLab(engines: readonly Engine[]): Promise<Lab> {
  let sum: Traffic = { code: 0, index: 0, records: 0 };
  const byName = new Map(engines.map(({ name, files }) => [name, files]));
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const [, name = '', ...rest] = path.split('/');
    response.setHeader('cache-control', 'no-store');
    if (rest.join('/') === '') {
      response.setHeader('content-type', 'text/html').end(HTML);
      return;
    }
    const file = byName.get(name)?.get(rest.join('/'));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    sum[kindOf(path)] += file.body.length;
    if (!file.raw) response.setHeader('content-encoding', 'gzip');
    const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    response.setHeader('content-type', type).end(file.body);
  });
  const executablePath = await ensureChromium();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  return {
    page: async (engine) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://127.0.0.1:${port}/${engine}/`);
      return page;
    },
    traffic: () => {
      const before = sum;
      sum = { code: 0, index: 0, records: 0 };
      return before;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Starts the engine of a page. */
export const start = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const program: typeof import('./page/ours.ts') = await import(`${location.href}code.js`);
    globalThis.ask = await program.open();
  });

/** Asks a query and shows the first results; the time it took. */
export const askOnce = (page: Page, query: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const began = performance.now();
    const answer = await globalThis.ask(typed);
    await answer.show();
    return performance.now() - began;
  }, query);

/** The paths of all that queries find. */
export const askAll = (page: Page, queries: readonly string[]): Promise<string[][]> =>
  page.evaluate(async (all) => {
    const found: string[][] = [];
    for (const typed of all) found.push(await (await globalThis.ask(typed)).paths());
    return found;
  }, queries);
