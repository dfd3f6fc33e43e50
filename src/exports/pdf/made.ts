/**
 * The PDF that a build has made at its beginning (src/integrations/pdf.ts), for all that names
 * it: where no PDF could be made, nothing leads to one.
 */
import { readFileSync } from 'node:fs';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { type Download, downloadsOf, PDF, promisedOf } from '../../model/downloads/downloads.ts';

/** The variable of the environment that holds the file’s path while the site is built. */
const VARIABLE = 'ZHANGJU_PDF';

/** Tells of the file, or that there is none. */
export function tellPdf(file: string | undefined): void {
  if (file === undefined) delete process.env[VARIABLE];
  else process.env[VARIABLE] = file;
}

/** The PDF of this build. @throws Error when it has none */
export function madePdf(): Uint8Array<ArrayBuffer> {
  const file = process.env[VARIABLE];
  if (file === undefined) throw new Error(`${PDF} was not made`);
  return new Uint8Array(readFileSync(file));
}

/** The files under /downloads/ that this build offers. */
export const availableDownloads = (chapter: Chapter): readonly Download[] =>
  process.env[VARIABLE] === undefined ? promisedOf(chapter) : downloadsOf(chapter);
