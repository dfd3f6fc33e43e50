/** The import itself: a typed document and its settings → the files of `content/`. */
import { account } from './account.ts';
import type { Placed } from './arrange.ts';
import { remarksAround } from './chapters.ts';
import { divide } from './divide.ts';
import {
  noteBody,
  type PlacedHeading,
  type SectionDraft,
  sectionDrafts,
  titled,
} from './document.ts';
import { ImportError } from './errors.ts';
import { faultOfMarkdown, faultOfYaml, renewMarkdown, renewYaml } from './frontmatter.ts';
import type { Manner } from './inlines.ts';
import { numberNotes } from './note-numbers.ts';
import { numberPages } from './page-numbers.ts';
import { compare, contentStream } from './proof.ts';
import { describePlace } from './readers/places.ts';
import { readFile } from './readers/read.ts';
import { readText } from './readers/text.ts';
import type { Question, SourceDocument } from './readers/types.ts';
import { remarksOn } from './remarks.ts';
import { readSettings, type Settings } from './settings.ts';
import { streamOf, wordDifference } from './streams.ts';

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
  /** Whether the file tells where pages begin. */
  paged: boolean;
  /** Printed characters, white space aside, notes and furniture included. */
  characters: number;
  repairedUrls: number;
  /** What a person should know: what was changed, and what was left out. */
  remarks: string[];
  /** What could be read another way. */
  questions: Question[];
}

/** The files to write, by path below the content folder, and the summary. */
export interface Imported {
  files: Map<string, string>;
  summary: Summary;
}

/** Gives the present text of a content file, or '' (so that additions made by hand to front matter survive). */
export type Existing = (path: string) => string;

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

const atFault = (message: string, line = 0) =>
  new ImportError(
    line,
    message,
    'this is a fault of the import, not of the text: report it with the text',
  );

/** All that the reader found must have become something. */
function checkAccount(document: SourceDocument): void {
  const [fault] = account(document);
  if (!fault) return;
  const unit = document.units[fault.unit];
  const where = unit ? describePlace(unit.place) : 'somewhere';
  throw atFault(`a character of the file is ${fault.what} at ${where}: ${fault.message}`);
}

/** Everything after the readers: what the content is made of. */
interface Made {
  sections: SectionDraft[];
  notes: {
    number: number;
    mark: string | undefined;
    marks: number | undefined;
    page: number;
    body: string;
    urls: { printed: string; url: string }[];
  }[];
  furniture: { page: number; text: string }[];
  /** The text as it was read. */
  stream: string;
}

function write(
  arrangement: Parameters<typeof streamOf>[0],
  marks: Map<string, string>,
  manner: Manner,
): Made {
  const sections = sectionDrafts(arrangement.blocks, manner);
  const notes = arrangement.notes.map(({ number, mark, page, marks: count, blocks }) => ({
    number,
    marks: count > 1 ? count : undefined,
    mark: mark === String(number) ? undefined : mark,
    page,
    ...noteBody(blocks, manner),
  }));
  const { furniture } = arrangement;
  return { sections, notes, furniture, stream: streamOf(arrangement, marks, manner) };
}

/**
 * The content must give the document back, in characters and in words.
 * @returns the stream of the content
 */
function prove(made: Made, arrangement: Parameters<typeof streamOf>[0]): string {
  const stream = contentStream(made);
  const difference = compare(made.stream, stream);
  if (difference)
    throw atFault(
      `the content would differ from the source: the source has “${difference.expected}”, the content “${difference.found}”`,
    );
  const words = wordDifference(arrangement, made);
  if (words)
    throw atFault(
      `the content would fuse or split words: the source has “${words.expected.slice(0, 60)}”, the content “${words.found.slice(0, 60)}”`,
    );
  return stream;
}

const noText = () =>
  new ImportError(
    0,
    'the chapter has a heading, and no text under it',
    'give the file that holds the text, or choose another chapter with --chapter',
  );

/** What a caller may want of an import besides the file. */
interface ImportOptions {
  settings: Settings;
  existing: Existing;
  /** The chapter to take of a file that has several. */
  chapter?: number | undefined;
  progress?: ((step: string) => void) | undefined;
  /** The source as text, where the file itself is one that `npm run check` can compare with. */
  text?: string | undefined;
}

/** The number of a chapter's heading is that of its label; the site counts one without from 1. */
const headingOf = (blocks: Placed[]) => blocks[0] as PlacedHeading;

