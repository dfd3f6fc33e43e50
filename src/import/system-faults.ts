/** What the system says of files that cannot be read or written, as one line with what to do. */

const NOT_YOURS =
  'you may not read or write it: give yourself the right to, or work in a copy of your own';

const ADVICE: Record<string, string> = {
  EACCES: NOT_YOURS,
  EPERM: NOT_YOURS,
  EROFS: 'it is on a file system that can only be read: work in a copy elsewhere',
  ENOSPC: 'the disk is full: make room, then try again',
  EDQUOT: 'your share of the disk is full: make room, then try again',
  EBUSY: 'it is in use, or another disk is mounted there: name a folder below it',
  EEXIST: 'a file of this name is there: name another folder',
  EISDIR: 'it is a folder, where a file was meant: name another',
  ELOOP: 'a link in this path leads in a circle: name another',
  ENAMETOOLONG: 'the path is too long: name a shorter one',
  ENOTDIR: 'a part of this path is a file: name another folder',
};

/** Calls by which something is made: what they miss is the folder it was to be made in. */
const MAKING = new Set(['mkdir', 'copyfile', 'symlink']);
const NOWHERE = 'no folder can be made there: look at the path, and at where its links lead';

/**
 * The line for an error of the system that a person can mend.
 * @returns undefined for any other error, of which the stack is wanted
 */
export function systemFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {
    code = '',
    syscall = '',
    path,
    dest,
  } = error as NodeJS.ErrnoException & {
    dest?: string;
  };
  const advice = code === 'ENOENT' && MAKING.has(syscall) ? NOWHERE : ADVICE[code];
  return advice && `${dest ?? path ?? 'the folder of the site'}: ${advice} (${code})`;
}
