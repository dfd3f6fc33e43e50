/** Keeping, bringing in a new release, and removing. One thing at a time; the state changes only when all is there. */
import { currentManifest, Failure, toFailure, verified } from './files.ts';
import { fill, type Progress } from './fill.ts';
import { APART, type Manifest, type Status, TYPEFACE } from './protocol.ts';
import { pathOf, prefix, urlOf, worker } from './scope.ts';
import {
  amend,
  cacheOf,
  change,
  currentCache,
  manifestOf,
  setManifest,
  state,
  sweep,
} from './state.ts';
import type { State } from './understood.ts';

/** How long a known release is taken for the newest, unless a page says otherwise. */
const TRUST = 3_600_000;

let line: Promise<unknown> = Promise.resolve();
/** Does one thing after another. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = line.then(work);
  line = turn.catch(() => undefined);
  return turn;
}

let progress: Progress | undefined;
let cancel: AbortController | undefined;

/** Pages that were loaded from the server while it had a newer release than what is kept. */
export const ahead = new Set<string>();

/** The paths that a cache holds. */
async function pathsIn(name: string): Promise<string[]> {
  const requests = await (await caches.open(name)).keys();
  return requests.flatMap(({ url }) => pathOf(url) ?? []);
}

/** Makes a filled cache the one that counts. */
async function complete(manifest: Manifest, whole: boolean): Promise<void> {
  const { edition } = manifest;
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  const clients = open.map(({ id }) => id).filter((id) => !ahead.has(id));
  await setManifest(manifest);
  await change((now) => ({
    edition,
    whole,
    since: Date.now(),
    latest: edition,
    asked: Date.now(),
    before: now && now.edition !== edition ? { cache: currentCache(now), clients } : now?.before,
  }));
  ahead.clear();
  await sweep();
}

/** Begins: the page about offline reading, scripts and styles. Does nothing where something is kept. */
export async function begin(): Promise<void> {
  if (await state()) return;
  await inTurn(async () => {
    if (await state()) return;
    const manifest = await currentManifest();
    await fill(cacheOf(manifest.edition, false), manifest, new Set(manifest.shell));
    await complete(manifest, false);
  });
}

/** The files that make the whole. */
const wholeOf = ({ files }: Manifest): Manifest['files'] =>
  files.filter(([path]) => !APART.test(path));

/** What is kept, in a release: the same paths, and a typeface by whatever name it has there. */
function keptIn({ files }: Manifest, kept: readonly string[]): string[] {
  const typefaces = kept.flatMap((path) => TYPEFACE.exec(path)?.[0] ?? []);
  const paths = files.map(([path]) => path);
  return [
    ...kept,
    ...paths.filter((path) => typefaces.some((name) => path.startsWith(`${name}.`))),
  ];
}

/** Brings in the release that the server has, as much of it as was kept of the one before. */
async function renew(now: State): Promise<void> {
  const manifest = await currentManifest();
  await amend({ latest: manifest.edition, asked: Date.now(), trouble: undefined });
  if (manifest.edition === now.edition) return;
  const all = now.whole ? wholeOf(manifest).map(([path]) => path) : manifest.shell;
  const wanted = new Set([...all, ...keptIn(manifest, await pathsIn(currentCache(now)))]);
  await fill(cacheOf(manifest.edition, now.whole), manifest, wanted);
  await complete(manifest, now.whole);
}

/** Looks for a new release, if none was looked for in the last hour or if `now`. A failure leaves what was. */
export const update = (at?: 'now'): Promise<void> =>
  inTurn(async () => {
    const before = await state();
    if (!before || (!at && Date.now() - before.asked < TRUST)) return;
    try {
      await renew(before);
    } catch (error) {
      const { reason, path } = toFailure(error);
      // Being offline is no trouble: it is what all this is for.
      if (reason !== 'network' && before.whole)
        await amend({ trouble: { reason, ...(path !== undefined && { path }) } });
    }
  });

