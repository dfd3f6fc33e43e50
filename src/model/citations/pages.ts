/** Pages cited, and whether a work can have them. */
import type { SourceData } from '../sources/source.ts';
import type { Locator } from './schema.ts';

/** Longer than this no article or chapter is taken to be, where only single pages of it are known. */
const LONGEST_ARTICLE = 60;

/** Works of many pages: any page may be theirs. */
const MONOGRAPHS: readonly SourceData['type'][] = ['book', 'report', 'thesis'];

/** First and last page of `258-259`, or of `95`; undefined for pages like A-15. */
export function rangeOf(pages: string): { first: number; last: number } | undefined {
  const match = /^(\d+)(?:\s*[-–—]\s*(\d+))?$/u.exec(pages.trim());
  if (!match) return undefined;
  const first = Number(match[1]);
  return { first, last: Number(match[2] ?? first) };
}

/** The pages of `12, 15-17`, each with its label. */
const singly = (locator: Locator): Locator[] =>
  locator.value.split(/[,，、]/u).map((value) => ({ ...locator, value }));

/**
 * Whether a work can have the page that a locator names.
 * @param pins the pages other citations of the same work have named
 */
export function canHold(
  source: SourceData,
  pins: readonly Locator[],
  locator: Locator | undefined,
): boolean {
  const each = locator ? singly(locator) : [];
  if (each.length > 1) return each.every((one) => canHold(source, pins, one));
  const cited = locator?.label === 'page' ? rangeOf(locator.value) : undefined;
  if (!cited) return true;
  if (cited.last < cited.first) return false;
  const own = source.page === undefined ? undefined : rangeOf(source.page);
  if (own && own.last > own.first) return cited.first >= own.first && cited.last <= own.last;
  if (MONOGRAPHS.includes(source.type)) return true;
  const known = [
    ...pins
      .flatMap(singly)
      .filter((p) => p.label === 'page')
      .map((p) => rangeOf(p.value)),
    own,
  ].filter((range) => range !== undefined);
  const all = [cited, ...known];
  const first = Math.min(...all.map((r) => r.first));
  const last = Math.max(...all.map((r) => r.last));
  return last - first < LONGEST_ARTICLE;
}
