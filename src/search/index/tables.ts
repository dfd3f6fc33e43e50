/** Records → the small tables that the browser loads beside the index. */

import { spellingsOf } from '../fold/spellings.ts';
import { STOP, tokenise } from '../fold/tokens.ts';
import type { SearchRecord } from './records.ts';
import { searchedText } from './searched-text.ts';
import { FACETS, KINDS, type NameEntry, type StoredMembers, type Tables } from './types.ts';

const LETTERS = new Map(Object.entries(KINDS).map(([letter, kind]) => [kind, letter]));

/**
 * Cuts the tables to a text: its vocabulary, the spellings of its characters, names with other forms.
 * @param shown a text as the Simplified pages show it
 */
export function tablesOf(
  records: readonly SearchRecord[],
  names: readonly NameEntry[],
  shown?: (text: string) => string,
): Tables {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const { key } of tokenise(searchedText(record)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  counts.delete(STOP);
  const vocabulary: string[][] = [];
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const place = Math.floor(Math.log2(count));
    while (vocabulary.length <= place) vocabulary.push([]);
    vocabulary[place]?.push(key);
  }
  return {
    vocabulary: vocabulary.map((keys) => keys.join('\t')),
    kinds: records.map((r) => LETTERS.get(r.kind)).join(''),
    notes: records.flatMap((r) => r.note ?? []),
    printed: records.map((r) => tokenise(r.text).length),
    ...spellingsOf(new Set(counts.keys()), records.map(searchedText), shown),
    names: [...names],
  };
}

/**
 * Which records have which values of the facets. Pagefind's own filters are not
 * used: 1.5.2 writes their values in an order that differs from build to build.
 */
export function membersOf(records: readonly SearchRecord[]): StoredMembers {
  return FACETS.map((facet) => {
    const values = new Map<string, number[]>();
    for (const [order, record] of records.entries()) {
      for (const value of new Set(record.filters[facet]))
        values.set(value, [...(values.get(value) ?? []), order]);
    }
    return [facet, [...values].sort(([a], [b]) => (a < b ? -1 : 1))];
  });
}
