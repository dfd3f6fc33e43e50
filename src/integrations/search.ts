/** Room `integrations`: steps of the build. This one writes the search index when the pages stand. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { readContent } from '../model/content/content.ts';
import { searchNames } from '../model/names/schema.ts';
import { converterOf } from '../model/simplified/convert.ts';
import { recordsOf } from '../search/index/records.ts';
import { SPELLING_PAIRS } from '../search/suggestions/spelling-pairs.ts';
import { noteSourcesOf } from './note-sources.ts';
import { writeSearchIndex } from './search-index.ts';

/** The folder of the index, below the site. */
const INDEX = 'pagefind';

/** Writes the index of the content into the built site. */
export function search(): AstroIntegration {
  return {
    name: 'zhangju-search',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const read = readContent(CONTENT);
        if ('findings' in read) throw new Error(`${CONTENT}/ cannot be read: run npm run check`);
        const chapter = buildChapter(read.content);
        const names = searchNames(read.content.names.data);
        const shown = converterOf(read.content.exceptions.data);
        const printed = recordsOf(chapter, []).map(({ text }) => text);
        const spellings = SPELLING_PAIRS.filter((pair) =>
          pair.some((word) => printed.some((text) => text.includes(word))),
        ).map(([preferred, other]) => ({ preferred, forms: [other] }));
        const out = join(fileURLToPath(dir), INDEX);
        await writeSearchIndex(
          chapter,
          noteSourcesOf(chapter),
          out,
          [...names, ...spellings],
          shown,
        );
      },
    },
  };
}
