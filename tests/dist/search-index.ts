/** The search over the index of the built site, without a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, noneOf } from '../../src/client/search/messages.ts';
import { createSearch, type Search } from '../../src/search/engine.ts';
import { openIndex } from '../../src/search/index/open-index.ts';
import type { Answered } from '../search/tally.ts';
import { DIST } from './site.ts';

export const INDEX = '/pagefind/';

/**
 * A search that begins with nothing loaded.
 * @param read is told the path of each file that is read
 */
export const openSearch = (read: (path: string) => void = () => undefined): Search =>
  createSearch(
    openIndex(INDEX, async (input) => {
      read(String(input));
      return new Response(new Uint8Array(readFileSync(join(DIST, String(input)))));
    }),
  );

/** Asks one query, and reads all pages of what is found. */
export async function answerOf(search: Search, query: string): Promise<Answered> {
  const result = await search.search(query);
  if (result.status === 'failed') throw result.error;
  if (result.status === 'none')
    return { query, total: 0, paths: [], status: noneOf(result, query).join('') };
  const paths: string[] = [];
  for (let page = 0; ; page++) {
    const hits = await result.page(page);
    if (hits.length === 0) break;
    paths.push(...hits.map((hit) => hit.path));
  }
  return { query, total: result.total, paths, status: countOf(result) };
}
