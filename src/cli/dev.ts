/**
 * `npm run dev [-- --port N] [--host [address]]`: serves the site while one works on it. Astro does
 * not start on content that it cannot read, so until then a page of the findings is served alone.
 */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { CONTENT } from '../import/content-folder.ts';
import { findingsPage, watched } from '../integrations/findings.ts';
import { siteAddress } from '../model/addresses/site-address.ts';
import { show } from '../model/checks/content-folder.ts';
import { lineOf } from './faults.ts';
import { readAddress } from './setup/address-options.mjs';
import { checkPlace } from './setup/place.mjs';
import { freePort } from './setup/ports.mjs';

/** How often the content is looked at while there are findings, in milliseconds. */
const LOOKS = 300;

/** Serves the findings until there are none, and tells them in the terminal whenever they change. */
async function untilMended(port: number, host: string | undefined): Promise<void> {
  const now = watched(CONTENT);
  if (now().length === 0) return;
  const server = createServer((_, response) => {
    response.statusCode = 500;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.end(findingsPage(CONTENT, now()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host ?? 'localhost', resolve);
  });
  let told = '';
  for (let found = now(); found.length > 0; found = now()) {
    const said = `${show(CONTENT, found)}\n\n${found.length} findings: the content cannot be published as it is. They stand at http://${host ?? 'localhost'}:${port}/ too, until they are mended.`;
    if (said !== told) console.error(said);
    told = said;
    await pause(LOOKS);
  }
  console.log('content: all checks passed');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

try {
  const { port, host } = readAddress(process.argv.slice(2), 'npm run dev');
  checkPlace(process.cwd());
  siteAddress(process.env);
  const free = await freePort(port, host ?? '127.0.0.1');
  if (free !== port) console.log(`Port ${port} is taken; using ${free}.`);
  await untilMended(free, host);
  const { dev } = await import('astro');
  await dev({ server: { port: free, ...(host === undefined ? {} : { host }) } });
} catch (error) {
  console.error(lineOf(error) ?? error);
  process.exitCode = 1;
}
