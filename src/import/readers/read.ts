/** Reads a file of any of the formats: which one it is, its bytes and its name tell. */
import { ImportError } from '../errors.ts';
import { readText } from './text.ts';
import { withoutContents } from './typed-contents.ts';
import type { Format, Reader, ReaderOptions, SourceDocument } from './types.ts';

/** Each reader with its libraries is loaded when a file needs it. */
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx/read.ts')).readDocx,
  html: async () => (await import('./html.ts')).readHtml,
  tei: async () => (await import('./tei.ts')).readTei,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  odt: async () => (await import('./odt/read.ts')).readOdt,
  text: async () => readText,
  pdf: async () => (await import('./pdf.ts')).readPdf,
};

const EXTENSIONS: Readonly<Record<string, Format>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  odt: 'odt',
  ott: 'odt',
  pdf: 'pdf',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  xml: 'tei',
  tei: 'tei',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

/** What may be handed in, for messages. */
const ACCEPTED = '.docx, .odt, .pdf, .txt, .md, .xml (TEI), .html';

/** The largest file that is opened. */
const LARGEST = 300 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte);

const extensionOf = (name: string) => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';

/** The first kilobytes as text, whatever they are. */
const headOf = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes.subarray(0, 4096));

const isContainer = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b);

function formatOfContainer(bytes: Uint8Array, name: string): Format {
  // ODF says what it is in the first entry, stored as it is.
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.text/u.test(headOf(bytes))) return 'odt';
  const format = EXTENSIONS[extensionOf(name)];
  return format === 'odt' ? 'odt' : 'docx';
}

/**
 * The format of a file.
 * @throws ImportError for what cannot be read, saying what to do
 */
function formatOf(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0)
    throw new ImportError(0, 'the file is empty', 'give the file that holds the text');
  if (bytes.length > LARGEST)
    throw new ImportError(
      0,
      `the file has ${Math.round(bytes.length / 1024 / 1024)} MB, more than the ${LARGEST / 1024 / 1024} MB that are opened`,
      'take the pictures out, or give one chapter alone',
    );
  const extension = extensionOf(name);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw extension === 'docx'
      ? new ImportError(
          0,
          'the file is locked with a password',
          'take the password off in Word, and save it anew',
        )
      : new ImportError(
          0,
          'the file is of an old Word (.doc), which cannot be read',
          'open it in Word or LibreOffice and save it as .docx',
        );
  if (/^\{\\rtf/u.test(headOf(bytes)))
    throw new ImportError(0, 'the file is RTF, which cannot be read', 'save it as .docx');
  if (isContainer(bytes)) return formatOfContainer(bytes, name);
  const head = headOf(bytes);
  if (/^.{0,1024}%PDF-/su.test(head)) return 'pdf';
  const format = EXTENSIONS[extension];
  if (format === 'docx' || format === 'odt' || format === 'pdf')
    throw new ImportError(
      0,
      `the file is called .${extension} and is none`,
      'copy or save it anew; it may have been broken on its way',
    );
  if (/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html)/iu.test(head))
    return 'html';
  if (format) return format;
  throw new ImportError(
    0,
    extension === ''
      ? 'the file has no extension that tells what it is'
      : `files .${extension} cannot be read`,
    `give one of ${ACCEPTED}`,
  );
}

/** Parsers call themselves for what stands within: so many thousand levels have no room. */
const isTooDeep = (error: unknown): boolean =>
  (error instanceof RangeError && /call stack/u.test(error.message)) ||
  (error instanceof ImportError && /call stack/u.test(error.message));

const tooDeep = () =>
  new ImportError(
    0,
    'the file is nested deeper than a text can be',
    'save it anew with the program that made it, or give another format',
  );

/**
 * Reads a file into the typed document.
 * @throws ImportError for what cannot be read; then nothing is to be written
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: ReaderOptions,
): Promise<SourceDocument> {
  const format = formatOf(bytes, name);
  try {
    const read = await READERS[format]();
    return withoutContents(await read(bytes, options));
  } catch (error) {
    throw isTooDeep(error) ? tooDeep() : error;
  }
}
