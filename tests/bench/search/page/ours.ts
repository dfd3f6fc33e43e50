/** The search of this site. */
import { createSearch, PAGE_SIZE } from '../../../../src/search/engine.ts';
import { openIndex } from '../../../../src/search/index/open-index.ts';
import type { Open } from './engine.ts';

export const open: Open = async () => {
  const { search } = createSearch(openIndex('index/'));
  return async (query) => {
    const result = await search(query);
    if (result.status === 'failed') throw result.error;
    if (result.status === 'none') return { total: 0, show: async () => {}, paths: async () => [] };
    const pages = Array.from({ length: Math.ceil(result.total / PAGE_SIZE) }, (_, i) => i);
    return {
      total: result.total,
      show: async () => {
        await result.page(0);
      },
      paths: async () => (await Promise.all(pages.map(result.page))).flat().map((hit) => hit.path),
    };
  };
};
