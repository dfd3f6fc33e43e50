/** Text files as people's machines leave them: with line ends of Windows, with a byte order mark. */
import { readFileSync } from 'node:fs';

/** A text with one form of line ends: those of Windows, and the CR alone of old Macs. */
const withLineFeeds = (text: string): string => text.replace(/\r\n?/gu, '\n');

/** The line, from 1, that ends with a CR alone; undefined where none does. */
export function bareReturn(path: string): number | undefined {
  const text = readFileSync(path, 'utf8');
  const at = text.search(/\r(?!\n)/u);
  return at === -1 ? undefined : withLineFeeds(text.slice(0, at)).split('\n').length;
}

/**
 * Reads a text file in UTF-8.
 * @throws what the file system says
 */
export const readText = (path: string): string =>
  withLineFeeds(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
