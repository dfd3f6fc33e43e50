/** Brings the service worker in when the page has all it needs, and has it keep the first page. */
import type { Ask } from '../../worker/protocol.ts';
import { inSite } from '../site/urls.ts';

/** Waits until the page is loaded and the browser has nothing to do. */
export function startOffline(): void {
  const { serviceWorker } = navigator;
  // An address without https has none.
  if (!import.meta.env.PROD || !serviceWorker) return;
  const first = !serviceWorker.controller;
  const begin = async () => {
    await serviceWorker.register(inSite('/sw.js'), { updateViaCache: 'none' });
    if (!first) return;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const question: Ask = { ask: 'read', addresses: [location.href, ...loaded] };
    (await serviceWorker.ready).active?.postMessage(question);
  };
  serviceWorker.onmessage = () =>
    void import('./update-notice.ts').then(
      (m) => m.showNews(),
      () => undefined,
    );
  // Where there can be no worker, pages come from the server alone; the page 離線閱讀 says so.
  const idle = () => (globalThis.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}));
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle);
}
