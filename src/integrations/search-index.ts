/** Writes the search index into the built site: Pagefind's files, and our tables beside them. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { Chapter } from '../model/chapter/chapter.ts';
import { SIGNATURE } from '../search/index/loader.ts';
import { ENTRY, type Entry, ORDER, WASM } from '../search/index/open-index.ts';
import { recordsOf, type SearchRecord } from '../search/index/records.ts';
import { searchedTokens } from '../search/index/searched-text.ts';
import { membersOf, tablesOf } from '../search/index/tables.ts';
import type { NameEntry, NoteSources, StoredRecord } from '../search/index/types.ts';
import { indexWord } from '../search/index/word.ts';

/**
 * Entries of a chunk of the index. Pagefind's 20,000 would make four chunks of
 * this chapter, of which a sentence needs all; with 1,000 a key costs 1.5 KB.
 */
const CHUNK_SIZE = '1000';

/** So named, Pagefind neither cuts words nor stems them: our tokens are its words. */
const LANGUAGE = 'unknown';

const digest = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 10);

const pack = (data: unknown): Buffer => gzipSync(SIGNATURE + JSON.stringify(data), { level: 9 });

const unpack = (file: IndexFile): unknown =>
  JSON.parse(gunzipSync(file.content).toString().slice(SIGNATURE.length));

function storedOf(record: SearchRecord): StoredRecord {
  const { filters, ...stored } = record;
  return stored;
}

async function pagefindFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  // The service reads it when it starts; there is no option for it.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK_SIZE;
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
    for (const [order, record] of records.entries()) {
      const stored = storedOf(record);
      const added = await index.addCustomRecord({
        // Pagefind names a record's file by what it is given, so it is given all that the file will hold.
        url: `${order} ${digest(JSON.stringify(stored))}`,
        content: searchedTokens(record)
          .map((t) => indexWord(t.key))
          .join(' '),
        language: LANGUAGE,
        sort: { [ORDER]: String(order) },
      });
      if (added.errors.length > 0) throw new Error(`${stored.path}: ${added.errors.join('; ')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
    return written.files;
  } finally {
    await close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

/** The files of the bundle that search loads; of records, the verbatim text in place of tokens. */
function bundle(files: readonly IndexFile[], records: readonly SearchRecord[]): IndexFile[] {
  return files.flatMap((file): IndexFile[] => {
    if (file.path.endsWith('.pf_fragment')) {
      const { url } = unpack(file) as { url: string };
      const record = records[Number(url.split(' ')[0])];
      if (!record) throw new Error(`Pagefind has made a record of its own: ${url}`);
      return [{ path: file.path, content: pack(storedOf(record)) }];
    }
    return file.path === WASM || /\.pf_(?:meta|index)$/u.test(file.path) ? [file] : [];
  });
}

/** A file of our tables, named by its contents. */
function tableFile(name: string, data: unknown): IndexFile {
  const content = pack(data);
  return { path: `${name}.${digest(content)}.pf_tables`, content };
}

/** Writes the index of records into a folder, replacing what stood there; same records, same bytes. */
export async function writeRecords(
  records: readonly SearchRecord[],
  outDir: string,
  names: readonly NameEntry[] = [],
  shown?: (text: string) => string,
): Promise<void> {
  const files = await pagefindFiles(records);
  const tables = tableFile('tables', tablesOf(records, names, shown));
  const facets = tableFile('facets', membersOf(records));
  const entryFile = files.find((file) => file.path === ENTRY);
  if (!entryFile) throw new Error(`Pagefind has written no ${ENTRY}`);
  const pagefind = JSON.parse(Buffer.from(entryFile.content).toString()) as Omit<Entry, 'tables'>;
  const entry: Entry = { ...pagefind, tables: tables.path, facets: facets.path };
  rmSync(outDir, { recursive: true, force: true });
  for (const { path, content } of [
    ...bundle(files, records),
    tables,
    facets,
    { path: ENTRY, content: Buffer.from(JSON.stringify(entry)) },
  ]) {
    const target = join(outDir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Writes the index of a chapter, its notes with what is known of their sources. */
export async function writeSearchIndex(
  chapter: Chapter,
  noteSources: readonly NoteSources[],
  outDir: string,
  names: readonly NameEntry[] = [],
  shown?: (text: string) => string,
): Promise<void> {
  await writeRecords(recordsOf(chapter, noteSources), outDir, names, shown);
}