/**
 * Makes the files of `content/` of a typed document. Pure: reads nothing and
 * writes nothing itself.
 * @param name the file name of the source, under which its copy stands in `content/source/`
 * @throws ImportError for what cannot be imported; then nothing is to be written
 */
function importDocument(
  document: SourceDocument,
  name: string,
  { settings, existing, chapter: wanted, progress = () => {}, text }: ImportOptions,
): Imported {
  checkAccount(document);
  progress('proof: all that the file holds is accounted for');
  const { outlined, chapter, blocks: bare, remarks } = divide(document, settings, wanted);
  if (bare.every((b) => b.type === 'heading')) throw noText();
  const pages = numberPages(document, bare, outlined.slice(0, chapter.from), settings);
  const numbered = numberNotes(document, pages.blocks, pages);
  progress(`notes: ${numbered.notes.length}, marks: ${numbered.marks}`);
  const manner: Manner = {
    noteNumber: numbered.numberOf,
    pageNumber: pages.numberOf,
    spaces: document.format === 'pdf' || document.format === 'text' ? 'extracted' : 'written',
  };
  const arrangement = {
    blocks: pages.blocks,
    notes: numbered.notes,
    furniture: pages.furniture,
  };
  const made = write(arrangement, numbered.markOf, manner);
  const stream = prove(made, arrangement);
  progress('proof: the content gives the source back, character for character');

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
      number: chapter.number,
      ...titled(headingOf(pages.blocks), manner),
      source: name,
      pages: { first: pages.first, last: pages.last, ...(pages.printed ? {} : { printed: false }) },
      furniture: made.furniture,
    }),
  );
  for (const { number, label, title, body } of made.sections) {
    renewed(`sections/${number}.md`, { number, label, title }, body);
  }
  for (const { number, mark, page, marks, body, urls } of made.notes) {
    renewed(
      `footnotes/${padded(number)}.md`,
      { number, mark, page, marks, urls: urls.length ? urls : undefined },
      body,
    );
  }
  if (text === undefined || compare(text, stream))
    files.set(`source/${name}.read.txt`, made.stream);
  const count = (type: string) => pages.blocks.filter((b) => b.type === type).length;
  return {
    files,
    summary: {
      sections: made.sections.length,
      headings: count('heading'),
      paragraphs: count('paragraph'),
      tables: count('table'),
      notes: made.notes.length,
      marks: numbered.marks,
      firstPage: pages.first,
      lastPage: pages.last,
      paged: pages.printed,
      characters: made.stream.replace(/\s+/gu, '').length,
      repairedUrls: made.notes.reduce((sum, note) => sum + note.urls.length, 0),
      remarks: [
        ...remarksOn(document),
        ...remarksAround(outlined, chapter),
        ...remarks,
        ...pages.remarks,
        ...numbered.remarks,
      ],
      questions: document.questions,
    },
  };
}

/**
 * Imports a source text.
 * @param bytes the source file
 * @param name its file name, under which its copy stands in `content/source/`
 * @param settingsYaml the settings beside it; empty for none
 * @param existing gives the present text of a content file, or ''
 * @param progress is told each step
 * @throws ImportError for bad input; then nothing is to be written
 */
export function importText(
  bytes: Uint8Array,
  name: string,
  settingsYaml: string,
  existing: Existing,
  progress: (step: string) => void = () => {},
): Imported {
  const settings = readSettings(settingsYaml);
  const document = readText(bytes, { settings, answers: settings.answers, progress });
  const text = document.units.map((unit) => unit.text).join('\n');
  return importDocument(document, name, { settings, existing, progress, text });
}

/** What is given with a file. */
export interface FileOptions {
  /** The settings beside it; empty for none. */
  settingsYaml?: string;
  existing?: Existing;
  chapter?: number | undefined;
  progress?: (step: string) => void;
}

/**
 * Imports a file of any of the formats.
 * @param name its file name, under which its copy stands in `content/source/`
 * @throws ImportError for what cannot be imported; then nothing is to be written
 */
export async function importFile(
  bytes: Uint8Array,
  name: string,
  { settingsYaml = '', existing = () => '', chapter, progress }: FileOptions = {},
): Promise<Imported> {
  const settings = readSettings(settingsYaml);
  const document = await readFile(bytes, name, {
    settings,
    answers: settings.answers,
    ...(progress ? { progress } : {}),
  });
  const text =
    document.format === 'text' ? document.units.map((unit) => unit.text).join('\n') : undefined;
  return importDocument(document, name, {
    settings,
    existing,
    chapter: chapter ?? settings.chapter,
    progress,
    text,
  });
}
