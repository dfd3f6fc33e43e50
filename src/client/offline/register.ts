/** Registers the worker, has it keep the first page, and tells when a page shown from what is kept is out of date. */
import type { News } from '../../worker/protocol.ts';
import { inSite } from '../site.ts';
import { ask } from './ask.ts';

/** The paths, below the base, of this page and of what it has loaded. */
function loaded(): string[] {
  const base = new URL(inSite('/'), location.origin).href;
  const resources = performance.getEntriesByType('resource').map(({ name }) => name);
  return [location.href, ...resources]
    .map((address) => address.replace(/[?#].*$/u, ''))
    .filter((address) => address.startsWith(base))
    .map((address) => address.slice(base.length));
}

export async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  serviceWorker.onmessage = ({ data }: MessageEvent<Partial<News>>) => {
    if (data.newer) void import('./news.ts').then(({ showNews }) => showNews());
  };
  const first = !serviceWorker.controller;
  try {
    await serviceWorker.register(inSite('/sw.js'), { updateViaCache: 'none' });
    if (first) await ask({ ask: 'read', paths: loaded() });
  } catch {
    // Then pages come from the server alone; the page about offline reading says so.
  }
}
