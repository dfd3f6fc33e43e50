/** Filters, and counts that are true under every combination of them. */
import { FACETS, type Facet, type Members } from '../index/types.ts';

/** Chosen values: any of a facet's, all of the facets. */
export type Filters = Partial<Record<Facet, readonly string[]>>;
export type Counts = Partial<Record<Facet, Record<string, number>>>;

const chosen = (filters: Filters): [Facet, readonly string[]][] =>
  FACETS.flatMap((facet) => {
    const values = filters[facet] ?? [];
    return values.length > 0 ? [[facet, values] as [Facet, readonly string[]]] : [];
  });

export const isFiltered = (filters: Filters): boolean => chosen(filters).length > 0;

/** The records that the filters let through, one facet left out if asked. */
function passing(members: Members, filters: Filters, except?: Facet): (record: number) => boolean {
  const sets = chosen(filters)
    .filter(([facet]) => facet !== except)
    .map(([facet, values]) => new Set(values.flatMap((v) => members.get(facet)?.get(v) ?? [])));
  return (record) => sets.every((set) => set.has(record));
}

export function applyFilters(
  records: readonly number[],
  members: Members,
  filters: Filters,
): number[] {
  return records.filter(passing(members, filters));
}

/** How many of the records each value of a facet would leave, given the choices in the others. */
export function countFacets(
  records: readonly number[],
  members: Members,
  filters: Filters,
): Counts {
  const counts: Counts = {};
  for (const facet of FACETS) {
    const passes = passing(members, filters, facet);
    const left = new Set(records.filter(passes));
    const values: Record<string, number> = Object.create(null);
    for (const [value, holders] of members.get(facet) ?? []) {
      const count = holders.filter((record) => left.has(record)).length;
      if (count > 0 || filters[facet]?.includes(value)) values[value] = count;
    }
    counts[facet] = values;
  }
  return counts;
}
