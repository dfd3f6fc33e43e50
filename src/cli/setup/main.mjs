// The frame of every entry point.

import { ROOT } from './environment.mjs';
import { Interrupted, SetupError } from './errors.mjs';
import { checkPlace } from './place.mjs';
import { forwardSignals } from './signals.mjs';

/**
 * Runs an entry point: our own errors become one message and an exit code.
 * @param {() => Promise<void>} body
 * @param {number} patience how many ms commands get to end by themselves after Ctrl-C
 */
export async function main(body, patience = 0) {
  forwardSignals(patience);
  try {
    checkPlace(ROOT);
    await body();
  } catch (error) {
    if (error instanceof Interrupted) {
      process.exitCode = error.exitCode;
    } else if (error instanceof SetupError) {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}
