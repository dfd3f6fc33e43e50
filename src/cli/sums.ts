/**
 * SHA256SUMS: the digest of every file of a built site, as `sha256sum -c` reads it. It
 * is published with the site, so that whoever keeps a copy can prove it whole, with
 * nothing of ours; its own digest is the name of the release.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeWhole } from '../import/write-whole.ts';

export const SUMS = 'SHA256SUMS';

const digest = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** All files of a folder, by path below it, in the order of their code points. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** The text of SHA256SUMS for a folder. */
export const sumsOf = (folder: string): string =>
  filesOf(folder)
    .filter((file) => file !== SUMS)
    .map((file) => `${digest(readFileSync(join(folder, file)))}  ${file}\n`)
    .join('');

/** Writes it into the folder. */
export const writeSums = (folder: string): void => writeWhole(join(folder, SUMS), sumsOf(folder));
