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
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/processor.ts';

/** What the proof needs of `content/`. */
export interface Printed {
  sections: { body: string }[];
  notes: { number: number; page: number; mark?: string | undefined; body: string }[];
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

/** The text of a tree by printed page; noterefs as they are printed. */
function byPage(
  tree: Root,
  markOf: (note: number) => string,
  first: number | undefined,
  pages: Map<number, string>,
  pageSign: string,
): number | undefined {
  let page = first;
  const add = (text: string) => {
    const key = page ?? 0;
    pages.set(key, (pages.get(key) ?? '') + text);
  };
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') add(MAY);
    if (node.type === 'pageBreak') {
      page = node.page;
      add(pageSign);
    } else if (node.type === 'noteref') add(markOf(node.number));
    else if ('value' in node) add(node.value);
  });
  return page;
}

/** Rebuilds the stream of the source file from the content, with the signs of `compare`. */
export function contentStream(printed: Printed): string {
  const text = new Map<number, string>();
  const notes = new Map<number, string>();
  const marks = new Map(printed.notes.map(({ number, mark }) => [number, mark]));
  const markOf = (note: number) => marks.get(note) ?? String(note);
  let page: number | undefined;
  for (const section of printed.sections)
    page = byPage(parseMarkdown(section.body), markOf, page, text, MUST);
  for (const note of printed.notes) {
    notes.set(note.page, `${notes.get(note.page) ?? ''}${markOf(note.number)}`);
    byPage(parseMarkdown(note.body), markOf, note.page, notes, '');
  }
  const textOf = (number: number) => {
    const head = printed.furniture.find((f) => f.page === number)?.text;
    const own = text.get(number) ?? '';
    return head === undefined ? own : head.replaceAll(' ', MAY) + own.replace(MUST, MAY);
  };
  const numbers = [...new Set([...text.keys(), ...notes.keys()])].sort((a, b) => a - b);
  return numbers
    .map((n) => textOf(n) + (notes.get(n) ?? ''))
    .join('')
    .replace(SPACE, '');
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
