/** Sets a book with Typst, whose program npm brings for the usual machines. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from './book.ts';

const TYPST = '@myriaddreamin/typst-ts-node-compiler';

/** There is no program of Typst for this machine, or the text cannot be set; the message is one line. */
export class NotSet extends Error {}

const { resolve } = createRequire(import.meta.url);
const font = (path: string): string => resolve(`@expo-google-fonts/${path}.ttf`);

/** The typefaces by weight, in the order in which `book.typ` asks them for a character of Traditional Chinese. */
export const TYPEFACES = {
  regular: [
    font('noto-serif-tc/400Regular/NotoSerifTC_400Regular'),
    font('noto-serif-sc/400Regular/NotoSerifSC_400Regular'),
    font('nanum-myeongjo/400Regular/NanumMyeongjo_400Regular'),
  ],
  bold: [
    font('noto-serif-tc/700Bold/NotoSerifTC_700Bold'),
    font('noto-serif-sc/700Bold/NotoSerifSC_700Bold'),
    font('nanum-myeongjo/700Bold/NanumMyeongjo_700Bold'),
  ],
};
const FONTS = [...TYPEFACES.regular, ...TYPEFACES.bold];

const TEMPLATE = readFileSync(new URL('book.typ', import.meta.url));

/** The folder in which Typst believes the files to lie; what it reads is given to it from memory. */
const FOLDER = fileURLToPath(new URL('book/', import.meta.url));

/** The nearest package.json above a file of a package. */
function versionOf(file: string): string {
  for (let at = dirname(file); at !== dirname(at); at = dirname(at)) {
    try {
      return readFileSync(`${at}/package.json`, 'utf8');
    } catch {}
  }
  return '';
}

/** The digest of all that a book's bytes depend on. */
export function digestOf(book: Book): string {
  const hash = createHash('sha256').update(JSON.stringify(book)).update(TEMPLATE);
  for (const file of [...FONTS, resolve(TYPST)]) hash.update(versionOf(file));
  return hash.digest('hex');
}

async function compilerOf() {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const fontBlobs = FONTS.map((file) => readFileSync(file));
    return NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] });
  } catch {
    throw new NotSet(`${TYPST} has no program for ${process.platform} on ${process.arch}`);
  }
}

/** How many of Typst's messages are told. */
const TOLD = 3;

function notSet(messages: readonly string[]): NotSet {
  const more = messages.length > TOLD ? ` and ${messages.length - TOLD} more` : '';
  return new NotSet(messages.slice(0, TOLD).join('; ') + more);
}

/** The messages in an error of the export, which are written as Rust shows its data. */
const messagesIn = (error: unknown): string[] =>
  [...String(error).matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map(([, said = '']) => said);

/**
 * The book as PDF 1.7 with tags, as PDF/UA-1 asks; what is not accessible by its rules is refused.
 * The same book gives the same bytes on every machine.
 * @throws NotSet where there is no Typst, a character has no glyph, or a rule is broken
 */
export async function typeset(book: Book): Promise<Uint8Array> {
  const compiler = await compilerOf();
  compiler.mapShadow(`${FOLDER}book.json`, Buffer.from(JSON.stringify(book)));
  compiler.mapShadow(`${FOLDER}book.typ`, TEMPLATE);
  const compiled = compiler.compile({ mainFilePath: `${FOLDER}book.typ` });
  const { result } = compiled;
  const faults = compiled.takeDiagnostics();
  if (!result) {
    const told = faults ? compiler.fetchDiagnostics(faults) : [];
    throw notSet(told.map(({ message }: { message: string }) => message));
  }
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1' });
  } catch (error) {
    throw notSet(messagesIn(error));
  }
}