/** Keeps everything. A failure is told in the state, and leaves what was kept before. */
export async function save(): Promise<void> {
  if (progress) return;
  const work = { done: 0, of: 0 };
  progress = work;
  cancel = new AbortController();
  const { signal } = cancel;
  await inTurn(async () => {
    try {
      await amend({ trouble: undefined });
      const manifest = await currentManifest();
      const name = cacheOf(manifest.edition, true);
      await amend({ begun: name });
      await sweep();
      const all = wholeOf(manifest).map(([path]) => path);
      const now = await state();
      const kept = now ? await pathsIn(currentCache(now)) : [];
      const wanted = new Set([...all, ...keptIn(manifest, kept)]);
      await fill(name, manifest, wanted, work, signal);
      if (signal.aborted) throw new Failure('cancelled');
      await complete(manifest, true);
    } catch (error) {
      const { reason, path } = toFailure(error);
      // What was begun is gone on with after a break of the line, else it only takes room.
      await amend({
        ...(reason !== 'network' && { begun: undefined }),
        trouble: { reason, ...(path !== undefined && { path }) },
      });
      await sweep();
    } finally {
      progress = undefined;
    }
  });
}

/** Sweeps when nothing else is being done. */
export const tidy = (): Promise<void> => inTurn(sweep);

/** Stops what `save` does. */
export const stop = (): void => cancel?.abort();

/** Removes all that is kept, and begins anew. */
export async function remove(): Promise<void> {
  stop();
  await inTurn(async () => {
    for (const name of await caches.keys())
      if (name.startsWith(prefix())) await caches.delete(name);
  });
  await begin();
}

/** Keeps what a page loaded before there was a worker. */
export const cachePages = (paths: readonly string[]): Promise<void> =>
  inTurn(async () => {
    const now = await state();
    const manifest = now && (await manifestOf(now.edition));
    if (!now || !manifest) return;
    await fill(currentCache(now), manifest, new Set(paths)).catch(() => undefined);
  });

const isPage = (path: string): boolean => path === '' || path.endsWith('/');

/** Keeps what came from the server, if it is of the release kept; else a new release is brought in. */
export async function cacheResponse(
  path: string,
  response: Response,
  client: string,
): Promise<boolean> {
  const now = await state();
  const manifest = now && (await manifestOf(now.edition));
  if (!now || !manifest) return true;
  const entry = manifest.files.find(([own]) => own === path);
  if (!entry && !isPage(path)) return true;
  const good = entry && (await verified(response, entry[1]));
  if (good) {
    await inTurn(() => put(now, path, good));
    return true;
  }
  ahead.add(client);
  await amend({ latest: '' });
  await update('now');
  await cachePages([path]);
  return false;
}

/** Puts a file into what is read, unless another release has come meanwhile. */
async function put(then: State, path: string, response: Response): Promise<void> {
  const now = await state();
  if (now?.edition !== then.edition) return;
  const cache = await caches.open(currentCache(now));
  if (await cache.match(urlOf(path))) return;
  // Without room the page was shown all the same.
  await cache.put(urlOf(path), response).catch(() => undefined);
}

/** How things stand. */
export async function status(): Promise<Status | undefined> {
  const now = await state();
  const manifest = now && (await manifestOf(now.edition));
  if (!now || !manifest) return undefined;
  const has = new Set(await pathsIn(currentCache(now)));
  const files = manifest.files.filter(([path]) => has.has(path));
  const sum = (list: Manifest['files']) => list.reduce((total, [, , bytes]) => total + bytes, 0);
  return {
    whole: now.whole,
    edition: now.edition,
    since: now.since,
    pages: files.map(([path]) => path).filter(isPage),
    bytes: sum(files),
    size: sum(wholeOf(manifest)),
    cache: currentCache(now),
    behind: now.latest !== now.edition,
    progress,
    trouble: now.trouble,
  };
}
