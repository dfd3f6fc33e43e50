/** What is wrong with a content folder: its files, its text, its addresses. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../import/read-text.ts';
import { allAddresses } from '../addresses/address.ts';
import { checkPermalinks, PERMALINKS } from '../addresses/permalinks.ts';
import { buildChapter } from '../chapter/chapter.ts';
import { readContent } from '../content/content.ts';
import type { Finding } from './findings.ts';
import { checkContent } from './index.ts';

/** Reads and checks a content folder. */
export function findingsOf(root: string): Finding[] {
  const read = readContent(root);
  if ('findings' in read) return read.findings;
  const findings = checkContent(read.content);
  if (findings.length > 0) return findings;
  const registry = join(root, PERMALINKS);
  if (read.content.chapter.draft && !existsSync(registry)) return [];
  const text = existsSync(registry) ? readText(registry) : '';
  return checkPermalinks(text, allAddresses(buildChapter(read.content)));
}

/** Shows findings as `file:line  rule  message`. */
export function show(root: string, findings: Finding[]): string {
  return findings
    .map(
      ({ file, line, rule, message }) =>
        `${join(root, file)}${line ? `:${line}` : ''}  ${rule}\n  ${message}`,
    )
    .join('\n');
}
