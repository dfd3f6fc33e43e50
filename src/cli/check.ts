/** `npm run check`: checks `content/`; exit 1 with file, line, rule and what to do when something is wrong. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../import/content-folder.ts';
import { readText } from '../import/read-text.ts';
import { allAddresses } from '../model/addresses/address.ts';
import { checkPermalinks, PERMALINKS } from '../model/addresses/permalinks.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import type { Finding } from '../model/checks/findings.ts';
import { checkContent } from '../model/checks/index.ts';
import { readContent } from '../model/content/content.ts';

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

if (import.meta.main) {
  const root = process.argv[2] ?? CONTENT;
  const findings = findingsOf(root);
  if (findings.length > 0) {
    console.error(
      `${show(root, findings)}\n\n${findings.length} findings: the content cannot be published as it is.`,
    );
    process.exitCode = 1;
  } else {
    console.log('content: all checks passed');
  }
}
