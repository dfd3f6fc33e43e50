/** Reads names.yaml by itself: its entries have no ids of Astro's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readText } from '../../import/read-text.ts';
import { type NameData, namesSchema } from './schema.ts';

export const NAMES = 'names.yaml';

/**
 * The names of a content folder; none where it has no such file.
 * @throws where the file is not as the checks want it
 */
export function readNames(root: string): NameData[] {
  const path = join(root, NAMES);
  return existsSync(path) ? namesSchema.parse(parse(readText(path)) ?? []) : [];
}
