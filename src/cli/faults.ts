/** What a command says of what went wrong: one line for what the person can mend. */
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

/** What a system says that does not let a file be written, and what can be done about it. */
const SYSTEM: Record<string, string> = {
  EACCES: 'it may not be written: give yourself the right to, or work in a copy of your own',
  EPERM: 'it may not be written: give yourself the right to, or work in a copy of your own',
  EROFS: 'it is on a file system that can only be read: work in a copy elsewhere',
  ENOSPC: 'the disk is full: make room, then build again',
  EDQUOT: 'your share of the disk is full: make room, then build again',
  EBUSY: 'it is in use, or another disk is mounted there: name a folder below it',
  EEXIST: 'a file of this name is there: name another folder',
  ENOTDIR: 'a part of this path is a file: name another folder',
  ENAMETOOLONG: 'the path is too long: name a shorter one',
};

/**
 * The line for an error that a person can mend.
 * @returns undefined for any other error, of which the stack is wanted
 */
export function lineOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ([Refused, OutputError, SetupError, SiteAddressError].some((kind) => error instanceof kind))
    return error.message;
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const advice = SYSTEM[code];
  return advice && `${dest ?? path ?? 'the folder of the site'}: ${advice} (${code})`;
}
