/**
 * The printed text as a searcher sees it, read from `content/*.md` without the
 * site's parser or anything of `src/search`: each line that search may find
 * something in, with the address that a hit in it must lead to.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Line {
  /** `/sections/1/#s1-1-p2` or `/notes/12/`. */
  path: string;
  /** The printed characters; the cells of a row of a table are parted by tabs. */
  text: string;
  /** The same, in pieces, where noterefs and page breaks stand between. */
  pieces: string[];
}

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

const read = (...path: string[]) => readFileSync(join(CONTENT, ...path), 'utf8').normalize('NFC');
const body = (text: string) => text.replace(/^---[\s\S]*?\n---\n/u, '');

/** Noterefs and page breaks, and what stands for them while the rest is read. */
const APPARATUS = /\{pb \d+\}|\[\^\d+\]/gu;
const MARK = '\uE000';

/** Markdown → its characters. */
const plain = (markdown: string): string =>
  markdown
    .replace(/<((?:https?|ftp):[^>]*)>/gu, '$1')
    .replace(/\[([^\]]*)\]\((?:#|http)[^)]*\)/gu, '$1')
    .replaceAll('**', '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1');

function lineOf(path: string, markdown: string): Line {
  const pieces = plain(markdown.replace(APPARATUS, MARK)).split(MARK);
  return { path, text: pieces.join('').trim(), pieces };
}

const isRuled = (line: string) => /^\|(?: - \|)+$/u.test(line);
const cellsOf = (row: string) =>
  row
    .split(/ ?\| ?/u)
    .slice(1, -1)
    .join('\t');

function linesOfSection(number: number): Line[] {
  let table = '';
  return body(read('sections', `${number}.md`))
    .split('\n')
    .filter((line) => line.trim() !== '' && line.trim() !== '>' && !isRuled(line))
    .map((line) => {
      const id = /\s*\{#([^}]*)\}\s*$/u.exec(line);
      const [, name = ''] = id ?? [];
      const isRow = line.startsWith('|');
      if (name.startsWith('table')) table = name.replace(/-source$/u, '');
      const printed = isRow
        ? cellsOf(line)
        : line.replace(/^(?:#+|>) /u, '').replace(id?.[0] ?? '', '');
      const anchor = isRow || name.startsWith('table') ? table : name;
      if (anchor === '') throw new Error(`sections/${number}.md: a line without an id: ${line}`);
      return lineOf(`/sections/${number}/#${anchor}`, printed);
    });
}

const linesOfNote = (file: string): Line[] =>
  body(read('footnotes', file))
    .split(/\n{2,}/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => lineOf(`/notes/${Number.parseInt(file, 10)}/`, paragraph));

/** All printed lines of the chapter: headings, paragraphs, captions, rows, sources of tables, notes. */
export function printedLines(): Line[] {
  const sections = readdirSync(join(CONTENT, 'sections')).map((f) => Number.parseInt(f, 10));
  return [
    ...sections.sort((a, b) => a - b).flatMap(linesOfSection),
    ...readdirSync(join(CONTENT, 'footnotes')).sort().flatMap(linesOfNote),
  ];
}

/** The source text as it came. */
export const sourceText = (): string => read('source', 'chapter-3.txt');
