/**
 * The customer's source text for the tests of the import: read by simple rules
 * of its own, not by those of src/import, so that the tests know independently
 * where pages, notes and marks stand.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ImportError } from '../../../src/import/errors.ts';
import { importText } from '../../../src/import/import.ts';

/** The absolute path of a file in `content/`. */
export const contentPath = (name: string) =>
  fileURLToPath(new URL(`../../../content/${name}`, import.meta.url));

export const BYTES = readFileSync(contentPath('source/chapter-3.txt'));
export const TEXT = BYTES.toString('utf8').normalize('NFC');
export const LINES: readonly string[] = TEXT.split('\n');
/** The chapter's settings without its page numbers, which the tests of pages give themselves. */
export const SETTINGS = readFileSync(contentPath('source/chapter-3.yaml'), 'utf8').replace(
  /^(?:first|last)Page:.*\n/gmu,
  '',
);

const RUNNING_HEAD = '駐韓美軍議題與中國立場之研究';
const PARTING = /^ {49,}$/u;
const INDENTED_PARAGRAPH = ' 另外一個比較次要';

export interface Place {
  page: number;
  part: 'text' | 'notes' | 'parting' | 'head';
}

/** What each line of the source is, by its index. */
export const LAYOUT: readonly Place[] = layOut();

function layOut(): Place[] {
  let page = 41;
  let part: Place['part'] = 'text';
  return LINES.map((line, i) => {
    const previous = LINES.slice(0, i).findLast((l) => l.trim() !== '');
    if (line.trim() === RUNNING_HEAD) {
      page += 1;
      part = 'head';
    } else if (part === 'head') {
      if (previous?.trim() !== RUNNING_HEAD && line.trim() !== '') part = 'text';
    } else if (/^ \S/u.test(line) && !line.startsWith(INDENTED_PARAGRAPH)) {
      page += 1;
      part = 'text';
    } else if (PARTING.test(line)) {
      part = 'notes';
      return { page, part: 'parting' };
    }
    return { page, part };
  });
}

/** The first line of each page: a line number from 1. */
export function pageStarts(): { page: number; line: number; indented: boolean }[] {
  return LAYOUT.flatMap(({ page }, i) =>
    page === LAYOUT[i - 1]?.page
      ? []
      : [{ page, line: i + 1, indented: /^ \S/u.test(LINES[i] ?? '') }],
  );
}

/** A note: the lines it stands on (from 1), its own page's and those it runs over to. */
export interface SourceNote {
  number: number;
  page: number;
  lines: number[];
}

/** The notes in order, each from its number to the next. */
export function sourceNotes(): SourceNote[] {
  const notes: SourceNote[] = [];
  for (const [i, { page, part }] of LAYOUT.entries()) {
    const line = LINES[i] ?? '';
    if (part !== 'notes' || line.trim() === '') continue;
    const next = notes.length + 1;
    if (line.startsWith(`${next} `) || line.startsWith(`${next}「`))
      notes.push({ number: next, page, lines: [i + 1] });
    else notes.at(-1)?.lines.push(i + 1);
  }
  return notes;
}

/** A mark: its line from 1, and the column of its first digit. */
export interface SourceMark {
  number: number;
  line: number;
  column: number;
}

/** The printed characters of a content file's Markdown; marks as `⁅12⁆`. */
export function printed(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/^\| -.*$/gmu, '')
    .replace(/ ?\{#[a-z0-9-]+\}$/gmu, '')
    .replace(/\{pb \d+\}/gu, '')
    .replace(/\[\^(\d+)\]/gu, '⁅$1⁆')
    .replace(/\[([^\]]+)\]\(#[^)]*\)/gu, '$1')
    .replace(/<(http[^>]*)>/gu, '$1')
    .replace(/\[(http[^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^(?:#+|>)(?: |$)/gmu, '')
    .replace(/^\|.*$/gmu, (row) => row.replace(/(?<!\\)\|/gu, ''))
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
    .replace(/\s+/gu, '');
}

/** A printed character's place in the source: its line from 1, its column. */
export interface Character {
  line: number;
  column: number;
}

const charactersOf = (line: number): Character[] =>
  [...(LINES[line - 1] ?? '').matchAll(/\S/gu)].map((m) => ({ line, column: m.index }));

/** The printed characters of the text of all pages, in order. */
export const textCharacters = (): Character[] =>
  LAYOUT.flatMap(({ part }, i) => (part === 'text' ? charactersOf(i + 1) : []));

/** The printed characters of a note, without its number. */
export const noteCharacters = ({ number, lines }: SourceNote): Character[] =>
  lines.flatMap(charactersOf).slice(String(number).length);

/** Where the marks stand in the source, by the characters that stand before them in `content/`. */
export function sourceMarks(): SourceMark[] {
  const characters = textCharacters();
  const text = [1, 2, 3, 4, 5]
    .map((n) => printed(readFileSync(contentPath(`sections/${n}.md`), 'utf8')))
    .join('');
  let brackets = 0;
  return [...text.matchAll(/⁅(\d+)⁆/gu)].map((match) => {
    const place = characters[match.index - brackets];
    brackets += 2;
    return { number: Number(match[1]), line: place?.line ?? 0, column: place?.column ?? 0 };
  });
}

/** The number (from 1) of the only line that holds `part`. */
export function lineWith(part: string, lines: readonly string[] = LINES): number {
  const found = lines.flatMap((line, i) => (line.includes(part) ? [i + 1] : []));
  if (found.length !== 1) throw new Error(`“${part}” stands on ${found.length} lines`);
  return found[0] as number;
}

/** The source with one line changed. */
export function withLine(number: number, change: (line: string) => string): string {
  return LINES.map((line, i) => (i === number - 1 ? change(line) : line)).join('\n');
}

/** The source without some lines. */
export const withoutLines = (...numbers: number[]): string =>
  LINES.filter((_, i) => !numbers.includes(i + 1)).join('\n');

/** The source without a mark. */
export const withoutMark = ({ number, line, column }: SourceMark): string =>
  withLine(line, (l) => l.slice(0, column) + l.slice(column + String(number).length));

/** Imports a text; undefined when that went well. */
export function refusal(
  text: string | Uint8Array,
  settings: string = SETTINGS,
): ImportError | undefined {
  try {
    importText(Buffer.from(text as string), 'chapter.txt', settings, () => '');
    return undefined;
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
}

/** Numbers from 0 to 1, the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}
