/** `npm run permalinks`: appends addresses that are new to content/permalinks.txt. It never takes one out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../import/content-folder.ts';
import { allAddresses } from '../model/address.ts';
import { buildChapter } from '../model/chapter.ts';
import { readContent } from '../model/content.ts';
import { appendPermalinks, PERMALINKS, readPermalinks } from '../model/permalinks.ts';
import { show } from './check.ts';

const HEADER =
  '# Every address ever published. Append only (npm run permalinks): an address may gain an alias, never vanish.\n';

const root = process.argv[2] ?? CONTENT;
const read = readContent(root);
if ('findings' in read) {
  console.error(show(root, read.findings));
  process.exitCode = 1;
} else {
  const path = join(root, PERMALINKS);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : HEADER;
  const after = appendPermalinks(before, allAddresses(buildChapter(read.content)));
  writeFileSync(path, after);
  console.log(
    `${readPermalinks(after).length - readPermalinks(before).length} addresses added to ${path}`,
  );
}
