/** Other ways to write a query: other names, other counts of years. Offered, never mixed in. */
import { tokenise } from '../fold/tokens.ts';
import type { NameEntry } from '../index/types.ts';

export interface Alternative {
  /** `name`: another form of a name in the query; `year`: the same year in the other calendar. */
  kind: 'name' | 'year';
  query: string;
}

/** The Republic's year 1 is 1912. */
const REPUBLIC = 1911;
const FIRST_WESTERN = 1912;
const LAST_WESTERN = 2049;

const YEAR =
  /(?<!\d)(?:(?<republic>(?:民國\s*)?(?<count>\d{1,3})\s*年)|(?<western>(?:19|20)\d\d)(?:\s*年)?)(?!\d)/u;

/** A query with its year in the other count; none where it names no year of both. */
export function otherYears(query: string): string[] {
  const match = YEAR.exec(query.normalize('NFKC'));
  if (!match?.groups) return [];
  const { count, western } = match.groups;
  const year = western ? Number(western) : Number(count) + REPUBLIC;
  if (year < FIRST_WESTERN || year > LAST_WESTERN) return [];
  const other = western ? `${year - REPUBLIC}年` : `${year}年`;
  return [query.normalize('NFKC').replace(match[0], other)];
}

const keysOf = (text: string): string[] => tokenise(text).map((token) => token.key);

/** Where in the query a form stands, as a range of its text. */
function standsAt(query: string, form: string, same: (a: string, b: string) => boolean) {
  const tokens = tokenise(query);
  const keys = keysOf(form);
  if (keys.length === 0) return undefined;
  const at = tokens.findIndex((_, i) =>
    keys.every((key, j) => {
      const typed = tokens[i + j]?.key;
      return typed !== undefined && same(typed, key);
    }),
  );
  const first = tokens[at];
  const last = tokens[at + keys.length - 1];
  return first && last ? ([first.start, last.end] as const) : undefined;
}

function otherNames(
  query: string,
  names: readonly NameEntry[],
  same: (a: string, b: string) => boolean,
): string[] {
  return names.flatMap(({ preferred, forms }) => {
    const all = [preferred, ...forms];
    // The longest form that stands in the query is the one that was meant.
    const meant = [...all]
      .sort((a, b) => b.length - a.length)
      .map((form) => ({ form, range: standsAt(query, form, same) }))
      .find(({ range }) => range);
    if (!meant?.range) return [];
    const [start, end] = meant.range;
    return all
      .filter((form) => form !== meant.form)
      .map((form) => query.slice(0, start) + form + query.slice(end));
  });
}

/** A Latin name set beside a Han character stands in no text, and is costly to look for in vain. */
const JAMMED = /\p{Script=Han}\p{Script=Latin}|\p{Script=Latin}\p{Script=Han}/u;

/**
 * What else a query might be looked for as.
 * @param same whether a typed key may stand for a key of a name (卢 for 盧)
 */
export function alternativesFor(
  query: string,
  names: readonly NameEntry[],
  same: (typed: string, key: string) => boolean,
): Alternative[] {
  const alternatives: Alternative[] = [
    ...otherNames(query, names, same)
      .filter((other) => !JAMMED.test(other))
      .map((other) => ({ kind: 'name' as const, query: other })),
    ...otherYears(query).map((other) => ({ kind: 'year' as const, query: other })),
  ];
  const seen = new Set([query]);
  return alternatives.filter((s) => !seen.has(s.query) && seen.add(s.query));
}
