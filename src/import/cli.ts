/**
 * `npm run import -- <file> [--settings <yaml>] [--content <folder>] [--chapter <number>]`
 * The file is a .docx, .odt, .pdf, .txt, .md, .xml (TEI) or .html. Writes nothing
 * unless the whole text could be imported and the proof holds.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENT } from './content-folder.ts';
import { ImportError } from './errors.ts';
import { importFile, type Summary } from './import.ts';
import { withPublishedIds } from './published-ids.ts';
import { readText } from './read-text.ts';
import { describePlace } from './readers/places.ts';
import { settingsOf } from './source-file.ts';
import { systemFault } from './system-faults.ts';
import { writeWhole } from './write-whole.ts';

/** A mistake of the caller: an unknown option, no file, no settings where they were said to be. */
export class UsageError extends Error {}

const USAGE =
  'npm run import -- <file> [--settings <yaml>] [--content <folder>] [--chapter <number>]';

const shown = (path: string) => relative(process.cwd(), path) || path;

/** Files of an earlier import that this text no longer has. */
function stale(content: string, files: Map<string, string>): string[] {
  return ['sections', 'footnotes', 'source'].flatMap((folder) =>
    existsSync(join(content, folder))
      ? readdirSync(join(content, folder))
          .map((file) => `${folder}/${file}`)
          .filter((path) => /\/\d+\.md$|\.read\.txt$/u.test(path) && !files.has(path))
      : [],
  );
}

const sectionsOf = (content: string): string[] =>
  existsSync(join(content, 'sections'))
    ? readdirSync(join(content, 'sections')).map((file) => `sections/${file}`)
    : [];

function writeAll(content: string, files: Map<string, string | Uint8Array>): number {
  let written = 0;
  for (const [path, data] of files) {
    const target = join(content, path);
    const bytes = Buffer.from(data);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    writeWhole(target, bytes);
    written += 1;
  }
  return written;
}

/** What could be read another way, with the answers that would choose it. */
function shownQuestions(questions: Summary['questions']): string[] {
  const open = questions.filter(({ answered }) => !answered);
  if (open.length === 0) return [];
  return [
    '',
    `${open.length} ${open.length === 1 ? 'place' : 'places'} could be read another way. To choose, put the line under “answers” in the settings file:`,
    ...open.flatMap(({ id, asks, place, context, readings, taken }) => [
      `  ${describePlace(place)}: ${asks}`,
      `    ${context}`,
      ...readings.map(
        (reading, i) => `    ${i === taken ? '*' : ' '} ${JSON.stringify(id)}: ${i}   ${reading}`,
      ),
    ]),
  ];
}

function report(summary: Summary, written: number, removed: string[]): void {
  const { firstPage, lastPage, paged, remarks, questions } = summary;
  const pages = lastPage - firstPage + 1;
  console.log(
    [
      '',
      `  sections    ${summary.sections}   (headings ${summary.headings}, with the chapter title)`,
      `  paragraphs  ${summary.paragraphs}`,
      `  tables      ${summary.tables}`,
      `  notes       ${summary.notes}   (marks ${summary.marks})`,
      paged
        ? `  pages       ${pages}   (${firstPage}–${lastPage})`
        : '  pages       none   (the file does not tell where they begin)',
      `  characters  ${summary.characters}   (white space aside)`,
      `  URLs mended ${summary.repairedUrls}`,
      '',
      `${written} files written, the others were up to date.`,
      ...removed.map((path) => `removed ${path}: the text has it no longer`),
      ...(remarks.length > 0 ? ['', ...remarks.map((remark) => `  ${remark}`)] : []),
      ...shownQuestions(questions),
    ].join('\n'),
  );
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** What the caller asked for, with absolute paths. */
interface Order {
  file: string;
  content: string;
  settings: string | undefined;
  chapter: number | undefined;
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      settings: { type: 'string' },
      content: { type: 'string', default: CONTENT },
      chapter: { type: 'string' },
    },
  });

function readOptions(args: string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

export function readOrder(args: string[]): Order {
  const { values, positionals } = readOptions(args);
  const [file, ...others] = positionals;
  if (!file) throw new UsageError(`which text? ${USAGE}`);
  if (others.length > 0) throw new UsageError(`one text at a time, not ${positionals.join(', ')}`);
  if (!isFile(file)) throw new UsageError(`there is no file ${file}`);
  const content = resolve(values.content);
  if (existsSync(content) && !isFolder(content))
    throw new UsageError(`${values.content} is no folder`);
  if (values.settings && !isFile(values.settings))
    throw new UsageError(`there is no settings file ${values.settings}`);
  const settings = values.settings ? resolve(values.settings) : settingsOf(resolve(file), content);
  const { chapter } = values;
  if (chapter !== undefined && !/^[1-9]\d{0,3}$/u.test(chapter))
    throw new UsageError(`--chapter takes a number, not ${chapter}`);
  return {
    file: resolve(file),
    content,
    settings,
    chapter: chapter === undefined ? undefined : Number(chapter),
  };
}

async function run({ file, content, settings, chapter }: Order): Promise<void> {
  console.log(`importing ${shown(file)}`);
  console.log(settings ? `  settings: ${shown(settings)}` : '  settings: none');
  const name = basename(file);
  const bytes = readFileSync(file);
  const existing = (path: string) =>
    existsSync(join(content, path)) ? readText(join(content, path)) : '';
  const settingsYaml = settings ? readText(settings) : '';
  const { files: read, summary } = await importFile(bytes, name, {
    settingsYaml,
    existing,
    chapter,
    progress: (step) => console.log(`  ${step}`),
  });

  const isDraft = /^draft:[ \t]*true\b/mu.test(existing('chapter.yaml'));
  const sections = sectionsOf(content).map((path): [string, string] => [path, existing(path)]);
  const files = withPublishedIds(
    new Map(sections),
    read,
    isDraft ? '' : existing('permalinks.txt'),
  );
  const all = new Map<string, string | Uint8Array>(files);
  all.set(`source/${name}`, bytes);
  if (settings) all.set(`source/${name.replace(/\.[^.]+$/u, '')}.yaml`, settingsYaml);
  const removed = stale(content, files);
  const written = writeAll(content, all);
  for (const path of removed) rmSync(join(content, path));
  report(summary, written, removed);
}

/** What the caller reads when nothing could be imported. */
function complaint(error: unknown, order: Order | undefined): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof ImportError) || !order) return systemFault(error);
  const { line, message, hint, subject } = error;
  const { file: text, settings = text, content } = order;
  const file = shown({ text, settings, content }[subject]);
  return `\n${file}${line ? `:${line}` : ''}: ${message}\n  → ${hint}`;
}

/**
 * Runs the command.
 * @param args what stands after the command's name
 * @returns the exit code: 0, or 1 when nothing could be imported and nothing was written
 */
export async function runImport(args: string[]): Promise<number> {
  let order: Order | undefined;
  try {
    order = readOrder(args);
    await run(order);
    return 0;
  } catch (error) {
    const said = complaint(error, order);
    if (said === undefined) throw error;
    const isWhole = systemFault(error) === undefined;
    console.error(
      `${said}\n${isWhole ? 'Nothing was written.' : 'Not all may have been written: mend that, and import again.'}`,
    );
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runImport(process.argv.slice(2));
