// What may end a command before its work is done.

import { constants } from 'node:os';

/** A failure with a message for the person at the keyboard; no stack trace wanted. */
export class SetupError extends Error {}

/** Thrown out of `run` once the user asked us to stop. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = signalCode(signal);
  }
}

/** @param {NodeJS.Signals | null} signal */
export function signalCode(signal) {
  return 128 + (signal ? constants.signals[signal] : 0);
}
