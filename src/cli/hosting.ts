/**
 * `npm run hosting`: writes the files for those who serve the site, for the pages as
 * they are built. BASE is the path the site is served under.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddyFile } from '../hosting/caddy.ts';
import { headersFile } from '../hosting/headers-file.ts';
import { inlineOf } from '../hosting/inline.ts';
import { nginxFile } from '../hosting/nginx.ts';
import type { Inline } from '../hosting/policy.ts';
import { writeWhole } from '../import/write-whole.ts';
import { siteAddress } from '../model/addresses/site-address.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';
import { writeSums } from './sums.ts';

const HEADERS = '_headers';

/** The hashes of what stands inside the pages of a built site. */
export const inlineIn = (dist: string): Inline =>
  inlineOf(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => readFileSync(join(dist, file), 'utf8')),
  );

/**
 * The files for servers, by path.
 * @param dist the built site, whose pages they name by hashes
 * @param base the path it is served under
 */
export function hostingFiles(dist: string, base: string): Map<string, string> {
  const inline = inlineIn(dist);
  return new Map([
    [join('public', HEADERS), headersFile(inline, base)],
    ['src/hosting/nginx.conf', nginxFile(inline, base)],
    ['src/hosting/Caddyfile', caddyFile(inline, base)],
  ]);
}

/** Those of the files that are not what the built site asks for. */
export const staleFiles = (dist: string, base: string): string[] =>
  [...hostingFiles(dist, base)]
    .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
    .map(([file]) => file);

function main(): void {
  wordsOf('hosting', process.argv.slice(2));
  const { base } = siteAddress(process.env);
  if (!existsSync('dist')) throw new Refused('there is no dist/: run npm run build first');
  const stale = staleFiles('dist', base);
  for (const [file, text] of hostingFiles('dist', base)) writeWhole(file, text);
  console.log(stale.length > 0 ? `renewed: ${stale.join(', ')}` : 'all as they should be');
  // The site holds a copy.
  if (existsSync(join('dist', HEADERS))) {
    copyFileSync(join('public', HEADERS), join('dist', HEADERS));
    writeSums('dist');
  }
}

if (import.meta.main) await inOneLine(main);
