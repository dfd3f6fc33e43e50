/** What a page gets: from the server when it answers, else what is kept. */
import { ahead, cacheResponse, tidy, update } from './cache.ts';
import { APART, type News, OFFLINE_PAGE } from './protocol.ts';
import { type FetchEvent, pathOf, urlOf, worker } from './scope.ts';
import { currentCache, state } from './state.ts';
import type { State } from './understood.ts';

/** After so long what is kept is shown; what the server then sends is still looked at. */
const PATIENCE = 3000;

/** Files whose names change with their contents. */
const NAMED_BY_CONTENT = /^assets\/|^pagefind\/.+\.pf_\w+$/u;
/** Files that are fetched as if there were no worker. */
const LEFT_ALONE = /^(?:downloads|dts|og)\/|^(?:sw\.js|offline\.json)$/u;

/** What a cache holds; nothing where the browser cannot read it, and then the server is asked. */
async function inCache(name: string, path: string): Promise<Response | undefined> {
  try {
    return (await caches.has(name))
      ? await (await caches.open(name)).match(urlOf(path))
      : undefined;
  } catch {
    return undefined;
  }
}

/** What stands in the kept release; for pages still open from the release before, what stands in that. */
async function find(now: State | undefined, path: string, client: string) {
  if (!now) return undefined;
  const { before } = now;
  if (before?.clients.includes(client)) {
    const old = await inCache(before.cache, path);
    if (old) return old;
  }
  return inCache(currentCache(now), path);
}

/** A file named by its contents: what is kept is right, whatever release it came with. */
async function serveNamed(event: FetchEvent, path: string): Promise<Response> {
  const found = await find(await state(), path, event.clientId);
  if (found) return found;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(cacheResponse(path, response.clone(), event.clientId));
  return response;
}

/** The server's answer; nothing when it cannot be reached or is out of order. */
async function fromServer(event: FetchEvent): Promise<Response | undefined> {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    return response.status < 500 ? response : undefined;
  } catch {
    return undefined;
  }
}

const late = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE));

/** Any other file: the server's, unless it is out of reach. */
async function serve(event: FetchEvent, path: string): Promise<Response> {
  const { request, clientId, resultingClientId } = event;
  const navigates = request.mode === 'navigate';
  const now = await state();
  const client = resultingClientId || clientId;
  // The index and its like must be of the release of the page that asks for them.
  const before = !navigates && now?.before?.clients.includes(clientId);
  if (before) {
    const old = await find(now, path, clientId);
    if (old) return old;
  }
  const foreign = !navigates && ahead.has(clientId);
  const copy = foreign ? undefined : await find(now, path, navigates ? '' : clientId);
  const coming = fromServer(event);
  const fresh = coming.then(async (response) => {
    if (!response?.ok || LEFT_ALONE.test(path)) return true;
    return cacheResponse(path, response.clone(), client);
  });
  event.waitUntil(fresh.then(() => (navigates ? update().then(tidy) : undefined)));
  // A newer release that can be reached is waited for.
  const patient = !copy || now?.latest !== now?.edition;
  const response = await (patient ? coming : Promise.race([coming, late()]));
  if (response) return response;
  if (copy) {
    event.waitUntil(fresh.then((same) => (same ? undefined : tell(client))));
    return copy;
  }
  const last = await coming;
  if (last) return last;
  return navigates ? standIn(now, path) : Response.error();
}

/** Tells a page that the site has another one by now. */
async function tell(id: string): Promise<void> {
  const news: News = { newer: true };
  (await worker.clients.get(id))?.postMessage(news);
}

/** What stands in for a page that is not kept. */
async function standIn(now: State | undefined, path: string): Promise<Response> {
  // A server would lead on from an address without its slash.
  if (!/(?:^|\/|\.\w+)$/u.test(path)) return Response.redirect(urlOf(`${path}/`), 302);
  // With everything kept, what is not kept is not there.
  const missing = now?.whole === true && !LEFT_ALONE.test(path) && !APART.test(path);
  const page = now && (await inCache(currentCache(now), missing ? '404.html' : OFFLINE_PAGE));
  if (!page) return Response.error();
  return new Response(page.body, { status: missing ? 404 : 503, headers: page.headers });
}

/** Answers a request, if it is one of ours; other origins, parts of files and writing are left alone. */
export function answer(event: FetchEvent): void {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== 'GET' || path === undefined || request.headers.has('range')) return;
  if (LEFT_ALONE.test(path) && request.mode !== 'navigate') return;
  event.respondWith(NAMED_BY_CONTENT.test(path) ? serveNamed(event, path) : serve(event, path));
}
