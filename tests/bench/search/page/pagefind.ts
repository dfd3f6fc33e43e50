/** Stock Pagefind through its own JavaScript, as it stands in the folder of its index. */
import { type Open, SHOWN } from './engine.ts';

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ raw_url: string }> }[] }>;
}

export const open: Open = async () => {
  const address = new URL('index/pagefind.js', location.href).href;
  const pagefind = (await import(address)) as Pagefind;
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const data = (from: typeof results) => Promise.all(from.map((result) => result.data()));
    return {
      total: results.length,
      show: async () => {
        await data(results.slice(0, SHOWN));
      },
      paths: async () => (await data(results)).map((found) => found.raw_url),
    };
  };
};
