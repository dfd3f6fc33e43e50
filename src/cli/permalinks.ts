/**
 * `npm run permalinks`: the word by which a person publishes. It appends addresses that are new to
 * content/permalinks.txt, from where they never vanish, and never takes one out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../import/content-folder.ts';
import { readText } from '../import/read-text.ts';
import { writeWhole } from '../import/write-whole.ts';
import { allAddresses } from '../model/addresses/address.ts';
import { appendPermalinks, PERMALINKS, readPermalinks } from '../model/addresses/permalinks.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { show } from '../model/checks/content-folder.ts';
import { readContent } from '../model/content/content.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';

const HEADER =
  '# Every address ever published. Append only (npm run permalinks): an address may gain an alias, never vanish.\n';

/**
 * Appends the new addresses of a content folder to its registry; a draft is one no longer.
 * @returns how many there were
 * @throws when the content cannot be read; the message says where
 */
export function publishAddresses(root: string): number {
  const read = readContent(root);
  if ('findings' in read) throw new Refused(show(root, read.findings));
  const path = join(root, PERMALINKS);
  const before = existsSync(path) ? readText(path) : HEADER;
  const after = appendPermalinks(before, allAddresses(buildChapter(read.content)));
  writeWhole(path, after);
  const chapter = join(root, 'chapter.yaml');
  const text = readText(chapter);
  const published = text.replace(/^draft:[ \t]*true\b/mu, 'draft: false');
  if (published !== text) writeWhole(chapter, published);
  return readPermalinks(after).length - readPermalinks(before).length;
}

if (import.meta.main) {
  await inOneLine(() => {
    const [root = CONTENT] = wordsOf('permalinks', process.argv.slice(2));
    console.log(`${publishAddresses(root)} addresses added to ${join(root, PERMALINKS)}`);
  });
}
