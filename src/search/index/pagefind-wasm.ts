/**
 * Pagefind's own search, called without its 45 KB of JavaScript, which hides
 * failures. The calls are those of Pagefind 1.5.2 (pinned; a test holds them).
 */

interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, align: number): number;
  __wbindgen_free(pointer: number, size: number, align: number): void;
  init_pagefind(bytes: number, length: number): number;
  load_index_chunk(index: number, bytes: number, length: number): number;
  request_indexes(index: number, text: number, length: number): [number, number];
  search(index: number, ...args: number[]): [number, number];
}

/** One record found: its id, its score, and where in it the word stands. */
interface WasmResult {
  p: string;
  s: number;
  l: { l: number }[];
}

export interface PagefindWasm {
  /** The chunks of the index that may hold a word. */
  chunksFor(word: string): string[];
  loadChunk(bytes: Uint8Array): void;
  /** The records that hold a word, or with none all of them; `sort` is `key:asc` or empty. */
  search(word: string, sort: string): WasmResult[];
}

/** Starts Pagefind on an index. Throws when the bytes are not what they should be. */
export async function startPagefind(
  program: Uint8Array<ArrayBuffer>,
  meta: Uint8Array,
): Promise<PagefindWasm> {
  let wasm: Exports;
  const { instance } = await WebAssembly.instantiate(program, {
    './pagefind_web_bg.js': {
      // Fills the table of a feature that Pagefind's calls do not use.
      __wbindgen_init_externref_table: () => undefined,
    },
  });
  wasm = instance.exports as unknown as Exports;
  wasm.__wbindgen_start();

  const give = (bytes: Uint8Array): [number, number] => {
    const pointer = wasm.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(wasm.memory.buffer).set(bytes, pointer);
    return [pointer, bytes.length];
  };
  const giveText = (text: string) => give(new TextEncoder().encode(text));
  const takeJson = <T>([pointer, length]: [number, number]): T => {
    const text = new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, pointer, length));
    wasm.__wbindgen_free(pointer, length, 1);
    return JSON.parse(text) as T;
  };
  const whole = (pointer: number): number => {
    if (!pointer) throw new Error('Pagefind cannot read this file');
    return pointer;
  };

  let index = whole(wasm.init_pagefind(...give(meta)));
  return {
    chunksFor: (word) => takeJson(wasm.request_indexes(index, ...giveText(word))),
    loadChunk: (bytes) => {
      index = whole(wasm.load_index_chunk(index, ...give(bytes)));
    },
    search: (word, sort) => {
      const texts = [word, word, '{}', sort].flatMap(giveText);
      const found = takeJson<{ results: WasmResult[] }>(wasm.search(index, ...texts, 0, 0));
      // Sorted records carry their place as a score.
      return found.results.sort((a, b) => b.s - a.s);
    },
  };
}
