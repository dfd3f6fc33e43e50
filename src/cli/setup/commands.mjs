// Starting other programs, and asking them things.

import { spawn, spawnSync } from 'node:child_process';
import { childEnv, ROOT } from './environment.mjs';
import { SetupError, signalCode } from './errors.mjs';
import { children, throwIfStopping } from './signals.mjs';

/**
 * Starts a command in the project folder. The caller listens to the child;
 * `run` below is the usual way in.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function start(command, args, options = {}) {
  throwIfStopping();
  const child = spawn(command, args, { cwd: ROOT, env: childEnv(), stdio: 'inherit', ...options });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/**
 * Runs a command to its end and gives its exit code. With `quiet` its output is
 * kept back, and shown only if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} options
 * @returns {Promise<number>}
 */
export function run(command, args, { env = childEnv(), quiet = false } = {}) {
  const child = start(command, args, {
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      children.delete(child);
      reject(new SetupError(`Cannot run \`${command}\`: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      try {
        throwIfStopping();
      } catch (stopped) {
        return reject(stopped);
      }
      if (code !== 0) process.stderr.write(output);
      resolve(code ?? signalCode(signal));
    });
  });
}

/** Runs a whole command line quietly; whether it went well. */
export async function runQuietly(/** @type {string[]} */ [command = '', ...args]) {
  return (await run(command, args, { quiet: true })) === 0;
}

/**
 * A short question to a command: what it printed, or undefined if it failed.
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout
 */
export function ask(command, args, timeout = 30_000) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: childEnv(),
    encoding: 'utf8',
    timeout,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return result.status === 0 ? result.stdout.trim() : undefined;
}
