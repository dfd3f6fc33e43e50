/**
 * The proof that nothing was lost: from `content/` alone, the stream of
 * characters of the source file is rebuilt (text of each page with its marks,
 * then its notes with their numbers, running heads) and compared
 * with the source, character by character, white space aside.
 *
 * One kind of white space counts: a line that begins with one space begins a
 * page or a block. So two signs that no source text can hold (private use)
 * travel in the rebuilt stream: where a page must begin in the source, and
 * where a block, or a page under its running head, may.
 */
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/processor.ts';

/** Where a body stands: its file, and the line on which it begins. */
interface Body {
  body: string;
  file?: string;
  bodyLine?: number;
}

/** What the proof needs of `content/`. */
export interface Printed {
  sections: Body[];
  notes: (Body & { number: number; page: number; mark?: string | undefined })[];
  furniture: { page: number; text: string }[];
}

/** The first difference between two streams. */
export interface Difference {
  /** Offset in the stream, in characters. */
  at: number;
  expected: string;
  found: string;
  /** Line of the source text, from 1. */
  sourceLine: number;
}

const SPACE = /\s+/gu;
const MUST = '\uE001';
const MAY = '\uE003';
const SIGN = /[\uE001\uE003]/gu;

/** The characters of a source text: NFC, white space aside. */
export function sourceStream(text: string): string {
  return text.normalize('NFC').replace(SPACE, '');
}

/** A stretch of the rebuilt stream, and where it stands in the content. */
interface Piece {
  text: string;
  /** The file, where the caller has named it, and the line of it. */
  file: string | undefined;
  line: number;
}

/** The text of a tree by printed page; noterefs as they are printed. */
function byPage(
  { body, file, bodyLine = 1 }: Body,
  markOf: (note: number) => string,
  first: number | undefined,
  pages: Map<number, Piece[]>,
  pageSign: string,
): number | undefined {
  let page = first;
  let line = bodyLine;
  const add = (text: string) => {
    const key = page ?? 0;
    const pieces = pages.get(key) ?? [];
    pages.set(key, pieces);
    pieces.push({ text, file, line });
  };
  visit(parseMarkdown(body), (node) => {
    // What a plugin makes has no place of its own: it stands where the node before it stood.
    if (node.position) line = bodyLine + node.position.start.line - 1;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') add(MAY);
    if (node.type === 'pageBreak') {
      page = node.page;
      add(pageSign);
    } else if (node.type === 'noteref') add(markOf(node.number));
    else if ('value' in node) {
      for (const [i, row] of node.value.split('\n').entries()) {
        if (i > 0) line += 1;
        add(row);
      }
    }
  });
  return page;
}

/** The pieces of the source's stream, in its order. */
function piecesOf(printed: Printed): Piece[] {
  const text = new Map<number, Piece[]>();
  const notes = new Map<number, Piece[]>();
  const marks = new Map(printed.notes.map(({ number, mark }) => [number, mark]));
  const markOf = (note: number) => marks.get(note) ?? String(note);
  let page: number | undefined;
  for (const section of printed.sections) page = byPage(section, markOf, page, text, MUST);
  for (const note of printed.notes) {
    const pieces = notes.get(note.page) ?? [];
    pieces.push({ text: markOf(note.number), file: note.file, line: note.bodyLine ?? 1 });
    notes.set(note.page, pieces);
    byPage(note, markOf, note.page, notes, '');
  }
  const textOf = (number: number): Piece[] => {
    const head = printed.furniture.find((f) => f.page === number)?.text;
    const own = text.get(number) ?? [];
    if (head === undefined) return own;
    const first = own.findIndex((piece) => piece.text === MUST);
    return [
      { text: head.replaceAll(' ', MAY), file: undefined, line: 0 },
      ...own.map((piece, i) => (i === first ? { ...piece, text: MAY } : piece)),
    ];
  };
  return [...new Set([...text.keys(), ...notes.keys()])]
    .sort((a, b) => a - b)
    .flatMap((n) => [...textOf(n), ...(notes.get(n) ?? [])])
    .map((piece) => ({ ...piece, text: piece.text.replace(SPACE, '') }));
}

/** Rebuilds the stream of the source file from the content, with the signs of `compare`. */
export const contentStream = (printed: Printed): string =>
  piecesOf(printed)
    .map(({ text }) => text)
    .join('');

/**
 * Where the content differs from the source.
 * @param printed the content, each body with its file
 * @param at offset of the difference, as `compare` gives it
 * @returns the file and its line; undefined where the difference is in a running head
 */
export function placeOf(printed: Printed, at: number): { file: string; line: number } | undefined {
  let seen = 0;
  let last: Piece | undefined;
  for (const piece of piecesOf(printed)) {
    const { length } = piece.text.replace(SIGN, '');
    if (length === 0) continue;
    last = piece;
    seen += length;
    if (seen > at) break;
  }
  return last?.file === undefined ? undefined : { file: last.file, line: last.line };
}

/** A stream without its signs, and the offsets at which they stood. */
interface Signed {
  stream: string;
  must: Set<number>;
  may: Set<number>;
}

function takeSigns(signed: string): Signed {
  const result: Signed = { stream: '', must: new Set(), may: new Set() };
  let end = 0;
  for (const match of signed.matchAll(SIGN)) {
    result.stream += signed.slice(end, match.index);
    result[match[0] === MUST ? 'must' : 'may'].add(result.stream.length);
    end = match.index + 1;
  }
  result.stream += signed.slice(end);
  return result;
}

/** The source's lines that begin with one space, as signs. */
function signedSource(text: string): Signed {
  return takeSigns(sourceStream(text.replace(/^ (?=\S)/gmu, MUST)));
}

/** The first place where a page begins in one stream and nothing may begin in the other. */
function signDifference(source: Signed, rebuilt: Signed): number | undefined {
  const odd = [
    ...[...source.must].filter((at) => !rebuilt.must.has(at) && !rebuilt.may.has(at)),
    // A text may begin without a space: no page stands before it.
    ...[...rebuilt.must].filter((at) => at > 0 && !source.must.has(at)),
  ];
  return odd.length === 0 ? undefined : Math.min(...odd);
}

function lineOf(source: string, offset: number): number {
  let seen = 0;
  let line = 1;
  for (const char of source.normalize('NFC')) {
    if (char === '\n') line += 1;
    else if (!/\s/u.test(char)) {
      if (seen >= offset) return line;
      seen += char.length;
    }
  }
  return line;
}

function around({ stream, must }: Signed, at: number): string {
  const page = must.has(at) ? '{pb}' : '';
  return `${stream.slice(Math.max(0, at - 12), at)}▸${page}${stream.slice(at, at + 12)}`;
}

/**
 * Compares a rebuilt stream with the source text.
 * @param rebuilt what `contentStream` gives
 * @returns the first difference, or undefined when they are the same
 */
export function compare(source: string, rebuilt: string): Difference | undefined {
  const expected = signedSource(source);
  const found = takeSigns(rebuilt);
  let at: number | undefined = 0;
  if (expected.stream === found.stream) at = signDifference(expected, found);
  else while (expected.stream[at] === found.stream[at]) at += 1;
  if (at === undefined) return undefined;
  return {
    at,
    expected: around(expected, at),
    found: around(found, at),
    sourceLine: lineOf(source, at),
  };
}
