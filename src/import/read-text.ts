/** Text files as people's machines leave them: with line ends of Windows, with a byte order mark. */
import { readFileSync } from 'node:fs';

/** A text with one form of line ends: a CR before a LF belongs to it. */
const withLineFeeds = (text: string): string => text.replace(/\r\n/gu, '\n');

/**
 * Reads a text file in UTF-8.
 * @throws what the file system says
 */
export const readText = (path: string): string =>
  withLineFeeds(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
