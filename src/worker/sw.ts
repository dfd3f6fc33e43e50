/** The worker's beginning: joins what the browser tells it to what it does. */
import { begin, cachePages, remove, save, status, stop, update } from './cache.ts';
import type { Ask } from './protocol.ts';
import { pathOf, worker } from './scope.ts';
import { answer } from './serve.ts';
import { sweep } from './state.ts';
import { askIn } from './understood.ts';

worker.addEventListener('install', (event) => {
  // What is kept has one form, whichever worker keeps it: a new one takes over at once.
  event.waitUntil(begin().then(() => worker.skipWaiting()));
});

/**
 * Asks the server while the worker starts. Not in Firefox: where the server refuses the
 * connection, it shows its own page of errors in place of the one that the worker answers with.
 */
async function preload(): Promise<void> {
  const { navigationPreload } = worker.registration;
  if (navigator.userAgent.includes('Firefox/')) await navigationPreload?.disable();
  else await navigationPreload?.enable();
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([preload(), worker.clients.claim(), sweep()]));
});

worker.addEventListener('fetch', answer);

async function act(asked: Ask | undefined): Promise<void> {
  switch (asked?.ask) {
    case 'status':
      await begin().catch(() => undefined);
      if (asked.fresh) await update('now');
      return;
    case 'save':
      return save();
    case 'cancel':
      return stop();
    case 'remove':
      return remove();
    case 'read':
      return cachePages(asked.addresses.flatMap((address) => pathOf(address) ?? []));
  }
}

worker.addEventListener('message', (event) => {
  event.waitUntil(
    act(askIn(event.data))
      .catch(() => undefined)
      // A page that gets no answer waits.
      .then(() => status().catch(() => undefined))
      .then((now) => event.ports[0]?.postMessage(now)),
  );
});
