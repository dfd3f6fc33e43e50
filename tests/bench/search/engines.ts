/** The engines compared: their files as a server would send them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { writeRecords } from '../../../src/integrations/search-index.ts';
import type { SearchRecord } from '../../../src/search/index/records.ts';
import { searchedText } from '../../../src/search/index/searched-text.ts';
import { BIGRAMS, type Document } from './bigrams.ts';

/** A file, compressed: by its maker (`raw`), or as a server compresses it on the way. */
interface Sent {
  body: Buffer;
  raw: boolean;
}
/** Path below the engine's folder → file. */
type Files = Map<string, Sent>;

export interface Engine {
  name: string;
  /** The one to which the others are compared comes first. */
  files: Files;
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The same gzip for every engine. */
const sent = (bytes: Buffer): Sent =>
  isGzip(bytes) ? { body: bytes, raw: true } : { body: gzipSync(bytes, { level: 9 }), raw: false };

function folder(path: string): Files {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(path, name)).isFile());
  return new Map(files.map((name) => [`index/${name}`, sent(readFileSync(join(path, name)))]));
}

/** The program of an engine: bundled and minified alike for all. */
async function code(name: string): Promise<[string, Sent]> {
  const entry = fileURLToPath(new URL(`page/${name}.ts`, import.meta.url));
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022' } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [entry], write: false });
  return ['code.js', sent(Buffer.from(outputFiles[0]?.contents ?? ''))];
}

export const documentsOf = (records: readonly SearchRecord[]): Document[] =>
  records.map((record) => ({ id: record.path, text: searchedText(record) }));

/** MiniSearch's index as text; also used to weigh it at other sizes. */
export function bigramIndex(documents: readonly Document[]): MiniSearch<Document> {
  const index = new MiniSearch(BIGRAMS);
  index.addAll(documents);
  return index;
}

function flexIndex(documents: readonly Document[]): [key: string, data: string][] {
  const index = new Index({ encoder: Charset.CJK });
  for (const { id, text } of documents) index.add(id, text);
  const parts: [string, string][] = [];
  index.export((key, data) => {
    if (data) parts.push([key, data]);
  });
  return parts;
}

/** Not by `writeFiles`: under load it has ended before its last file was whole. */
async function stockPagefind(documents: readonly Document[]): Promise<Files> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh-hant' });
    if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
    for (const { id, text } of documents)
      await index.addCustomRecord({ url: id, content: text, language: 'zh-hant' });
    const { files } = await index.getFiles();
    return new Map(files.map(({ path, content }) => [`index/${path}`, sent(Buffer.from(content))]));
  } finally {
    await close();
  }
}

/**
 * Makes the engines' indexes of the same records.
 * @param work a folder for our index
 */
export async function makeEngines(
  records: readonly SearchRecord[],
  work: string,
): Promise<Engine[]> {
  const documents = documentsOf(records);
  await writeRecords(records, join(work, 'ours'));
  const pagefind = await stockPagefind(documents);
  const shown: Files = new Map(
    records.map(({ filters, ...stored }) => [
      `records/${encodeURIComponent(stored.path)}`,
      sent(Buffer.from(JSON.stringify(stored))),
    ]),
  );
  const one = (data: unknown): Files =>
    new Map([['index.json', sent(Buffer.from(JSON.stringify(data)))], ...shown]);
  const made: [name: string, Files][] = [
    ['ours', folder(join(work, 'ours'))],
    ['pagefind', pagefind],
    ['minisearch', one(bigramIndex(documents))],
    ['flexsearch', one(flexIndex(documents))],
  ];
  return Promise.all(
    made.map(async ([name, files]) => ({ name, files: files.set(...(await code(name))) })),
  );
}
