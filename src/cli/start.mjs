// `npm start`: from a fresh clone to the site in the browser. Installs the
// dependencies if needed, builds, and serves dist/ until Ctrl-C.
// Options: --port N, --host [address].

import { readAddress } from './setup/address-options.mjs';
import { run, start } from './setup/commands.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { childEnv } from './setup/environment.mjs';
import { SetupError } from './setup/errors.mjs';
import { main } from './setup/main.mjs';
import { freePort } from './setup/ports.mjs';
import { isStopping } from './setup/signals.mjs';

const LOOPBACK = '127.0.0.1';

/**
 * The addresses in what Astro has printed so far, with the base path.
 * @param {string} output
 */
function addressesIn(output) {
  const lines = output.matchAll(/(?:Local|Network)\s+(https?:\/\/[^\s"\\]+)/g);
  return [...lines].map(([, address = '']) => nameOf(address));
}

/**
 * With the slash that a base path needs at its end.
 * @param {string} address
 */
function nameOf(address) {
  return address.replace(LOOPBACK, 'localhost').replace(/\/*$/, '/');
}

/** @param {string[]} addresses */
function announce(addresses) {
  const [first, ...others] = addresses;
  for (const address of others) console.log(`Also at: ${address}`);
  console.log(`\n章句已備妥 · Zhangju is ready: ${first}  (Ctrl-C 停止 / to stop)`);
}

/** @param {{ port: number, host: string }} options */
async function serve({ port, host }) {
  const free = await freePort(port, host);
  if (free !== port) console.log(`Port ${port} is taken; using ${free}.`);
  // --ignore-lock: without it Astro refuses a second server for the same folder,
  // and goes to the background when it takes its caller for a coding agent.
  const args = ['preview', '--ignore-lock', '--host', host, '--port', String(free)];
  const env = childEnv({ NO_COLOR: '1', FORCE_COLOR: undefined });
  const server = start('astro', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await untilClosed(server);
}

/**
 * Announces the server once it says where it listens, and waits for its end.
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<void>}
 */
function untilClosed(server) {
  let output = '';
  let announced = false;
  server.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
    const addresses = announced ? [] : addressesIn(output);
    if (addresses.length === 0) return;
    announced = true;
    announce(addresses);
  });
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      reject(new SetupError(`${output}\nThe server ${why}.`));
    server.once('error', (error) => fail(`cannot start: ${error.message}`));
    server.once('close', (code) => {
      if (isStopping()) resolve();
      else fail(`stopped by itself (exit code ${code})`);
    });
  });
}

await main(async () => {
  const { port, host = LOOPBACK } = readAddress(process.argv.slice(2), 'npm start');
  await ensureDependencies();
  console.log('Building the site: npm run build');
  const code = await run('npm', ['run', 'build']);
  if (code !== 0) throw new SetupError('The build failed; see its messages above.');
  await serve({ port, host });
});
