/** The search: a query, filters and an order in; a result out, which says so when it could not be made. */

import { type Reason, toFailure, withDeadline } from './failure.ts';
import { type LoadedIndex, openTables } from './index/open-tables.ts';
import type { SearchIndex } from './index/types.ts';
import { MAX_LENGTH } from './query/grammar.ts';
import { type Matches, matchQuery } from './query/match.ts';
import { inOrder, type Sort } from './rank/sort.ts';
import {
  applyFilters,
  type Counts,
  countFacets,
  type Filters,
  isFiltered,
} from './results/facets.ts';
import { type Hit, hitOf } from './results/hit.ts';
import { type Suggestion, suggestionsFor } from './suggestions/suggestions.ts';

export interface SearchOptions {
  in?: 'all' | 'text' | 'notes';
  filters?: Filters;
  sort?: Sort;
  /** Looks for the words of a stretch apart, as `Suggestion` of kind `terms` offers. */
  apart?: boolean;
}

export interface Found {
  status: 'found';
  total: number;
  /** How many stand in the text and in the notes, whatever `in` asked for. */
  text: number;
  notes: number;
  /** The numbers of the notes found, in order. */
  numbers: number[];
  by: Matches['by'];
  /** Whether it was found only with the marks between its characters left out of account. */
  unmarked: boolean;
  /** Ten hits, from 0 on. Like the others below it may reject with a SearchFailure. */
  page(number: number): Promise<Hit[]>;
  facets(): Promise<Counts>;
  suggestions(): Promise<Suggestion[]>;
}
export interface None {
  status: 'none';
  why: 'empty' | 'too-long' | 'absent' | 'filtered';
  /** How many records each term finds by itself. */
  terms: { text: string; total: number }[];
  /** What each choice would find, where filters leave nothing. */
  facets(): Promise<Counts>;
  suggestions(): Promise<Suggestion[]>;
}
interface Failed {
  status: 'failed';
  reason: Reason;
  error: Error;
}
export type Result = Found | None | Failed;

export const PAGE_SIZE = 10;

/** Work on the index that ends in time; what is left of it after a failure is let go. */
async function attempt<T>(index: SearchIndex, work: Promise<T>): Promise<T> {
  try {
    return await withDeadline(work);
  } catch (error) {
    index.forget();
    throw toFailure(error);
  }
}

async function run(
  index: SearchIndex,
  loaded: LoadedIndex,
  typed: string,
  options: SearchOptions,
): Promise<Found | None> {
  const { filters = {}, sort = 'relevance' } = options;
  const scope = options.in ?? 'all';
  const none = {
    status: 'none' as const,
    terms: [],
    facets: async () => ({}),
    suggestions: async () => [],
  };
  if (typed.length > MAX_LENGTH) return { ...none, why: 'too-long' };
  const matches = await matchQuery(index, loaded.lexicon, typed, options.apart);
  const { stretch, terms } = matches.query;
  const browsing = typed.trim() === '';
  if (!browsing && terms.length === 0 && matches.records.length === 0 && !stretch)
    return { ...none, why: 'empty' };
  const matched = browsing ? loaded.facts.map((_, record) => record) : matches.records;
  const suggestions = () => attempt(index, suggestionsFor(index, loaded, matches));
  const left = isFiltered(filters)
    ? applyFilters(matched, await index.members(), filters)
    : matched;
  const isNote = (record: number) => loaded.facts[record]?.kind === 'note';
  const inScope = (record: number) => scope === 'all' || isNote(record) === (scope === 'notes');
  const records = left.filter(inScope);
  const facets = async () => {
    const members = await attempt(index, index.members());
    return countFacets(matched.filter(inScope), members, filters);
  };
  if (records.length === 0) {
    const totals = matches.terms.map(({ starts }, i) => ({
      text: terms[i]?.text ?? stretch,
      total: starts.size,
    }));
    if (matched.length === 0) return { ...none, why: 'absent', terms: totals, suggestions };
    return { ...none, why: 'filtered', terms: totals, facets, suggestions };
  }
  const order = await inOrder(index, loaded, matches, records, sort);
  const patterns = matches.terms.flatMap((term) => term.patterns);
  const notes = left.filter(isNote).length;
  return {
    status: 'found',
    total: records.length,
    text: left.length - notes,
    notes,
    numbers: records.flatMap((r) => loaded.numberOf.get(r) ?? []).sort((a, b) => a - b),
    by: matches.by,
    unmarked: patterns.some((pattern) => pattern.unmarked),
    suggestions,
    page: async (number) => {
      const wanted = order.slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE);
      const stored = await attempt(index, Promise.all(wanted.map((r) => index.record(r))));
      return stored.map((record) => hitOf(record, patterns));
    },
    facets,
  };
}

export interface Search {
  /** Never rejects: what goes wrong is a result too, and may be tried again. */
  search(typed: string, options?: SearchOptions): Promise<Result>;
}

/** Makes the search over an index. Nothing is loaded before the first query. */
export function createSearch(index: SearchIndex): Search {
  let loaded: Promise<LoadedIndex> | undefined;
  return {
    async search(typed, options = {}) {
      loaded ??= openTables(index);
      const ready = loaded;
      try {
        return await attempt(
          index,
          ready.then((o) => run(index, o, typed, options)),
        );
      } catch (error) {
        loaded = undefined;
        const failure = toFailure(error);
        return { status: 'failed', reason: failure.reason, error: failure };
      }
    },
  };
}
