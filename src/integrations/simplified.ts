/**
 * The pages in Simplified characters, /zh-hans/…: made from the finished pages of the
 * text and its notes, so that they have whatever those have; while developing, on request.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { address, convertedAddresses } from '../model/addresses/address.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { readContent } from '../model/content/content.ts';
import { converterOf } from '../model/simplified/convert.ts';
import { type Conversion, convertPage } from './simplified/page.ts';

const CSS = new URL('../styles/zh-hans.css', import.meta.url);
const PREFIX = address.simplified('/');

/**
 * What pages are converted by.
 * @throws when `content/` cannot be read
 */
function conversionOf(root: string): Conversion {
  const read = readContent(CONTENT);
  if ('findings' in read) throw new Error(`${CONTENT}/ cannot be read: run npm run check`);
  const chapter = buildChapter(read.content);
  return {
    convert: converterOf(read.content.exceptions.data),
    where: { root, converted: new Set(convertedAddresses(chapter)), lang: chapter.lang },
    css: readFileSync(CSS, 'utf8'),
  };
}

/** The build step. */
export function simplified(): AstroIntegration {
  let root = '';
  return {
    name: 'zhangju-simplified',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = config.base.replace(/\/$/u, '');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = pathname.slice(root.length + PREFIX.length - 1);
          const address = server.resolvedUrls?.local[0];
          if (!pathname.startsWith(`${root}${PREFIX}`) || !address) return next();
          try {
            const made = conversionOf(root);
            if (!made.where.converted.has(path)) return next();
            const page = await fetch(new URL(root + path, address));
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(convertPage(await page.text(), path, made));
          } catch (error) {
            next(error);
          }
        });
      },
      'astro:build:done': ({ dir }) => {
        const made = conversionOf(root);
        for (const path of made.where.converted) {
          const html = readFileSync(new URL(`.${path}index.html`, dir), 'utf8');
          const to = new URL(`.${address.simplified(path)}`, dir);
          mkdirSync(to, { recursive: true });
          writeFileSync(new URL('index.html', to), convertPage(html, path, made));
        }
      },
    },
  };
}
