/** The recorded versions of a content folder, and whether its text has changed since the last. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readText } from '../../import/read-text.ts';
import { textDigest } from './digest.ts';
import { type Version, versionsSchema } from './schema.ts';
import { changedParts, versionName } from './versions.ts';

export const VERSIONS = 'versions.yaml';

/**
 * The versions, the latest last; none where the folder has no such file.
 * @throws where the file is not as the checks want it
 */
export function readVersions(root: string): Version[] {
  const path = join(root, VERSIONS);
  return existsSync(path) ? versionsSchema.parse(parse(readText(path)) ?? []) : [];
}

/** What to say where the text is not its last version any more; undefined where it is, or there is none. */
export function changedSince(root: string): string | undefined {
  const last = readVersions(root).at(-1);
  if (last === undefined) return undefined;
  const { digest, parts } = textDigest(root);
  if (digest === last.digest) return undefined;
  const changed = changedParts(last, parts).join(', ');
  return `the text is not version ${versionName(last)} any more (${changed}), so citations name no version: npm run versions -- "<what changed>" records the next`;
}
