/**
 * Builds the site with its pages rendered `times` over, as a program of its own
 * so that its memory is its own: `node copies.ts <times> <folder>`. Prints JSON.
 *
 * The routes are Astro's own, entered again under `/copy-N/`: the pages are
 * rendered and written as often; the content is read and cut into parts once.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroIntegration, build } from 'astro';

/** The pages of which each chapter has its own. */
const OF_A_CHAPTER = [
  'chapter.astro',
  'sections/[section].astro',
  'pages/[page].astro',
  'notes/[...index].astro',
  'notes/[note].astro',
  'sources/[...index].astro',
  'sources/[source].astro',
  'emendations.astro',
];

const copies = (times: number): AstroIntegration => ({
  name: 'copies',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (let copy = 2; copy <= times; copy += 1)
        for (const page of OF_A_CHAPTER) {
          const entrypoint = join(process.cwd(), 'src/pages', page);
          if (!existsSync(entrypoint)) throw new Error(`no page ${page}: the list is out of date`);
          const pattern = `/copy-${copy}/${page.replace(/(?:\/index)?\.astro$/u, '')}`;
          injectRoute({ pattern, entrypoint });
        }
    },
  },
});

export interface Built {
  /** Milliseconds; megabytes at the most, of Node itself. */
  time: number;
  memory: number;
  pages: number;
}

if (import.meta.main) {
  const [times, folder = ''] = process.argv.slice(2);
  process.env.NODE_ENV = 'production';
  const cacheDir = `${folder}-cache`;
  const began = performance.now();
  await build({
    outDir: folder,
    cacheDir,
    logLevel: 'error',
    integrations: [copies(Number(times))],
  });
  const time = performance.now() - began;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((name) => name.endsWith('.html')).length;
  rmSync(cacheDir, { recursive: true, force: true });
  const built: Built = { time, memory: process.resourceUsage().maxRSS / 1000, pages };
  console.log(JSON.stringify(built));
}
