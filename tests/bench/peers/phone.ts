/** A throttled phone: what a reader of a page waits for, by the browser's own account. */
import type { Browser, BrowserContextOptions } from '@playwright/test';
import type { Served, Traffic } from './serve.ts';

export const PHONE = { width: 390, height: 844, kilobits: 1600, latency: 150, slower: 4 } as const;

/** Times in milliseconds; CLS has no unit. */
export interface Load extends Traffic {
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
  /** All tasks of the main thread until the page is quiet. */
  main: number;
  /** Requests to other hosts; they are refused. */
  foreign: number;
}

/** After the page has loaded, how long it must ask for nothing before it counts as done. */
const QUIET = 1500;
/** A task is long from here on; what is above it blocks. */
const LONG = 50;

interface Seen {
  lcp: number;
  cls: number;
  tasks: { start: number; duration: number }[];
}

declare global {
  /** What the observers in the page have seen. */
  var seen: Seen;
}

function observe(): void {
  globalThis.seen = { lcp: 0, cls: 0, tasks: [] };
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
    }).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', ({ startTime }) => {
    globalThis.seen.lcp = startTime;
  });
  watch('layout-shift', (entry) => {
    globalThis.seen.cls += (entry as PerformanceEntry & { value: number }).value;
  });
  watch('longtask', ({ startTime, duration }) => {
    globalThis.seen.tasks.push({ start: startTime, duration });
  });
}

/**
 * Loads a page once, with nothing kept from before.
 * @param stored what the reader's browser has in its stores; nothing without it
 */
export async function loadOnce(
  browser: Browser,
  served: Served,
  path: string,
  stored?: BrowserContextOptions['storageState'],
): Promise<Load> {
  const { width, height, kilobits, latency, slower } = PHONE;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
    ...(stored && { storageState: stored }),
  });
  try {
    const page = await context.newPage();
    let foreign = 0;
    let last = performance.now();
    page.on('request', (request) => {
      last = performance.now();
      const url = request.url();
      if (url.startsWith('http') && !url.startsWith(served.origin)) foreign += 1;
    });
    page.on('requestfinished', () => {
      last = performance.now();
    });
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: (kilobits * 1000) / 8,
      uploadThroughput: (kilobits * 1000) / 8,
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await cdp.send('Performance.enable');
    await page.addInitScript(observe);
    served.traffic();
    await page.goto(served.origin + path, { waitUntil: 'load', timeout: 120_000 });
    last = performance.now();
    while (performance.now() - last < QUIET) await page.waitForTimeout(100);
    const times = await page.evaluate((long) => {
      const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const { lcp, cls, tasks } = globalThis.seen;
      const blocking = tasks.filter(({ start, duration }) => start + duration > fcp);
      const tbt = blocking.reduce((sum, { duration }) => sum + duration - long, 0);
      return { fcp, lcp, cls, tbt };
    }, LONG);
    const { metrics } = await cdp.send('Performance.getMetrics');
    const main = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    return { ...served.traffic(), ...times, main, foreign };
  } finally {
    await context.close();
  }
}
