/** Opens the containers of Word and ODT files, which are ZIP archives. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { ImportError } from '../errors.ts';

/** No part of a book's text is larger, and no container holds more of them. */
const LARGEST = 128 * 1024 * 1024;
const MOST = 20_000;
/** XML shrinks to a tenth or a thirtieth; what shrinks to less than this is made to fill a memory. */
const THICKEST = 2000;

const hostile = (what: string) =>
  new ImportError(
    0,
    `the file ${what}`,
    'it is not a document a word processor would save: save it anew and try again',
  );

const broken = () =>
  new ImportError(0, 'the file is broken: its container cannot be opened', 'copy or save it anew');

/** Bit 0 of the flags of an entry says that it is encrypted; the entries' heads say so in clear. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[6] ?? 0) & 1) === 1;
}

/**
 * Opens the parts of a container that are asked for.
 * @param wants whether a part is needed
 * @returns the parts by their names
 * @throws ImportError when it is locked, broken, or would fill the memory
 */
export function openContainer(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
): Map<string, Uint8Array> {
  if (isEncrypted(bytes))
    throw new ImportError(
      0,
      'the file is locked with a password',
      'take the password off, and save it anew',
    );
  let count = 0;
  let total = 0;
  const filter = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    count += 1;
    if (count > MOST) throw hostile(`holds more than ${MOST} parts`);
    if (!wants(name)) return false;
    total += originalSize;
    if (total > LARGEST || (originalSize > 1_000_000 && originalSize > size * THICKEST))
      throw hostile(`would unpack to more than it can hold (${name})`);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw broken();
  }
}
