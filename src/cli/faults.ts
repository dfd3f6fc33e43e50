/** What a command says of what went wrong: one line for what the person can mend. */
import { systemFault } from '../import/system-faults.ts';
import { SiteAddressError } from '../model/addresses/site-address.ts';
import { OutputError } from './output.ts';
import { SetupError } from './setup/errors.mjs';

/** The content or the site is not as it must be; the message says where and what to do. */
export class Refused extends Error {}

/** Runs a command: what a person can mend is one line of it, and any other error a stack. */
export async function inOneLine(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(lineOf(error) ?? error);
    process.exitCode = 1;
  }
}

/**
 * The line for an error that a person can mend.
 * @returns undefined for any other error, of which the stack is wanted
 */
export function lineOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ([Refused, OutputError, SetupError, SiteAddressError].some((kind) => error instanceof kind))
    return error.message;
  return systemFault(error);
}
