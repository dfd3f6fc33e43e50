/**
 * The PDF that `npm run pdf` has made, for the build to take along. It is made by a
 * browser, so the build cannot make it; and one that was made of anything else than
 * what is built now is none.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../../import/content-folder.ts';

/** Where it waits: the file, and the digest of what it was made of. */
export const MADE = { pdf: '.pdf/chapter.pdf', stamp: '.pdf/stamp' } as const;

/** All that can change the book: the text, the program, the versions of the tools. */
const MADE_OF = [CONTENT, 'src', 'package-lock.json'];

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

/** The digest of what the book is made of, and of the address it names. */
export function stampOf(site: string | undefined): string {
  const hash = createHash('sha256').update(site ?? '');
  const files = MADE_OF.flatMap((path) => (/\.json$/u.test(path) ? [path] : filesIn(path).sort()));
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

let read: { pdf: Uint8Array<ArrayBuffer> | undefined } | undefined;

/** The PDF, if there is one of just this text and program. */
export function madePdf(site: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (read) return read.pdf;
  const fits =
    existsSync(MADE.pdf) &&
    existsSync(MADE.stamp) &&
    readFileSync(MADE.stamp, 'utf8') === stampOf(site);
  read = { pdf: fits ? new Uint8Array(readFileSync(MADE.pdf)) : undefined };
  return read.pdf;
}
