/** Reads the files of `content/` into entries with typed data and bodies; says what is wrong with them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { splitFrontMatter } from '../../import/frontmatter.ts';
import { readText, readTextFile } from '../../import/read-text.ts';
import type { Finding } from '../checks/findings.ts';
import {
  type EditorNoteData,
  type EmendationData,
  editorNotesSchema,
  emendationsSchema,
} from '../emendations/schema.ts';
import { type EventData, eventsSchema } from '../events/schema.ts';
import { type NameData, namesSchema } from '../names/schema.ts';
import { type Exception, exceptionsSchema } from '../simplified/exceptions.ts';
import { type SourceData, sourceSchema } from '../sources/source.ts';
import { type Version, versionsSchema } from '../versions/schema.ts';
import { parseYaml } from './parse-yaml.ts';
import {
  type ChapterData,
  chapterSchema,
  type FootnoteData,
  footnoteSchema,
  type SectionData,
  sectionSchema,
} from './schemas.ts';

/** A file of a collection. */
export interface Entry<T> {
  /** Path below the content folder. */
  file: string;
  data: T;
  body: string;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
  /** Gives the line of a key of the front matter; absent where Astro has read the file. */
  lineOf?: (path: PropertyKey[]) => number;
}

/** The line of a key of an entry's front matter. */
export function lineOfKey(entry: Entry<unknown>, key: string): number {
  return entry.lineOf?.([key]) ?? 1;
}

/** All of `content/` that the model is built from. */
export interface Content {
  chapter: ChapterData;
  sections: Entry<SectionData>[];
  footnotes: Entry<FootnoteData>[];
  /** The works that are cited; a file each, its name the id. */
  sources: Entry<SourceData>[];
  /** Names that have other names, for search. */
  names: Entry<NameData[]>;
  /** Where the simplified pages do not follow OpenCC. */
  exceptions: Entry<Exception[]>;
  /** Emendations of the text, with their corrections. */
  emendations: Entry<EmendationData[]>;
  /** What the author's figures come to. */
  editorNotes: Entry<EditorNoteData[]>;
  /** The recorded versions of the text, the latest last. */
  versions: Entry<Version[]>;
  /** The dated events that the text tells. */
  events: Entry<EventData[]>;
  /** The source text, for the proof. */
  source: string;
}

/**
 * The text of a file, if its lines end as Astro, which reads it too, knows them.
 * @returns undefined where they do not, which is a finding
 */
function textOf(path: string, file: string, findings: Finding[]): string | undefined {
  const { text, bareReturn: line } = readTextFile(path);
  if (line === undefined) return text;
  const message =
    'a line ends with a CR alone (U+000D), as in files of old Macs: give the file the line ends of Unix (LF) or of Windows (CRLF).';
  findings.push({ rule: 'file/line-ends', file, line, message });
  return undefined;
}

/** Characters of a file of a collection; the checks are to end in time, whatever they are given. */
const LONGEST = 500_000;

/** Takes a file apart; one of YAML alone is all front matter. */
function split(name: string, text: string) {
  return name.endsWith('.md')
    ? { ...splitFrontMatter(text), firstLine: 2 }
    : { yaml: text, body: '', bodyLine: 1, firstLine: 1 };
}

function readFolder<T>(
  root: string,
  folder: string,
  extension: '.md' | '.yaml',
  schema: z.ZodType<T>,
  findings: Finding[],
): Entry<T>[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const entries: Entry<T>[] = [];
  for (const name of readdirSync(path)
    .filter((n) => n.endsWith(extension))
    .sort()) {
    const file = `${folder}/${name}`;
    const text = textOf(join(path, name), file, findings);
    if (text === undefined) continue;
    if (text.length > LONGEST) {
      const message = `the file has ${text.length} characters, and no section or note of a book has more than ${LONGEST}: move parts of it to files of their own.`;
      findings.push({ rule: 'file/size', file, line: 0, message });
      continue;
    }
    const { yaml, body, bodyLine, firstLine } = split(name, text);
    const parsed = parseYaml(schema, yaml, file, firstLine);
    if ('findings' in parsed) findings.push(...parsed.findings);
    else entries.push({ file, data: parsed.data, body, bodyLine, lineOf: parsed.lineOf });
  }
  return entries;
}

/** A file that is a list; a chapter may do without it. */
function readList<T>(
  root: string,
  file: string,
  schema: z.ZodType<T[]>,
  findings: Finding[],
): Entry<T[]> {
  const none = { file, data: [], body: '', bodyLine: 1 };
  if (!existsSync(join(root, file))) return none;
  const text = textOf(join(root, file), file, findings);
  if (text === undefined) return none;
  const parsed = parseYaml(schema, text, file, 1);
  if ('data' in parsed) return { ...none, ...parsed };
  findings.push(...parsed.findings);
  return none;
}

/**
 * Reads a content folder.
 * @returns the content, or the findings that keep it from being read
 */
export function readContent(root: string): { content: Content } | { findings: Finding[] } {
  const findings: Finding[] = [];
  const path = join(root, 'chapter.yaml');
  const missing = (file: string, hint: string): Finding => ({
    rule: 'file/missing',
    file,
    line: 0,
    message: `this file is missing: ${hint}.`,
  });
  if (!existsSync(path)) {
    return {
      findings: [missing('chapter.yaml', 'import a text first (npm run import -- <text file>)')],
    };
  }
  const text = textOf(path, 'chapter.yaml', findings);
  if (text === undefined) return { findings };
  const chapter = parseYaml(chapterSchema, text, 'chapter.yaml', 1);
  if ('findings' in chapter) findings.push(...chapter.findings);
  const sections = readFolder(root, 'sections', '.md', sectionSchema, findings);
  const footnotes = readFolder(root, 'footnotes', '.md', footnoteSchema, findings);
  const sources = readFolder(root, 'sources', '.yaml', sourceSchema, findings);
  const names = readList(root, 'names.yaml', namesSchema, findings);
  const exceptions = readList(root, 'zh-hans.yaml', exceptionsSchema, findings);
  const emendations = readList(root, 'emendations.yaml', emendationsSchema, findings);
  const editorNotes = readList(root, 'editor-notes.yaml', editorNotesSchema, findings);
  const versions = readList(root, 'versions.yaml', versionsSchema, findings);
  const events = readList(root, 'events.yaml', eventsSchema, findings);
  if (!('data' in chapter)) return { findings };
  const source = join(root, 'source', chapter.data.source);
  if (!existsSync(source))
    findings.push(
      missing(
        `source/${chapter.data.source}`,
        'put the source text there; it is kept with the content, for the proof',
      ),
    );
  if (findings.length > 0) return { findings };
  const content: Content = {
    chapter: chapter.data,
    sections: sections.sort((a, b) => a.data.number - b.data.number),
    footnotes: footnotes.sort((a, b) => a.data.number - b.data.number),
    sources,
    names,
    exceptions,
    emendations,
    editorNotes,
    versions,
    events,
    // Of a source that is no text, the import keeps what was read of it beside it.
    source: readText(existsSync(`${source}.read.txt`) ? `${source}.read.txt` : source),
  };
  return { content };
}
