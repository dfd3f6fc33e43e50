// The options of the commands that serve a site: --port N, --host [address].

import { parseArgs } from 'node:util';
import { SetupError } from './errors.mjs';

/** What --host alone means: every address of this machine. */
const EVERYWHERE = '0.0.0.0';

/**
 * Reads the command line of a command that serves.
 * @param {readonly string[]} args what stands after its name
 * @param {string} command how it is begun
 * @returns {{ port: number, host: string | undefined }}
 * @throws {SetupError} for anything but these options, with what can be written
 */
export function readAddress(args, command) {
  const usage = `Usage: ${command} -- [--port N] [--host [address]]`;
  const alone = args.map((arg, i) =>
    arg === '--host' && (args[i + 1] ?? '--').startsWith('-') ? `--host=${EVERYWHERE}` : arg,
  );
  /** @type {{ port: string, host?: string | undefined }} */
  let values;
  try {
    ({ values } = parseArgs({
      args: alone,
      options: { port: { type: 'string', default: '4321' }, host: { type: 'string' } },
    }));
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}\n${usage}`);
  }
  const { port, host } = values;
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new SetupError(`Not a port number: ${port}\n${usage}`);
  // An empty one, as of a variable that is not set, would mean every address of this machine.
  if (host !== undefined && !/^[\w.:-]+$/.test(host))
    throw new SetupError(`Not an address of this machine: ${host}\n${usage}`);
  return { port: Number(port), host };
}
