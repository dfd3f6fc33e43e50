/**
 * The chapter as PDF, made while the site is built and kept by the digest of all that it is made
 * of. Where it cannot be made, the build says so in a line and goes on, and nothing leads to it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Book, bookOf } from '../exports/pdf/book.ts';
import { tellPdf } from '../exports/pdf/made.ts';
import { digestOf, NotSet, typeset } from '../exports/pdf/typeset.ts';
import { publishedAt } from '../exports/published.ts';
import { CONTENT } from '../import/content-folder.ts';
import { writeWhole } from '../import/write-whole.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { readContent } from '../model/content/content.ts';

/**
 * Makes the file, unless it is there.
 * @param cache the folder that keeps it, each state of a text under its digest
 * @returns its path
 * @throws NotSet
 */
async function makePdf(book: Book, cache: string): Promise<string> {
  const file = join(cache, `${digestOf(book).slice(0, 16)}.pdf`);
  if (!existsSync(file)) writeWhole(file, await typeset(book));
  return file;
}

/** The step at the beginning of a build. */
export function pdf(): AstroIntegration {
  return {
    name: 'pdf',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        tellPdf(undefined);
        if (command !== 'build') return;
        const read = readContent(CONTENT);
        // What is wrong with the content is told elsewhere.
        if ('findings' in read) return;
        const site = config.site ? new URL(config.site) : undefined;
        const book = bookOf(buildChapter(read.content), publishedAt(site, config.base));
        try {
          const cache = join(fileURLToPath(config.root), 'node_modules/.cache/pdf');
          tellPdf(await makePdf(book, cache));
        } catch (error) {
          if (!(error instanceof NotSet)) throw error;
          logger.warn(`this site has no PDF: ${error.message}`);
        }
      },
    },
  };
}
