/** A text file → its lines. */
import { decode } from '../../lines.ts';
import { legible } from '../characters.ts';

/** A line that holds something. */
export interface Line {
  /** Without white space at its ends, radicals and vertical forms as the ordinary characters. */
  text: string;
  /** As the file has it, form feeds aside. */
  raw: string;
  /** Its number in the file, from 1. */
  number: number;
  /** How many characters of the raw line stand before its text. */
  offset: number;
  /** Columns of white space before it. */
  indent: number;
  /** Columns: a Han character takes two, a stretch of white space one. */
  width: number;
  /** Whether an empty line stands before it. */
  blank: boolean;
  /** Whether a form feed stands before it. */
  feed: boolean;
  /** Index of its page, when pages are known. */
  page: number;
  /** Index of its unit. */
  unit: number;
}

/** Columns of a text: Han characters and what is set with them take two, others one. */
export function columns(text: string): number {
  let sum = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const wide =
      code >= 0x1100 && (code < 0x2010 || code > 0x2027 || code === 0x2014) && code !== 0x20ac;
    sum += wide || code === 0x2026 ? 2 : 1;
  }
  return sum;
}

/**
 * Reads the lines of a file.
 * @throws ImportError when it is not UTF-8 or holds nothing
 */
export function readLines(bytes: Uint8Array): Line[] {
  const text = decode(bytes);
  const lines: Line[] = [];
  let blank = false;
  let feed = false;
  for (const [i, whole] of text.split('\n').entries()) {
    const parts = whole.split('\f');
    let before = 0;
    for (const [p, raw] of parts.entries()) {
      if (p > 0) {
        feed = true;
        before += 1;
      }
      const trimmed = legible(raw.trim());
      if (trimmed === '' || trimmed === '\uFEFF') blank ||= raw === whole || p === parts.length - 1;
      else {
        const offset = raw.length - raw.trimStart().length;
        lines.push({
          text: trimmed,
          raw,
          number: i + 1,
          offset: before + offset,
          indent: columns(raw.slice(0, offset)),
          width: columns(trimmed.replace(/\s{2,}/gu, ' ')),
          blank,
          feed,
          page: 0,
          unit: -1,
        });
        blank = false;
        feed = false;
      }
      before += raw.length;
    }
  }
  return lines;
}
