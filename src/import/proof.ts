/**
 * The proof that nothing was lost: from `content/` alone, the stream of
 * characters of the source file is rebuilt (text of each page with its marks,
 * then its notes with their numbers, running heads) and compared
 * with the source, character by character, white space aside.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/processor.ts';

/** What the proof needs of `content/`. */
export interface Printed {
  sections: { body: string }[];
  notes: { number: number; page: number; body: string }[];
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

/** The characters of a source text: NFC, white space aside. */
export function sourceStream(text: string): string {
  return text.normalize('NFC').replace(SPACE, '');
}

/** The text of a tree by printed page; noterefs as bare numbers. */
function byPage(
  tree: Root,
  first: number | undefined,
  pages: Map<number, string>,
): number | undefined {
  let page = first;
  const add = (text: string) => {
    const key = page ?? 0;
    pages.set(key, (pages.get(key) ?? '') + text);
  };
  visit(tree, (node) => {
    if (node.type === 'pageBreak') page = node.page;
    else if (node.type === 'noteref') add(String(node.number));
    else if ('value' in node) add(node.value);
  });
  return page;
}

/** Rebuilds the stream of the source file from the content. */
export function contentStream(printed: Printed): string {
  const text = new Map<number, string>();
  const notes = new Map<number, string>();
  let page: number | undefined;
  for (const section of printed.sections) page = byPage(parseMarkdown(section.body), page, text);
  for (const note of printed.notes) {
    notes.set(note.page, `${notes.get(note.page) ?? ''}${note.number}`);
    byPage(parseMarkdown(note.body), note.page, notes);
  }
  const head = (number: number) => printed.furniture.find((f) => f.page === number)?.text ?? '';
  const numbers = [...new Set([...text.keys(), ...notes.keys()])].sort((a, b) => a - b);
  return numbers
    .map((n) => head(n) + (text.get(n) ?? '') + (notes.get(n) ?? ''))
    .join('')
    .replace(SPACE, '');
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

/**
 * Compares a rebuilt stream with the source text.
 * @returns the first difference, or undefined when they are the same
 */
export function compare(source: string, rebuilt: string): Difference | undefined {
  const expected = sourceStream(source);
  if (expected === rebuilt) return undefined;
  let at = 0;
  while (at < expected.length && expected[at] === rebuilt[at]) at += 1;
  const around = (stream: string) =>
    `${stream.slice(Math.max(0, at - 12), at)}▸${stream.slice(at, at + 12)}`;
  return { at, expected: around(expected), found: around(rebuilt), sourceLine: lineOf(source, at) };
}
