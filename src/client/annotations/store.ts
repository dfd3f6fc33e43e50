/** Annotations as they are kept: in IndexedDB, by their ids and by the blocks they stand in; other tabs hear of changes. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Annotation } from './annotation.ts';
import { flag } from './flag.ts';

/** With the blocks it stands in, by which it is looked up. */
type Kept = Annotation & { blocks: string[] };

interface Schema extends DBSchema {
  annotations: { key: string; value: Kept; indexes: { blocks: string } };
}

/** Each site of an origin has its own. */
const NAME = `zhangju.annotations${import.meta.env.BASE_URL}`;

let asked: Promise<IDBPDatabase<Schema>> | undefined;

/** @throws where the browser keeps nothing, as in some private windows */
function database(): Promise<IDBPDatabase<Schema>> {
  const forget = () => {
    asked = undefined;
  };
  asked ??= openDB<Schema>(NAME, 1, {
    upgrade(db) {
      const store = db.createObjectStore('annotations', { keyPath: 'id' });
      store.createIndex('blocks', 'blocks', { multiEntry: true });
    },
    // Another tab wants to delete it, or has a later form of it.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  asked.catch(forget);
  return asked;
}

const kept = (annotation: Annotation): Kept => ({
  ...annotation,
  blocks: [...new Set(annotation.anchors.map(({ block }) => block))],
});

const plain = ({ blocks: _, ...annotation }: Kept): Annotation => annotation;

const channel = globalThis.BroadcastChannel ? new BroadcastChannel(NAME) : undefined;

const listeners = new Set<() => void>();

/** Calls whenever annotations were changed, here or in another tab. */
export function onChange(work: () => void): void {
  listeners.add(work);
}

function tell(): void {
  for (const work of listeners) work();
}
if (channel) channel.onmessage = tell;

/** Tells this page and other tabs. */
function changed(): void {
  channel?.postMessage(null);
  tell();
}

/** Those that stand in some blocks, by block. */
export async function ofBlocks(ids: readonly string[]): Promise<Map<string, Annotation[]>> {
  const index = (await database()).transaction('annotations').store.index('blocks');
  const found = await Promise.all(ids.map((id) => index.getAll(id)));
  return new Map(ids.map((id, i) => [id, (found[i] ?? []).map(plain)]));
}

/** All of them, in no order. */
export const all = async (): Promise<Annotation[]> =>
  (await (await database()).getAll('annotations')).map(plain);

export async function one(id: string): Promise<Annotation | undefined> {
  const found = await (await database()).get('annotations', id);
  return found && plain(found);
}

/** Keeps annotations, new ones and others as they are now: all of them, or none where that fails. */
export async function put(annotations: readonly Annotation[]): Promise<void> {
  const work = (await database()).transaction('annotations', 'readwrite');
  await Promise.all([...annotations.map((each) => work.store.put(kept(each))), work.done]);
  if (annotations.length > 0) flag.raise();
  changed();
}

/** Deletes some; without the last there is no sign of any left. */
export async function remove(ids: readonly string[]): Promise<void> {
  const work = (await database()).transaction('annotations', 'readwrite');
  await Promise.all([...ids.map((id) => work.store.delete(id)), work.done]);
  if ((await (await database()).count('annotations')) === 0) flag.lower();
  changed();
}
