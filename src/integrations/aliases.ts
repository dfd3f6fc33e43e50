/**
 * Addresses that have moved: /aliases.json for the browser, /_redirects for hosts
 * that read it, and for a plain file server a small page at each old address that
 * leads on. Fragments never reach a server; the browser follows those.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { readText } from '../import/read-text.ts';
import { aliasesOf, PERMALINKS, readPermalinks } from '../model/addresses/permalinks.ts';

type Aliases = ReadonlyMap<string, string>;

/** The aliases of whole pages. */
const pagesOf = (aliases: Aliases): [string, string][] =>
  [...aliases].filter(([from]) => !from.includes('#'));

/**
 * Lines of a _redirects file (Netlify, Cloudflare Pages and others).
 * @param base the path the site is served under
 */
function redirectsOf(aliases: Aliases, base: string): string {
  const root = base.replace(/\/$/u, '');
  return pagesOf(aliases)
    .map(([from, to]) => `${root}${from} ${root}${to} 301\n`)
    .join('');
}

/** The build step. */
export function aliases(content = CONTENT): AstroIntegration {
  const registry = join(content, PERMALINKS);
  const listed = existsSync(registry) ? readText(registry) : '';
  const found: Aliases = aliasesOf(readPermalinks(listed));
  let base = '/';
  return {
    name: 'aliases',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        base = config.base;
        const root = base.replace(/\/$/u, '');
        updateConfig({
          redirects: Object.fromEntries(pagesOf(found).map(([from, to]) => [from, root + to])),
        });
      },
      'astro:build:done': ({ dir }) => {
        const json = JSON.stringify(Object.fromEntries(found));
        writeFileSync(new URL('aliases.json', dir), `${json}\n`);
        const redirects = redirectsOf(found, base);
        if (redirects !== '') writeFileSync(new URL('_redirects', dir), redirects);
      },
    },
  };
}
