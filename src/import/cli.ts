/**
 * `npm run import -- <text file> [--settings <yaml>] [--content <folder>]`
 * Writes nothing unless the whole text could be imported and the proof holds.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportError } from './errors.ts';
import { importText, type Summary } from './import.ts';

/** A mistake of the caller: no file, no settings where they were said to be. */
class UsageError extends Error {}

const shown = (path: string) => relative(process.cwd(), path) || path;

/** Finds the settings: given, beside the text, kept in content/source/, or the only ones there. */
function findSettings(
  source: string,
  content: string,
  given: string | undefined,
): string | undefined {
  if (given) {
    if (!existsSync(given)) throw new UsageError(`there is no settings file ${given}`);
    return given;
  }
  const name = basename(source).replace(/\.[^.]+$/u, '.yaml');
  const kept = join(content, 'source');
  const likely = [join(dirname(source), name), join(kept, name)].find((path) => existsSync(path));
  if (likely || !existsSync(kept)) return likely;
  const all = readdirSync(kept).filter((file) => file.endsWith('.yaml'));
  return all.length === 1 && all[0] ? join(kept, all[0]) : undefined;
}

/** Files of an earlier import that this text no longer has. */
function stale(content: string, files: Map<string, string>): string[] {
  return ['sections', 'footnotes'].flatMap((folder) =>
    existsSync(join(content, folder))
      ? readdirSync(join(content, folder))
          .map((file) => `${folder}/${file}`)
          .filter((path) => /\/\d+\.md$/u.test(path) && !files.has(path))
      : [],
  );
}

function writeAll(content: string, files: Map<string, string | Uint8Array>): number {
  let written = 0;
  for (const [path, data] of files) {
    const target = join(content, path);
    const bytes = Buffer.from(data);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    written += 1;
  }
  return written;
}

function report(summary: Summary, written: number, removed: string[]): void {
  const { firstPage, lastPage } = summary;
  const pages = lastPage - firstPage + 1;
  console.log(
    [
      '',
      `  sections    ${summary.sections}   (headings ${summary.headings}, with the chapter title)`,
      `  paragraphs  ${summary.paragraphs}`,
      `  tables      ${summary.tables}`,
      `  notes       ${summary.notes}   (marks ${summary.marks})`,
      `  pages       ${pages}   (${firstPage}–${lastPage})`,
      `  characters  ${summary.characters}   (white space aside)`,
      `  URLs mended ${summary.repairedUrls}`,
      '',
      `${written} files written, the others were up to date.`,
      ...removed.map((path) => `removed ${path}: the text has it no longer`),
    ].join('\n'),
  );
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { settings: { type: 'string' }, content: { type: 'string', default: 'content' } },
  });
  const [file] = positionals;
  if (!file) throw new UsageError('which text? npm run import -- <text file>');
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  const content = resolve(values.content);
  const settings = findSettings(resolve(file), content, values.settings);
  console.log(`importing ${shown(resolve(file))}`);
  console.log(settings ? `  settings: ${shown(settings)}` : '  settings: none');

  const name = basename(file);
  const bytes = readFileSync(file);
  const existing = (path: string) =>
    existsSync(join(content, path)) ? readFileSync(join(content, path), 'utf8') : '';
  const settingsYaml = settings ? readFileSync(settings, 'utf8') : '';
  const { files, summary } = importText(bytes, name, settingsYaml, existing, (step) =>
    console.log(`  ${step}`),
  );

  const all = new Map<string, string | Uint8Array>(files);
  all.set(`source/${name}`, bytes);
  if (settings) all.set(`source/${name.replace(/\.[^.]+$/u, '.yaml')}`, settingsYaml);
  const removed = stale(content, files);
  const written = writeAll(content, all);
  for (const path of removed) rmSync(join(content, path));
  report(summary, written, removed);
}

try {
  main();
} catch (error) {
  if (error instanceof ImportError) {
    const file = process.argv.slice(2).find((arg) => !arg.startsWith('-')) ?? '';
    console.error(
      `\n${file}${error.line ? `:${error.line}` : ''}: ${error.message}\n  → ${error.hint}\nNothing was written.`,
    );
  } else if (error instanceof UsageError) {
    console.error(`${error.message}\nNothing was written.`);
  } else {
    throw error;
  }
  process.exitCode = 1;
}
