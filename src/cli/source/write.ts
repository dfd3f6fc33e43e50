/** Writes what became of a note: all of its files, or none. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeWhole } from '../../import/write-whole.ts';

/**
 * Writes files so that all are new or all are as they were.
 * @param files their text, by path
 * @throws the system's error, when one cannot be written; then the others are as they were
 */
export function writeTogether(files: ReadonlyMap<string, string>): void {
  const before = new Map<string, Buffer | undefined>();
  try {
    for (const [path, text] of files) {
      before.set(path, existsSync(path) ? readFileSync(path) : undefined);
      writeWhole(path, text);
    }
  } catch (error) {
    for (const [path, bytes] of before) {
      if (bytes !== undefined) writeWhole(path, bytes);
      else rmSync(path, { force: true });
    }
    throw error;
  }
}
