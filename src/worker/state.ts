/** What the worker remembers: which release is kept, and in which cache. */
import type { Manifest } from './protocol.ts';
import { prefix, urlOf, worker } from './scope.ts';
import { manifestIn, type State, stateIn } from './understood.ts';

const STATE = '.state';

/** What was read, and the whole, each of one release. */
export const cacheOf = (edition: string, whole: boolean): string =>
  `${prefix()}${whole ? 'whole' : 'read'}:${edition}`;

const memory = (): Promise<Cache> => caches.open(`${prefix()}state`);

/** What is remembered under a name. What cannot be read is not there: pages then come from the server. */
async function recall(name: string): Promise<unknown> {
  try {
    return await (await (await memory()).match(urlOf(name)))?.json();
  } catch {
    return undefined;
  }
}

const remember = async (name: string, value: unknown): Promise<void> =>
  (await memory()).put(urlOf(name), Response.json(value));

export const state = async (): Promise<State | undefined> => stateIn(await recall(STATE));

let writing: Promise<void> = Promise.resolve();
/** Changes the state, one change after another, each on what the one before has left. */
export function change(make: (now: State | undefined) => State | undefined): Promise<void> {
  const write = writing.then(async () => {
    const next = make(await state());
    if (next) await remember(STATE, next);
  });
  writing = write.catch(() => undefined);
  return write;
}

/** Changes some of the state, if there is one. */
export const amend = (some: Partial<State>): Promise<void> =>
  change((now) => now && { ...now, ...some });

/** The list of a release that was kept before. */
export const manifestOf = async (edition: string): Promise<Manifest | undefined> =>
  manifestIn(await recall(`.edition/${edition}`));
export const setManifest = (manifest: Manifest): Promise<void> =>
  remember(`.edition/${manifest.edition}`, manifest);

/** The cache that holds what is kept. */
export const currentCache = ({ edition, whole }: State): string => cacheOf(edition, whole);

/** The caches of this site, of whichever version of the worker. */
async function ownCaches(): Promise<string[]> {
  const [, site] = prefix().split(':');
  const names = await caches.keys();
  return names.filter((name) => name.startsWith('zhangju-') && name.split(':')[1] === site);
}

/** Deletes what no longer belongs; the release before stays while a page of it is open. */
export async function sweep(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  await change((now) => {
    const stays = open.some(({ id }) => now?.before?.clients.includes(id));
    return now?.before && !stays ? { ...now, before: undefined } : undefined;
  });
  const now = await state();
  if (!now) return;
  const stay = [`${prefix()}state`, currentCache(now), now.before?.cache, now.begun];
  for (const name of await ownCaches()) if (!stay.includes(name)) await caches.delete(name);
  const lists = await (await memory()).keys();
  for (const { url } of lists) {
    const old = url.startsWith(urlOf('.edition/')) && url !== urlOf(`.edition/${now.edition}`);
    if (old) await (await memory()).delete(url);
  }
}
