/**
 * `npm run compress [folder]`: writes a .br and a .gz beside each text file of the built
 * site, for servers that send them as they are. The same files, the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';
import { isSite } from './output.ts';
import { filesOf } from './sums.ts';

/** Text; the files of the search index are compressed already, and so are pictures and EPUB. */
const TEXT =
  /(?:\.(?:html|css|js|json|jsonld|webmanifest|xml|svg|txt|md|csv|bib|ris)|\/?SHA256SUMS)$/u;

/** Below this a packet holds either form. */
const SMALLEST = 1024;

const FORMS: [ending: string, compress: (data: Buffer) => Buffer][] = [
  [
    '.br',
    (data) =>
      brotliCompressSync(data, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
        },
      }),
  ],
  ['.gz', (data) => gzipSync(data, { level: 9 })],
];

/**
 * Compresses the text files of a folder.
 * @returns how many there were
 */
export function compressFolder(folder: string): number {
  const files = filesOf(folder).filter((file) => TEXT.test(file));
  let count = 0;
  for (const file of files) {
    const path = join(folder, file);
    const data = readFileSync(path);
    if (data.length < SMALLEST) continue;
    for (const [ending, compress] of FORMS) writeFileSync(path + ending, compress(data));
    count += 1;
  }
  return count;
}

function main(): void {
  const [folder = 'dist'] = wordsOf('compress', process.argv.slice(2));
  if (!existsSync(folder)) throw new Refused(`there is no ${folder}/: run npm run build first`);
  if (!isSite(folder))
    throw new Refused(`${folder} is no site that npm run build made: nothing was compressed`);
  console.log(`${compressFolder(folder)} files compressed in ${folder}`);
}

if (import.meta.main) await inOneLine(main);
