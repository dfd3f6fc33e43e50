/** The import itself: bytes of a source text and its settings → the files of `content/`. */
import { type RawBlock, toBlocks } from './blocks.ts';
import { noteDrafts, sectionDrafts, titleOf } from './document.ts';
import { ImportError } from './errors.ts';
import { faultOfMarkdown, faultOfYaml, renewMarkdown, renewYaml } from './frontmatter.ts';
import { decode, toLines } from './lines.ts';
import { findMarks } from './noterefs.ts';
import { readNotes } from './notes.ts';
import { toPages } from './pages.ts';
import { compare, contentStream } from './proof.ts';
import { checkRestarts } from './restarts.ts';
import { readSettings } from './settings.ts';

/** What was imported, for the closing summary. */
export interface Summary {
  sections: number;
  headings: number;
  paragraphs: number;
  tables: number;
  notes: number;
  marks: number;
  firstPage: number;
  lastPage: number;
  /** Printed characters, white space aside, notes and furniture included. */
  characters: number;
  repairedUrls: number;
}

/** The files to write, by path below the content folder, and the summary. */
export interface Imported {
  files: Map<string, string>;
  summary: Summary;
}

/** What was added by hand is not written over when it cannot be read. */
function refuse(path: string, fault: string | undefined): void {
  if (fault === undefined) return;
  throw new ImportError(
    0,
    `${path} cannot be renewed: ${fault}`,
    'mend the file, or take it away: the import writes it anew',
    'content',
  );
}

const padded = (number: number) => String(number).padStart(3, '0');

/**
 * Imports a source text. Pure: reads nothing and writes nothing itself.
 * @param bytes the source file
 * @param name its file name, under which its copy stands in `content/source/`
 * @param settingsYaml the settings beside it; empty for none
 * @param existing gives the present text of a content file, or '' (so that
 *   additions made by hand to front matter survive)
 * @param progress is told each step
 * @throws ImportError for bad input; then nothing is to be written
 */
export function importText(
  bytes: Uint8Array,
  name: string,
  settingsYaml: string,
  existing: (path: string) => string,
  progress: (step: string) => void = () => {},
): Imported {
  const settings = readSettings(settingsYaml);
  const text = decode(bytes);
  const lines = toLines(text);
  progress(`text: ${lines.length} lines`);
  const { pages, furniture } = toPages(lines, settings);
  progress(`pages: ${pages.length}`);
  const blocks = toBlocks(pages, settings);
  progress(`blocks: ${blocks.length}`);
  const rawNotes = readNotes(pages, settings);
  const marks = findMarks(pages, rawNotes, settings);
  if (settings.noteNumbers === 'section') checkRestarts(rawNotes, marks, blocks);
  progress(`notes: ${rawNotes.length}, marks: ${marks.length}`);

  const sections = sectionDrafts(blocks, marks);
  const notes = noteDrafts(rawNotes);
  const difference = compare(text, contentStream({ sections, notes, furniture }));
  if (difference) {
    throw new ImportError(
      difference.sourceLine,
      `the content would differ from the source: the source has “${difference.expected}”, the content “${difference.found}”`,
      'this is a fault of the import, not of the text: report it with the text',
    );
  }
  progress('proof: the content gives the source back, character for character');

  // The first block is the chapter's heading: toBlocks has seen to that.
  const chapter = blocks[0] as Extract<RawBlock, { type: 'heading' }>;
  const first = pages[0]?.number ?? 0;
  const last = pages.at(-1)?.number ?? 0;
  const files = new Map<string, string>();
  const renewed = (path: string, derived: Record<string, unknown>, body: string) => {
    const present = existing(path);
    refuse(path, faultOfMarkdown(present));
    files.set(path, renewMarkdown(present, derived, body));
  };
  const present = existing('chapter.yaml');
  refuse('chapter.yaml', faultOfYaml(present));
  files.set(
    'chapter.yaml',
    renewYaml(present, {
      number: chapter.label.number,
      label: chapter.label.label,
      title: titleOf(chapter, marks),
      source: name,
      pages: { first, last, ...(settings.pageNumbers ? {} : { printed: false }) },
      furniture,
    }),
  );
  for (const { number, label, title, body } of sections) {
    renewed(`sections/${number}.md`, { number, label, title }, body);
  }
  for (const { number, mark, page, body, urls } of notes) {
    renewed(
      `footnotes/${padded(number)}.md`,
      { number, mark, page, urls: urls.length ? urls : undefined },
      body,
    );
  }
  const count = (type: string) => blocks.filter((b) => b.type === type).length;
  return {
    files,
    summary: {
      sections: sections.length,
      headings: count('heading'),
      paragraphs: count('paragraph'),
      tables: count('table'),
      notes: notes.length,
      marks: marks.length,
      firstPage: first,
      lastPage: last,
      characters: text.replace(/\s+/gu, '').length,
      repairedUrls: notes.reduce((sum, note) => sum + note.urls.length, 0),
    },
  };
}
