/** The full references under which a note is found that cites a work in short. */
import { readFileSync } from 'node:fs';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import { plainReference } from '../../src/model/sources/reference.ts';
import { sourceNamed } from '../../src/model/sources/uses.ts';
import type { Text } from './truth.ts';

export interface NoteData {
  number: number;
  section: string;
  text: string;
  citations: { source: string; form: string }[];
  unresolved: { form: string }[];
}

const DOWNLOADS = new URL('../../dist/downloads/', import.meta.url);

/** A file that the site offers for download, as data. */
export const downloaded = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(file, DOWNLOADS), 'utf8')) as T;

const SHORT = new Set(['ibid', 'op-cit', 'tongshangzhu', 'qianyinwen', 'short']);

/** References of notes that print only a short form, each as a text at the note's address. */
export function shortReferences(): Text[] {
  const read = readContent('content');
  if ('findings' in read) throw new Error('content/ cannot be read: run npm run check');
  const chapter = buildChapter(read.content);
  return downloaded<NoteData[]>('notes.json').flatMap(({ number, citations }) =>
    citations
      .filter(({ form }) => SHORT.has(form))
      .map(({ source }) => {
        const work = sourceNamed(chapter, source);
        if (!work) throw new Error(`note ${number} cites ${source}, which is no source`);
        return { path: `/notes/${number}/`, text: plainReference(work) };
      }),
  );
}
