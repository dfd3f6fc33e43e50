/** Text files as people's machines leave them: with line ends of Windows, with a byte order mark. */
import { readFileSync } from 'node:fs';

/** A text with one form of line ends: those of Windows, and the CR alone of old Macs. */
const withLineFeeds = (text: string): string => text.replace(/\r\n?/gu, '\n');

/** The line of a text, from 1, that ends with a CR alone; undefined where none does. */
function bareReturnIn(text: string): number | undefined {
  const at = text.search(/\r(?!\n)/u);
  return at === -1 ? undefined : withLineFeeds(text.slice(0, at)).split('\n').length;
}

/** A text file as it is read. */
export interface TextFile {
  text: string;
  /** The line, from 1, that ends with a CR alone; undefined where none does. */
  bareReturn: number | undefined;
}

/**
 * Reads a text file in UTF-8, and looks at its line ends.
 * @throws what the file system says
 */
export function readTextFile(path: string): TextFile {
  const text = readFileSync(path, 'utf8');
  return {
    text: withLineFeeds(text.replace(/^\uFEFF/u, '')),
    bareReturn: text.includes('\r') ? bareReturnIn(text) : undefined,
  };
}

/**
 * Reads a text file in UTF-8.
 * @throws what the file system says
 */
export const readText = (path: string): string => readTextFile(path).text;
