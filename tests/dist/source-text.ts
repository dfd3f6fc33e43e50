/** The source file as one stream, with which what was built is compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ByPage, PAGE } from './printed.ts';
import { ROOT } from './site.ts';

/**
 * The source file, white space aside, with a sign where a page begins: a line
 * that begins with one space does, but for one paragraph (source/README.md);
 * under a running head the page begins after its number.
 */
export const source = readFileSync(join(ROOT, 'content/source/chapter-3.txt'), 'utf8')
  .normalize('NFC')
  .replace(/^ (?=\S)/gmu, PAGE)
  .replace(`${PAGE}另外一個比較次要`, '另外一個比較次要')
  .replace(/\s+/gu, '')
  .replace(new RegExp(`(駐韓美軍議題與中國立場之研究)${PAGE}(44|50)`, 'gu'), `$1$2${PAGE}`);

/** Running heads by page, as chapter.yaml has them; for files that do not show them. */
export const heads: ByPage = new Map(
  (
    parse(readFileSync(join(ROOT, 'content/chapter.yaml'), 'utf8')) as {
      furniture: { page: number; text: string }[];
    }
  ).furniture.map(({ page, text }) => [page, text]),
);

/** Shows the place of the first difference instead of two long strings. */
export function firstDifference(found: string): string {
  let at = 0;
  while (at < source.length && source[at] === found[at]) at += 1;
  return found === source
    ? 'none'
    : `at ${at}: “${source.slice(at - 10, at + 10)}” is “${found.slice(at - 10, at + 10)}”`;
}

/** What a file is read as: its text and its notes, with marks and page breaks, in order. */
export type Piece = { page: number } | { mark: number } | { text: string };

/** The text of pieces by page, marks as bare numbers, a sign where a page begins. */
export function piecesByPage(pieces: readonly Piece[]): ByPage {
  const pages: ByPage = new Map();
  let page = 0;
  const add = (text: string) => pages.set(page, (pages.get(page) ?? '') + text);
  for (const piece of pieces) {
    if ('page' in piece) {
      page = piece.page;
      add(PAGE);
    } else add('mark' in piece ? String(piece.mark) : piece.text);
  }
  return pages;
}

/** Notes by page, each on the page of its mark; what follows a page break inside one stands on the next. */
export function notePieces(
  text: readonly Piece[],
  notes: ReadonlyMap<number, readonly Piece[]>,
): ByPage {
  const pages: ByPage = new Map();
  let page = 0;
  for (const piece of text) {
    if ('page' in piece) page = piece.page;
    if (!('mark' in piece)) continue;
    let at = page;
    const add = (words: string) => pages.set(at, (pages.get(at) ?? '') + words);
    add(String(piece.mark));
    for (const part of notes.get(piece.mark) ?? []) {
      if ('page' in part) at = part.page;
      else if ('text' in part) add(part.text);
    }
  }
  return pages;
}
