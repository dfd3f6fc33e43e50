/** The selected words as a Word file, cut in the browser out of that of their section. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Run } from '../../search/cite/runs.ts';
import type { Subject } from '../cite/subject.ts';
import { make } from '../dom/elements.ts';
import { inSite } from '../site/urls.ts';
import { cutDocument, cutNotes } from './cut.ts';
import { type Passage, passageOf } from './passage.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEXT = 'word/document.xml';
const NOTES = 'word/footnotes.xml';

/** The Word file in which a passage stands: that of its section, or of the chapter where it stands in two. */
function fileOf({ places }: Subject, { first, last }: Passage): string {
  const [path, end] = [first, last].map((id) => places.blocks[id]?.path);
  return path !== undefined && path === end ? `${path}section.docx` : '/downloads/chapter.docx';
}

/**
 * A Word file with a passage alone and the notes that are marked in it.
 * @param whole the file of the text
 * @throws where the passage is not in it
 */
export function wordOf(
  whole: Uint8Array,
  passage: Passage,
  citation: readonly Run[],
): Uint8Array<ArrayBuffer> {
  const files = unzipSync(whole);
  const read = (part: string) =>
    new DOMParser().parseFromString(strFromU8(files[part] ?? new Uint8Array()), 'application/xml');
  const write = (part: string, xml: Document) => {
    files[part] = strToU8(new XMLSerializer().serializeToString(xml));
  };
  const [text, notes] = [read(TEXT), read(NOTES)];
  const kept = cutDocument(text, passage, citation);
  cutNotes(notes, kept);
  write(TEXT, text);
  write(NOTES, notes);
  return zipSync(files);
}

/**
 * Makes the file and hands it to the browser to be kept.
 * @throws where the file of the text cannot be had, or the words are not in it
 */
export async function downloadWord(subject: Subject, citation: readonly Run[]): Promise<void> {
  const passage = passageOf(subject);
  if (!passage) throw new Error('no words of the text are selected');
  const answer = await fetch(inSite(fileOf(subject, passage)));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const whole = new Uint8Array(await answer.arrayBuffer());
  const url = URL.createObjectURL(new Blob([wordOf(whole, passage, citation)], { type: TYPE }));
  make('a', { href: url, download: `${passage.first}.docx` }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
