/** Opens the index that `writeSearchIndex` wrote: loads what is asked for, once, and checks it. */
import { SearchFailure } from '../failure.ts';
import { createLoader, type Loader, parseJson } from './loader.ts';
import { type PagefindWasm, startPagefind } from './pagefind-wasm.ts';
import type {
  Members,
  Postings,
  SearchIndex,
  StoredMembers,
  StoredRecord,
  Tables,
} from './types.ts';
import { indexWord } from './word.ts';

/** Pagefind's program for languages without word stems; Chinese has none. */
export const WASM = 'wasm.unknown.pagefind';
export const ENTRY = 'pagefind-entry.json';
/** The sort key under which Pagefind keeps the order of the chapter. */
export const ORDER = 'order';

/** Pagefind's entry file, with the names of our own files added. */
export interface Entry {
  languages: Record<string, { hash: string; page_count: number }>;
  tables: string;
  facets: string;
}

interface Ready {
  pagefind: PagefindWasm;
  /** Pagefind's ids of the records, in the order of the chapter. */
  ids: string[];
  orderOf: Map<string, number>;
  tables: Tables;
  /** The file of the facets. */
  facets: string;
}

/** Keeps what is being or has been loaded; forgets what failed, so that it may be tried again. */
function remember<T>() {
  const loaded = new Map<string, Promise<T>>();
  const loading = new Map<string, Promise<T>>();
  return {
    get(key: string, load: () => Promise<T>): Promise<T> {
      const before = loaded.get(key) ?? loading.get(key);
      if (before) return before;
      const work = load();
      loading.set(key, work);
      const done = () => loading.get(key) === work && loading.delete(key);
      work.then(() => {
        loaded.set(key, work);
        done();
      }, done);
      return work;
    },
    /** Forgets one thing that turned out to be wrong. */
    drop: (key: string) => loaded.delete(key),
    clear: () => {
      loaded.clear();
      loading.clear();
    },
    /** Forgets what is still being loaded: it may be hanging, or about to fail. */
    forget: () => loading.clear(),
  };
}

/** Calls Pagefind; when it breaks, what it was given is not what was written. */
async function pagefindOf<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new SearchFailure('garbled', 'Pagefind cannot read the index', { cause: error });
  }
}

const asIs = (bytes: Uint8Array<ArrayBuffer>) => bytes;

async function start(loader: Loader): Promise<Ready> {
  const program = loader.packed(WASM, asIs);
  // It is awaited below; if the entry fails first, its own failure tells nothing more.
  program.catch(() => undefined);
  const entry = (await loader.json(ENTRY)) as Partial<Entry> | null;
  const language = Object.values(entry?.languages ?? {})[0];
  if (!entry?.tables || !entry.facets || !language) throw new SearchFailure('garbled', ENTRY);
  const [meta, tables] = await Promise.all([
    loader.packed(`pagefind.${language.hash}.pf_meta`, asIs),
    loader.packed(entry.tables, (bytes) => parseJson(bytes) as Tables),
  ]);
  const bytes = await program;
  const pagefind = await pagefindOf(() => startPagefind(bytes, meta));
  const ids = await pagefindOf(() => pagefind.search('', `${ORDER}:asc`).map(({ p }) => p));
  if (ids.length !== tables.kinds?.length)
    throw new SearchFailure('garbled', 'the tables are of another index');
  const orderOf = new Map(ids.map((id, i) => [id, i]));
  return { pagefind, ids, orderOf, tables, facets: entry.facets };
}

/** @param base address of the folder that holds the index, with a slash at its end */
export function openIndex(base: string, fetchFile?: typeof fetch): SearchIndex {
  const loader = createLoader(base, fetchFile);
  const started = remember<Ready>();
  const chunks = remember<void>();
  const found = remember<Postings>();
  const records = remember<StoredRecord>();
  const listed = remember<Members>();
  const ready = () => started.get('', () => start(loader));

  /** Works in Pagefind's memory; after a failure nothing in it can be trusted. */
  async function trusting<T>(work: (ready: Ready) => Promise<T>): Promise<T> {
    const now = await ready();
    try {
      return await work(now);
    } catch (error) {
      if (error instanceof SearchFailure && error.reason === 'garbled')
        for (const kept of [started, chunks, found]) kept.clear();
      throw error;
    }
  }

  async function postingsOf({ pagefind, orderOf }: Ready, key: string): Promise<Postings> {
    const word = indexWord(key);
    const needed = await pagefindOf(() => pagefind.chunksFor(word));
    const load = (chunk: string) =>
      chunks.get(chunk, () =>
        loader.packed(`index/${chunk}.pf_index`, (bytes) => pagefind.loadChunk(bytes)),
      );
    await Promise.all(needed.map(load));
    const results = await pagefindOf(() => pagefind.search(word, ''));
    const postings = new Map<number, number[]>();
    for (const { p, l } of results) {
      const record = orderOf.get(p);
      if (record === undefined) throw new SearchFailure('garbled', `no record ${p}`);
      postings.set(
        record,
        l.map((location) => location.l),
      );
    }
    // Pagefind takes a chunk that did not come for one without the word. But only
    // keys of the vocabulary are asked for, and each of them stands somewhere.
    if (postings.size === 0) throw new SearchFailure('garbled', `nothing for ${key}`);
    return new Map([...postings].sort(([a], [b]) => a - b));
  }

  return {
    forget: () => {
      for (const kept of [started, chunks, found, records, listed]) kept.forget();
    },
    tables: async () => (await ready()).tables,
    postings: (key) => found.get(key, () => trusting(async (now) => postingsOf(now, key))),
    record: (record) =>
      records.get(String(record), async () => {
        const { ids } = await ready();
        return loader.packed(`fragment/${ids[record]}.pf_fragment`, (bytes) => {
          const stored = parseJson(bytes) as StoredRecord;
          if (typeof stored.text !== 'string') throw new TypeError('no record');
          return stored;
        });
      }),
    members: () =>
      listed.get('', async () => {
        const { facets } = await ready();
        return loader.packed(facets, (bytes) => {
          const stored = parseJson(bytes) as StoredMembers;
          return new Map(stored.map(([facet, values]) => [facet, new Map(values)]));
        });
      }),
  };
}
