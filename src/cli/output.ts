/**
 * Where a build may put its site. What stands there is replaced, so it must be nothing, or a
 * site that this build made: a folder with anything else in it is refused, whatever it is.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { endOf, OF_BUILDS, WORK } from './replace.ts';
import { SUMS } from './sums.ts';

/** The folder is not one that a build may replace; the message says why and what to do. */
export class OutputError extends Error {}

/** Folders of the project in which no site may stand, not even in a new folder. */
const SOURCES = ['.git', 'content', 'findings', 'node_modules', 'public', 'src', 'tests'];

/** What `npm run compress` writes beside a file. */
const COMPRESSED = /\.(?:br|gz)$/u;

/** Files that every site of ours has and no other folder with a SHA256SUMS. */
export const OURS = ['index.html', '404.html', 'offline.json', 'places.json'];

const inside = (folder: string, path: string): boolean =>
  `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Why no folder can be made at a path; undefined where one can, or is there. */
function obstacle(path: string): string | undefined {
  let above = path;
  // The nearest thing that is there: below it all is made.
  for (;;) {
    try {
      if (lstatSync(above, { throwIfNoEntry: false })) break;
    } catch {
      // Below a file, or a link that leads in a circle: that is found further up.
    }
    above = dirname(above);
  }
  if (!existsSync(above))
    return above === path
      ? 'is a link that leads nowhere'
      : `is below ${above}, a link that leads nowhere`;
  if (above !== path && !statSync(above).isDirectory()) return `is below ${above}, which is a file`;
  return undefined;
}

/** The files that a site of ours lists as its own; undefined for any other folder. */
function listed(folder: string): Set<string> | undefined {
  const sums = join(folder, SUMS);
  if (!statSync(sums, { throwIfNoEntry: false })?.isFile()) return undefined;
  const lines = readFileSync(sums, 'utf8').split(/\r?\n/u);
  const files = new Set(lines.map((line) => line.slice(66))).add(SUMS);
  return OURS.every((file) => files.has(file)) ? files : undefined;
}

/** Whether a folder is a site that a build of ours made. */
export const isSite = (folder: string): boolean => listed(folder) !== undefined;

/** What a folder has in it that no build of ours has put there; undefined if there is nothing. */
function foreign(folder: string): string | undefined {
  const known = listed(folder);
  const top = readdirSync(folder).sort();
  if (!known) return top.find((name) => name !== SUMS) ?? top[0];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .find((file) => !known.has(file) && !known.has(file.replace(COMPRESSED, '')));
}

/**
 * The folder that a build replaces.
 * @param path as given: `dist`, or BUILD_OUT
 * @param content the folder of the text that is built
 * @param root the project
 * @returns the folder itself, where `path` is a link to one
 * @throws OutputError for a folder that holds something else than a site of ours
 */
export function outputFolder(path: string, content: string, root = '.'): string {
  const refuse = (why: string): never => {
    throw new OutputError(
      `nothing was built: ${path.trim() === '' ? `“${path}”` : path} ${why}. Set BUILD_OUT to a folder that is new or empty, or that holds nothing but a site built before`,
    );
  };
  if (path.trim() === '') refuse('is no name of a folder');
  const given = resolve(root, path);
  const inTheWay = obstacle(given);
  if (inTheWay !== undefined) refuse(inTheWay);
  const folder = endOf(given);
  const project = endOf(resolve(root));
  if (inside(join(project, WORK), folder) && OF_BUILDS.test(relative(join(project, WORK), folder)))
    refuse(`is where builds work (${WORK})`);
  if (inside(folder, project)) refuse('holds the project itself');
  for (const source of [
    ...SOURCES.map((name) => join(project, name)),
    endOf(resolve(root, content)),
  ])
    if (inside(source, folder)) refuse(`is part of ${relative(project, source) || source}`);
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory()) refuse('is a file');
  const found = foreign(folder);
  if (found !== undefined) refuse(`holds ${found}, which no build has put there`);
  return folder;
}
