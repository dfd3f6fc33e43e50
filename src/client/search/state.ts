/** What is searched for, and its form in the address: it can be shared, bookmarked and stepped back through. */
import type { SearchOptions } from '../../search/engine.ts';
import type { Facet } from '../../search/index/types.ts';
import type { Filters } from '../../search/results/facets.ts';

const SORTS = ['relevance', 'order', 'year-desc', 'year'] as const;
const SCOPES = ['all', 'text', 'notes'] as const;

/** The facets a reader can choose from, in the order of the page. */
export const CHOICES = [
  'type',
  'publisher',
  'author',
  'year',
  'lang',
  'form',
  'section',
] as const satisfies readonly Facet[];
export type Choice = (typeof CHOICES)[number];

export interface State {
  q: string;
  in: NonNullable<SearchOptions['in']>;
  sort: NonNullable<SearchOptions['sort']>;
  filters: Filters;
  /** The words of a stretch are looked for apart. */
  apart: boolean;
}

const oneOf = <T extends string>(list: readonly T[], value: string | null, otherwise: T): T =>
  list.find((item) => item === value) ?? otherwise;

/** Reads an address; what it does not know it leaves out. */
export function stateOf(params: URLSearchParams): State {
  const filters: Filters = {};
  for (const facet of CHOICES) {
    const values = [...new Set(params.getAll(facet))].filter((value) => value !== '');
    if (values.length > 0) filters[facet] = values;
  }
  return {
    q: params.get('q') ?? '',
    in: oneOf(SCOPES, params.get('in'), 'all'),
    sort: oneOf(SORTS, params.get('sort'), 'relevance'),
    filters,
    apart: params.has('apart'),
  };
}

/** Servers refuse longer addresses (8 KB with the rest of a request); such a query is left out of it. */
const LONGEST = 6000;

const fitsAddress = (q: string): boolean => new URLSearchParams({ q }).toString().length < LONGEST;

/** The query string of a state, without what is as usual; empty for an empty state. */
export function queryOf({ q, in: scope, sort, filters, apart }: State): string {
  const params = new URLSearchParams();
  if (q !== '' && fitsAddress(q)) params.set('q', q);
  if (scope !== 'all') params.set('in', scope);
  for (const facet of CHOICES)
    for (const value of filters[facet] ?? []) params.append(facet, value);
  if (sort !== 'relevance') params.set('sort', sort);
  if (apart) params.set('apart', '1');
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether there is anything to search for: words, or a choice among the facets. */
export const isEmpty = ({ q, filters }: State): boolean =>
  q.trim() === '' && Object.keys(filters).length === 0;

/** A state with one value of a facet chosen, or no longer. */
export function toggled(state: State, facet: Choice, value: string): State {
  const before = state.filters[facet] ?? [];
  const after = before.includes(value) ? before.filter((v) => v !== value) : [...before, value];
  const filters: Filters = { ...state.filters };
  if (after.length > 0) filters[facet] = after;
  else delete filters[facet];
  return { ...state, filters };
}
