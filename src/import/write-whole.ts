/** Writes files so that nobody ever finds half of one: what was there stays until all of the new is on the disk. */
import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file, and the folders above it. A link is followed: the file it leads to is written.
 * @throws the system's error, when it cannot be written; then the file is as it was
 */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const target = isThere ? realpathSync(path) : path;
  mkdirSync(dirname(target), { recursive: true });
  const half = `${target}.${process.pid}.part`;
  try {
    writeFileSync(half, data);
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { force: true });
    // The person knows the file, and not what stood beside it for a moment.
    throw Object.assign(error as NodeJS.ErrnoException, { path: target, dest: undefined });
  }
}
