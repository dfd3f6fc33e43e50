/** Chinese prose for files that are made to be imported. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SECTIONS = fileURLToPath(new URL('../../../content/sections', import.meta.url));

/** The prose of the chapter, without marks of any kind. */
export function prose(): string {
  const text = readdirSync(SECTIONS)
    .map((name) => readFileSync(join(SECTIONS, name), 'utf8').replace(/^---\n.*?\n---\n/su, ''))
    .join('\n');
  return text.replace(/\{[^}]*\}|\[\^\d+\]|[#|*>\\[\]()-]|\s+/gu, '').replace(/[<&]/gu, '');
}
