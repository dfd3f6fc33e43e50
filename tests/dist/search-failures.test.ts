/**
 * Whatever of the index is missing or garbled, the search says that it failed, and why, never
 * that nothing is there; and once the file is there again it searches as if nothing had been.
 * What the page makes of it is in tests/browser/search/failures.spec.ts.
 */
import { expect, test } from 'vitest';
import type { Search } from '../../src/search/engine.ts';
import { toFailure } from '../../src/search/failure.ts';
import { builtFile, openSearch } from './search-index.ts';

const FILES: Record<string, RegExp> = {
  'the entry': /pagefind-entry\.json/u,
  'the program': /wasm\.unknown\.pagefind/u,
  'the list of records': /\.pf_meta/u,
  'the tables': /tables\.\w+\.pf_tables/u,
  'the facets': /facets\.\w+\.pf_tables/u,
  'a chunk of the index': /\.pf_index/u,
  'a record': /\.pf_fragment/u,
};

const WAYS: Record<string, (path: string) => Response> = {
  'is missing': () => new Response('Not found', { status: 404 }),
  'is cut off by the network': () => {
    throw new TypeError('Failed to fetch');
  },
  'is an HTML page with status 200': () => new Response('<!doctype html><p>Not here'),
  'is empty': () => new Response(''),
  'is truncated': (path) => {
    const file = builtFile(path);
    return new Response(file.subarray(0, file.length >> 1));
  },
};

/** What the page of search asks; the number of hits, of the first ten, and of facets. */
async function ask(search: Search): Promise<[number, number, number]> {
  const result = await search.search('駐韓美軍');
  if (result.status === 'failed') throw result.error;
  if (result.status === 'none') return [0, 0, 0];
  const [hits, facets] = await Promise.all([result.page(0), result.facets()]);
  return [result.total, hits.length, Object.keys(facets).length];
}

const whole = await ask(openSearch());

for (const [file, pattern] of Object.entries(FILES))
  for (const [way, answer] of Object.entries(WAYS))
    test(`it fails with a reason, and works again, when ${file} ${way}`, async () => {
      let isBroken = true;
      let asked = 0;
      const search = openSearch((path) => {
        if (!pattern.test(path)) return undefined;
        asked++;
        return isBroken ? answer(path) : undefined;
      });
      const failure = await ask(search).then(() => undefined, toFailure);
      expect(asked).toBeGreaterThan(0);
      expect(failure?.reason).toMatch(/^(?:index-missing|garbled)$/u);
      isBroken = false;
      expect(await ask(search)).toEqual(whole);
      expect(whole[0]).toBeGreaterThan(10);
    });
