/** Fetches files and holds them against the manifest. */
import { DIGITS, MANIFEST, type Manifest, type Reason } from './protocol.ts';
import { urlOf } from './scope.ts';
import { manifestIn } from './understood.ts';

/** Why something could not be kept. */
export class Failure extends Error {
  readonly reason: Reason;
  readonly path: string | undefined;

  constructor(reason: Reason, path?: string) {
    super(`${reason}: ${path ?? ''}`);
    this.reason = reason;
    this.path = path;
  }
}

/** Any error as a failure. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const quota = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new Failure(quota ? 'quota' : 'unknown', quota ? undefined : String(error));
}

/** The digest of a file, as in the manifest. */
export async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, DIGITS / 2)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

async function get(path: string, cache: RequestCache, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(urlOf(path), { cache, ...(signal && { signal }) });
  } catch {
    throw new Failure(signal?.aborted ? 'cancelled' : 'network', path);
  }
  if (!response.ok) throw new Failure(response.status < 500 ? 'missing' : 'network', path);
  return response;
}

/** A response to keep: the body as it is after all decoding. */
function plain(body: ArrayBuffer, { headers }: Response): Response {
  const own = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) own.delete(name);
  return new Response(body, { headers: own });
}

/** The body of a response, if it is what the manifest says. */
export async function verified(response: Response, hash: string): Promise<Response | undefined> {
  const body = await response.arrayBuffer();
  return (await digest(body)) === hash ? plain(body, response) : undefined;
}

/**
 * Fetches a file of a release.
 * @throws Failure, also when the server has another file there than the manifest says
 */
export async function download(
  path: string,
  hash: string,
  signal?: AbortSignal,
): Promise<Response> {
  // The browser's own cache may hold an older one; then the server is asked.
  for (const cache of ['default', 'reload'] as const) {
    const response = await get(path, cache, signal);
    let good: Response | undefined;
    try {
      good = await verified(response, hash);
    } catch {
      throw new Failure(signal?.aborted ? 'cancelled' : 'network', path);
    }
    if (good) return good;
  }
  throw new Failure('changed', path);
}

/** Asks the server for its release. @throws Failure */
export async function currentManifest(): Promise<Manifest> {
  const response = await get(MANIFEST, 'no-cache');
  const manifest = manifestIn(await response.json().catch(() => undefined));
  if (!manifest) throw new Failure('changed', MANIFEST);
  return manifest;
}
