/**
 * `npm run dev [-- --port N] [--host [address]]`: serves the site while one works on it. Astro does
 * not start on content that it cannot read, so until then a page of the findings is served alone.
 */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { findingsPage, watched } from '../integrations/findings.ts';
import { siteAddress } from '../model/addresses/site-address.ts';
import { show } from '../model/checks/content-folder.ts';
import { lineOf, Refused } from './faults.ts';
import { checkPlace } from './setup/place.mjs';
import { freePort } from './setup/ports.mjs';

const USAGE = 'Usage: npm run dev -- [--port N] [--host [address]]';

/** How often the content is looked at while there are findings, in milliseconds. */
const LOOKS = 300;

function readOptions(args: string[]): { port: number; host: string | undefined } {
  // --host alone means every address of this machine.
  const alone = args.map((arg, i) =>
    arg === '--host' && (args[i + 1] ?? '--').startsWith('-') ? '--host=0.0.0.0' : arg,
  );
  let values: { port: string; host?: string | undefined };
  try {
    const options = {
      port: { type: 'string', default: '4321' },
      host: { type: 'string' },
    } as const;
    ({ values } = parseArgs({ args: alone, options }));
  } catch (error) {
    throw new Refused(`${(error as Error).message}\n${USAGE}`);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refused(`Not a port number: ${values.port}\n${USAGE}`);
  return { port, host: values.host };
}

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
  const { port, host } = readOptions(process.argv.slice(2));
  checkPlace(process.cwd());
  siteAddress(process.env);
  const free = await freePort(port, host ?? '127.0.0.1');
  if (free !== port) console.log(`Port ${port} is taken; using ${free}.`);
  await untilMended(free, host);
  await dev({ server: { port: free, ...(host === undefined ? {} : { host }) } });
} catch (error) {
  console.error(lineOf(error) ?? error);
  process.exitCode = 1;
}
