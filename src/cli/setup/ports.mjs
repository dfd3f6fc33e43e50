// Ports that nobody listens on.

import { createServer } from 'node:net';
import { SetupError } from './errors.mjs';

/**
 * The first free port from `first` on.
 * @param {number} first
 * @param {string} host
 */
export async function freePort(first, host = '127.0.0.1') {
  for (let port = first; port < Math.min(first + 200, 65_536); port++) {
    if ((await isFree(port, host)) && (await isFree(port, '::1'))) return port;
  }
  throw new SetupError(`No free port from ${first} on.`);
}

/**
 * Asked of ::1 too, because `localhost` may lead a browser to either address.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // Other errors mean that this machine has no such address: nobody is there.
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES');
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
