/** Where the source of a content folder is kept, and the settings beside it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The source file of a content folder; undefined where it keeps none, or several. */
export function sourceIn(content: string): string | undefined {
  const folder = join(content, 'source');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const files = readdirSync(folder).filter((file) => !/\.ya?ml$|\.read\.txt$|^\./u.test(file));
  return files.length === 1 && files[0] ? join(folder, files[0]) : undefined;
}

/** The name of the settings that belong to a source file. */
export const settingsNameOf = (source: string): string =>
  `${basename(source).replace(/\.[^.]+$/u, '')}.yaml`;

/** Finds the settings: beside the file, kept in `content/source/`, or the only ones there. */
export function settingsOf(source: string, content: string): string | undefined {
  const name = settingsNameOf(source);
  const kept = join(content, 'source');
  const likely = [join(dirname(source), name), join(kept, name)].find((path) => existsSync(path));
  if (likely || !existsSync(kept)) return likely;
  const all = readdirSync(kept).filter((file) => file.endsWith('.yaml'));
  return all.length === 1 && all[0] ? join(kept, all[0]) : undefined;
}
