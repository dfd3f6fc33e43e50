/**
 * Room `cli`: the commands of package.json, each a file; they may read every room but the pages.
 *
 * This file: `npm run build`: checks the content, builds beside `dist`, and puts the new
 * site in its place only when all of it is there. A failing build exits 1 and
 * leaves the last good `dist` as it was.
 *
 * BUILD_OUT names another folder than `dist`, CONTENT another text than
 * `content`; SITE and BASE are read by astro.config.mjs.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SITEMAP } from '../exports/metadata/sitemap.ts';
import { CONTENT } from '../import/content-folder.ts';
import { siteAddress } from '../model/addresses/site-address.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import { changedSince } from '../model/versions/recorded.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';
import { inlineIn } from './hosting.ts';
import { outputFolder } from './output.ts';
import { endOf, recover, replace, WORK, workOf } from './replace.ts';
import { checkPlace } from './setup/place.mjs';
import { writeSums } from './sums.ts';
import { brokenAddresses } from './verify.ts';

const OUT = process.env.BUILD_OUT ?? 'dist';

/** Where a host reads `_headers`, a page whose style it does not name would be shown without. */
function warnOfUnnamed(site: string): void {
  const headers = join(site, '_headers');
  if (!existsSync(headers)) return;
  const named = readFileSync(headers, 'utf8');
  const { styles, scripts } = inlineIn(site);
  if (![...styles, ...scripts].every((hash) => named.includes(hash)))
    console.log('the policy in _headers is not that of these pages: npm run hosting');
}

async function main(): Promise<void> {
  wordsOf('build', process.argv.slice(2));
  checkPlace(process.cwd());
  const { base } = siteAddress(process.env);
  // First, since the end of a link to it may be what is missing.
  const lost = endOf(OUT);
  if (OUT.trim() !== '' && recover(lost, workOf(lost)))
    console.log(`${OUT} is back: the build before was killed while it replaced it`);
  const out = outputFolder(OUT, CONTENT);
  const work = workOf(out);
  const findings = findingsOf(CONTENT);
  if (findings.length > 0) {
    throw new Refused(
      `${show(CONTENT, findings)}\n\n${findings.length} findings: nothing was built.`,
    );
  }
  // Half a second, which one who is refused need not wait for.
  const { build } = await import('astro');
  mkdirSync(WORK, { recursive: true });
  const fresh = join(WORK, `dist-${process.pid}`);
  const cache = join(WORK, `cache-${process.pid}`);
  try {
    // A cache of its own: a plugin that changed would not refresh Markdown that is
    // cached, and two builds at once would write over each other's.
    await build({ outDir: fresh, cacheDir: cache, logLevel: 'warn' });
    const broken = brokenAddresses(fresh, CONTENT, base);
    if (broken.length > 0) {
      throw new Refused(
        `${broken.join('\n')}\n\n${broken.length} addresses lead nowhere: the site was not replaced.`,
      );
    }
    writeSums(fresh);
    await replace(fresh, out, work);
  } finally {
    for (const folder of [fresh, cache]) rmSync(folder, { recursive: true, force: true });
  }
  console.log(`built: ${OUT}`);
  warnOfUnnamed(OUT);
  const changed = changedSince(CONTENT);
  if (changed !== undefined) console.log(changed);
  if (!existsSync(join(OUT, SITEMAP))) {
    console.log(
      `no address given (SITE, or \`site\` in ${CONTENT}/chapter.yaml): pages name no canonical one, and there is no sitemap.xml`,
    );
  }
}

// Astro would build for development under another value, as test runners set it, and a
// variable of the same name would stand in place of Vite's own: DEV made each page read
// the whole content again.
process.env.NODE_ENV = 'production';
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR'])
  delete process.env[name];

await inOneLine(main);
