// Ctrl-C and the like: every command that was started is told, and nothing new starts.

import { Interrupted } from './errors.mjs';

/** @type {Set<import("node:child_process").ChildProcess>} */
export const children = new Set();
/** @type {NodeJS.Signals | null} */
let stopSignal = null;

/** @param {number} patience */
export function forwardSignals(patience) {
  // Ctrl-C reaches the children by itself, and a second signal would make
  // Playwright abandon its own cleaning up; so only nudge what stays on.
  process.on('SIGINT', () => stop('SIGINT', patience));
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGHUP'));
  if (process.env.npm_lifecycle_event) stopWithParent();
}

/** @param {NodeJS.Signals} signal */
function stop(signal, patience = 0) {
  stopSignal = signal;
  setTimeout(stopChildren, patience).unref();
}

/** npm passes a signal on to its shell, which dies of it without telling us. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 500);
  watch.unref();
}

/** SIGINT, because Playwright stops its web server on that one only. */
function stopChildren() {
  for (const child of children) child.kill('SIGINT');
}

/** Whether the user asked us to stop; commands that end then have not failed. */
export function isStopping() {
  return stopSignal !== null;
}

/** @throws {Interrupted} once the user asked us to stop */
export function throwIfStopping() {
  if (stopSignal) throw new Interrupted(stopSignal);
}
