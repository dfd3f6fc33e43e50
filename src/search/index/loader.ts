/** Fetches the index's files; says which of the ways to fail it was. */
import { SearchFailure } from '../failure.ts';

/** Stands at the head of every file that Pagefind compresses, and of our own. */
export const SIGNATURE = 'pagefind_dcd';

/** Somewhat less than a search may take, so that a hanging file is not waited for again. */
const FILE_DEADLINE = 6000;

export interface Loader {
  json(path: string): Promise<unknown>;
  /** A compressed file as `read` reads it; when it cannot, the file is not what was written. */
  packed<T>(path: string, read: (bytes: Uint8Array<ArrayBuffer>) => T): Promise<T>;
}

/** What `JSON.parse` makes of bytes; throws when they are not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  // A server may have taken the compression off on its way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function unsigned(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length));
  if (head !== SIGNATURE) throw new Error('no signature');
  return bytes.subarray(SIGNATURE.length);
}

function reasonOf(error: unknown): SearchFailure['reason'] {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout';
  return globalThis.navigator?.onLine === false ? 'offline' : 'index-missing';
}

/** @param base address of the folder that holds the index, with a slash at its end */
export function createLoader(base: string, fetchFile: typeof fetch = fetch): Loader {
  const failed = new Set<string>();
  async function bytesOf(path: string, init: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const response = await fetchFile(base + path, {
        ...init,
        // What came broken must not come from the cache again.
        ...(failed.has(path) ? { cache: 'reload' as const } : {}),
        signal: AbortSignal.timeout(FILE_DEADLINE),
      });
      if (!response.ok) throw new SearchFailure('index-missing', `${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (error instanceof SearchFailure) throw error;
      throw new SearchFailure(reasonOf(error), path, { cause: error });
    }
  }
  async function reading<T>(
    path: string,
    init: RequestInit,
    read: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
  ): Promise<T> {
    try {
      const bytes = await bytesOf(path, init);
      return await read(bytes);
    } catch (error) {
      failed.add(path);
      if (error instanceof SearchFailure) throw error;
      throw new SearchFailure('garbled', path, { cause: error });
    }
  }
  return {
    // The only file whose name does not change with its contents.
    json: (path) => reading(path, { cache: 'no-cache' }, parseJson),
    packed: (path, read) => reading(path, {}, async (bytes) => read(unsigned(await gunzip(bytes)))),
  };
}
