/** Whatever the Simplified pages show is found by typing it: every two characters that stand side by side. */
import { expect, test } from 'vitest';
import { buildChapter } from '../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../src/model/content/content.ts';
import { converterOf } from '../../../src/model/simplified/convert.ts';
import { createSearch } from '../../../src/search/engine.ts';
import { recordsOf } from '../../../src/search/index/records.ts';
import { memoryIndex } from './memory-index.ts';

test('every pair of characters of the Simplified pages finds each record that shows it', async () => {
  const read = readContent('content');
  if ('findings' in read) throw new Error('content/ cannot be read: run npm run check');
  const convert = converterOf(read.content.exceptions.data);
  const records = recordsOf(buildChapter(read.content), []);
  const shownIn = new Map<string, Set<string>>();
  for (const { text, path } of records) {
    for (const [, pair = ''] of convert(text).matchAll(/(?=(\p{Script=Han}{2}))/gu))
      shownIn.set(pair, (shownIn.get(pair) ?? new Set()).add(path));
  }
  expect(shownIn.size).toBeGreaterThan(8000);
  const { search } = createSearch(memoryIndex(records, [], convert));
  const failed: string[] = [];
  for (const [pair, paths] of shownIn) {
    const found = await search(pair, { sort: 'order' });
    const hits = new Set<string>();
    if (found.status === 'found') {
      for (let page = 0; page * 10 < found.total; page += 1)
        for (const { path } of await found.page(page)) hits.add(path);
    }
    if ([...paths].some((path) => !hits.has(path))) failed.push(pair);
  }
  expect(failed).toEqual([]);
}, 300_000);
