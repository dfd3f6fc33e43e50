/** A query → the records that answer it, and by which patterns. */

import type { Lexicon } from '../fold/lexicon.ts';
import type { SearchIndex } from '../index/types.ts';
import { otherYears } from '../suggestions/rephrase.ts';
import { type Found, find, findOtherwise } from './find.ts';
import { parseQuery, type Query, type Term } from './grammar.ts';

export interface Matches {
  query: Query;
  records: number[];
  /** What the records were found by: the whole stretch, or the terms. */
  by: 'stretch' | 'terms';
  terms: Found[];
}

async function findTerm(index: SearchIndex, lexicon: Lexicon, term: Term): Promise<Found> {
  const { text, exact } = term;
  const found = await find(index, lexicon, text, exact ? 'whole' : 'prefix');
  return exact || found.starts.size > 0 ? found : findOtherwise(index, lexicon, text);
}

/**
 * A term, and where it is a year all that it is written as: 2003, which stands without 年 too, and
 * 92年. What holds another of them (民國92年) is found by that one, and need not be loaded.
 */
export function everyYear(term: Term): Term[] {
  const others = otherYears(term.text);
  if (others.length === 0) return [term];
  const texts = [term.text, ...others].map((text) => text.replace(/^(\d{4})年$/u, '$1'));
  return [...new Set(texts)]
    .filter((text) => !texts.some((other) => other !== text && text.includes(other)))
    .map((text) => ({ ...term, text }));
}

/** Finds the records that hold all of the terms and none of the excluded ones. */
export async function matchTerms(
  index: SearchIndex,
  lexicon: Lexicon,
  query: Query,
): Promise<Matches> {
  const [terms, excluded] = await Promise.all(
    [query.terms, query.excluded.flatMap(everyYear)].map((list) =>
      Promise.all(list.map((term) => findTerm(index, lexicon, term))),
    ),
  );
  const [first, ...rest] = terms ?? [];
  const records = [...(first?.starts.keys() ?? [])].filter(
    (record) =>
      rest.every(({ starts }) => starts.has(record)) &&
      !(excluded ?? []).some(({ starts }) => starts.has(record)),
  );
  return { query, records, by: 'terms', terms: terms ?? [] };
}

/**
 * Matches a query. What was typed is first looked for as it stands, marks and
 * all, since it may have been copied; failing that, or if asked, as terms.
 */
export async function matchQuery(
  index: SearchIndex,
  lexicon: Lexicon,
  typed: string,
  apart = false,
): Promise<Matches> {
  const query = parseQuery(typed);
  if (query.literal && !apart) {
    const found = await find(index, lexicon, query.stretch, 'prefix');
    if (found.starts.size > 0)
      return { query, records: [...found.starts.keys()], by: 'stretch', terms: [found] };
  }
  return matchTerms(index, lexicon, query);
}
