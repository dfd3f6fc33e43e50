/** What a browser has around a service worker, as far as it asks for it. */
import { vi } from 'vitest';

/** A cache that holds responses by their addresses. */
class MemoryCache {
  readonly held = new Map<string, Response>();
  async match(url: string): Promise<Response | undefined> {
    return this.held.get(url)?.clone();
  }
  async put(url: string, response: Response): Promise<void> {
    this.held.set(url, response);
  }
  async delete(url: string): Promise<boolean> {
    return this.held.delete(url);
  }
  async keys(): Promise<{ url: string }[]> {
    return [...this.held.keys()].map((url) => ({ url }));
  }
}

export class MemoryCaches {
  readonly all = new Map<string, MemoryCache>();
  async open(name: string): Promise<MemoryCache> {
    const cache = this.all.get(name) ?? new MemoryCache();
    this.all.set(name, cache);
    return cache;
  }
  async has(name: string): Promise<boolean> {
    return this.all.has(name);
  }
  async keys(): Promise<string[]> {
    return [...this.all.keys()];
  }
  async delete(name: string): Promise<boolean> {
    return this.all.delete(name);
  }
}

export const SITE = 'https://a.example/x/';

/** Puts all of it in place; call before the worker's modules are loaded. */
export function stubWorker() {
  const caches = new MemoryCaches();
  const windows: { id: string }[] = [];
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('self', {
    registration: { scope: SITE },
    clients: { matchAll: async () => windows, claim: async () => undefined },
    skipWaiting: async () => undefined,
    addEventListener: () => undefined,
  });
  return { caches, windows };
}

/** Serves files by their paths below the site; what asks is counted. */
export function stubServer(files: Record<string, string | (() => Response)>) {
  const asked: { path: string; cache: RequestCache | undefined }[] = [];
  vi.stubGlobal('fetch', async (url: string, { cache, signal }: RequestInit = {}) => {
    const path = url.slice(SITE.length);
    asked.push({ path, cache });
    signal?.throwIfAborted();
    const file = files[path];
    if (file === undefined) return new Response('', { status: 404 });
    return typeof file === 'string' ? new Response(file) : file();
  });
  return asked;
}
