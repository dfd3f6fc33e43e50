/** FlexSearch with its encoder for Chinese, Japanese, and Korean. */
import { Charset, Index } from 'flexsearch';
import { type Open, showRecords } from './engine.ts';

/** FlexSearch gives no more than a hundred unless it is told to. */
const ALL = 1_000_000;

export const open: Open = async () => {
  const index = new Index({ encoder: Charset.CJK });
  const parts = (await (await fetch('index.json')).json()) as [key: string, data: string][];
  for (const [key, data] of parts) index.import(key, data);
  return async (query) => {
    const paths = index.search(query, { limit: ALL }).map(String);
    return { total: paths.length, show: () => showRecords(paths), paths: async () => paths };
  };
};
