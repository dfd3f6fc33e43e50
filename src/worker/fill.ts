/** Fills a cache with files of a release: from what is kept already where it is the same, else from the server. */
import { download, Failure } from './files.ts';
import type { Manifest } from './protocol.ts';
import { urlOf } from './scope.ts';
import { currentCache, manifestOf, state } from './state.ts';

/** How many files are fetched at once. */
const HANDS = 6;

export interface Progress {
  done: number;
  of: number;
}

/** Looks a file up in what is kept, if the release kept has the same. */
async function lookup(): Promise<(path: string, hash: string) => Promise<Response | undefined>> {
  const now = await state();
  const list = now && (await manifestOf(now.edition));
  if (!now || !list) return async () => undefined;
  const hashes = new Map(list.files.map(([path, hash]) => [path, hash]));
  const cache = await caches.open(currentCache(now));
  return async (path, hash) => (hashes.get(path) === hash ? cache.match(urlOf(path)) : undefined);
}

/**
 * Fills a cache. What stands in it already is not fetched again: nothing unverified is ever put there.
 * @param wanted paths; those the release does not have are passed over
 * @throws Failure at the first file that cannot be had; the cache then lacks files
 */
export async function fill(
  name: string,
  manifest: Manifest,
  wanted: ReadonlySet<string>,
  progress: Progress = { done: 0, of: 0 },
  signal?: AbortSignal,
): Promise<void> {
  const cache = await caches.open(name);
  const old = await lookup();
  const queue = manifest.files.filter(([path]) => wanted.has(path));
  progress.of = queue.reduce((sum, [, , bytes]) => sum + bytes, 0);
  const stop = new AbortController();
  const until = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, hash, bytes] = next;
      const url = urlOf(path);
      until.throwIfAborted();
      if (!(await cache.match(url))) {
        const response = (await old(path, hash)) ?? (await download(path, hash, until));
        await cache.put(url, response);
      }
      progress.done += bytes;
    }
  };
  const hand = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // The first failure is the reason; the others only follow from it.
      if (!stop.signal.aborted) stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  if (signal?.aborted) throw new Failure('cancelled');
  if (stop.signal.aborted) throw stop.signal.reason;
}
