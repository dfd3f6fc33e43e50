/** The files under /downloads/: one record each. Its maker stands under the same name in src/exports/downloads.ts. */
import type { Chapter } from '../chapter/chapter.ts';
import { type DownloadRecord, HAS, RECORDS } from './records.ts';

/** The name of a file under /downloads/. */
export type Download = (typeof RECORDS)[number]['file'];

const BY_FILE = new Map<string, DownloadRecord>(RECORDS.map((record) => [record.file, record]));

/**
 * The record of a file under /downloads/.
 * @throws when there is no such file
 */
export function downloadRecord(file: string): DownloadRecord {
  const record = BY_FILE.get(file);
  if (!record) throw new Error(`${file} is no download: give it a record in downloads.ts`);
  return record;
}

/** All files, in the order of their publication. */
export const ALL_DOWNLOADS: readonly Download[] = RECORDS.map(({ file }) => file);

/** Those of a chapter, the optional ones too: none would be empty. */
export const downloadsOf = (chapter: Chapter): Download[] =>
  ALL_DOWNLOADS.filter((file) => {
    const { of } = downloadRecord(file);
    return of === undefined || HAS[of](chapter);
  });

/** Those that every build of a chapter has. */
export const promisedOf = (chapter: Chapter): Download[] =>
  downloadsOf(chapter).filter((file) => !downloadRecord(file).optional);

/** The JSON Schemas of its data. */
export const schemasOf = (chapter: Chapter): Download[] =>
  downloadsOf(chapter).filter((file) => file.startsWith('schema/'));

/** The media type of a file under /downloads/. */
export const mediaType = (file: string): string => downloadRecord(file).type;

/** What a file of a chapter is good for. */
export function purposeOf(file: string, chapter: Chapter): string {
  const { purpose } = downloadRecord(file);
  return typeof purpose === 'string' ? purpose : purpose(chapter);
}

/** Files in the order in which readers are offered them. */
export const inOrder = (files: readonly Download[]): Download[] =>
  files.toSorted((a, b) => downloadRecord(a).order - downloadRecord(b).order);

/** The file that not every machine can make. */
export const PDF = 'chapter.pdf' satisfies Download;

/** The file that describes the chapter; the others hold its text, notes and sources. */
export const METADATA = 'chapter.jsonld' satisfies Download;

export const isMetadata = (file: string): boolean => file === METADATA;
