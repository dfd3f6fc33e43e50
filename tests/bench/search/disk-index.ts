/** An index on disk, written and opened as the site does it, that counts what is read of it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SIGNATURE } from '../../../src/search/index/loader.ts';
import { openIndex, WASM } from '../../../src/search/index/open-index.ts';
import { type PagefindWasm, startPagefind } from '../../../src/search/index/pagefind-wasm.ts';
import type { SearchIndex } from '../../../src/search/index/types.ts';
import { indexWord } from '../../../src/search/index/word.ts';

interface Read {
  bytes: number;
  chunks: number;
  records: number;
}

export interface DiskIndex {
  /** The index anew, with nothing loaded. */
  open(): SearchIndex;
  /** What was read since it was last asked. */
  read(): Read;
  /** Bytes of all files whose path fits. */
  weigh(path: RegExp): number;
  /** Pagefind's program on this index, with no chunk loaded. */
  program(): Promise<PagefindWasm>;
  /** Loads into the program the chunk of a key. */
  loadChunk(program: PagefindWasm, key: string): void;
  /** Bytes of the chunks that hold keys, and of records by their order. */
  costOf(keys: readonly string[], records: readonly number[]): number;
}

const BASE = 'http://disk/';

/** @param folder an index as `writeRecords` wrote it */
export async function diskIndex(folder: string): Promise<DiskIndex> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = new Map(names.map((name) => [name, statSync(join(folder, name)).size]));
  let sum: Read = { bytes: 0, chunks: 0, records: 0 };
  const fetchFile: typeof fetch = async (input) => {
    const name = String(input).slice(BASE.length);
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    sum.bytes += bytes.length;
    if (name.endsWith('.pf_index')) sum.chunks += 1;
    if (name.endsWith('.pf_fragment')) sum.records += 1;
    return new Response(bytes);
  };
  const unpacked = (name: string) =>
    new Uint8Array(gunzipSync(readFileSync(join(folder, name))).subarray(SIGNATURE.length));
  const meta = names.find((name) => name.endsWith('.pf_meta')) ?? '';
  const program = () => startPagefind(unpacked(WASM), unpacked(meta));
  const chunkOf = (from: PagefindWasm, key: string): string =>
    `index/${from.chunksFor(indexWord(key))[0]}.pf_index`;
  const own = await program();
  const ids = own.search('', '').map(({ p }) => p);
  const chunks = new Map<string, string>();
  return {
    open: () => openIndex(BASE, fetchFile),
    read: () => {
      const before = sum;
      sum = { bytes: 0, chunks: 0, records: 0 };
      return before;
    },
    weigh: (path) =>
      [...sizes].reduce((all, [name, size]) => all + (path.test(name) ? size : 0), 0),
    program,
    loadChunk: (into, key) => into.loadChunk(unpacked(chunkOf(into, key))),
    costOf: (keys, records) => {
      const needed = new Set(
        keys.map((key) => {
          const chunk = chunks.get(key) ?? chunkOf(own, key);
          chunks.set(key, chunk);
          return chunk;
        }),
      );
      for (const record of records) needed.add(`fragment/${ids[record]}.pf_fragment`);
      return [...needed].reduce((all, name) => all + (sizes.get(name) ?? 0), 0);
    },
  };
}
