/** The search over the index of the built site, without a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, noneOf } from '../../src/client/search/messages.ts';
import { createSearch, type Search } from '../../src/search/engine.ts';
import { openIndex } from '../../src/search/index/open-index.ts';
import type { Answered } from '../search/tally.ts';
import { DIST } from './site.ts';

export const INDEX = '/pagefind/';

/** The built file of an address. */
export const builtFile = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(DIST, path)));

/**
 * A search that begins with nothing loaded.
 * @param answer what comes of an address in the place of the file; undefined for the file itself
 */
export const openSearch = (
  answer: (path: string) => Response | undefined = () => undefined,
): Search =>
  createSearch(
    openIndex(INDEX, async (input) => {
      const path = String(input);
      return answer(path) ?? new Response(builtFile(path));
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
