/** What the rules say of one path: what a server that keeps them answers. */
import type { Inline } from './policy.ts';
import { added, ENDINGS, EVERYWHERE, type Headers, REPLACED, REVALIDATED, TYPES } from './rules.ts';

const fits = (path: string, pattern: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

const fitsAny = (path: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => fits(path, pattern));

/** The media type of a file; undefined where no rule names one. */
function typeOf(path: string): string | undefined {
  const named = TYPES.find(({ paths }) => fitsAny(path, paths))?.type;
  const ending = path.endsWith('/') ? 'html' : (/\.([a-z0-9]+)$/u.exec(path)?.[1] ?? '');
  return named ?? ENDINGS[ending];
}

/** The headers of a page or file, by its path below the base. */
export function expectedHeaders(path: string, inline: Inline): Headers {
  const type = typeOf(path);
  const own = [...added(inline), ...REPLACED].filter(({ paths }) => fitsAny(path, paths));
  return Object.assign(
    { 'Cache-Control': REVALIDATED, ...EVERYWHERE },
    type === undefined ? {} : { 'Content-Type': type },
    ...own.map(({ headers }) => headers),
  );
}
