/** What else the index has for a query: apart from the result, each with its number of records. */

import type { LoadedIndex } from '../index/open-tables.ts';
import type { SearchIndex } from '../index/types.ts';
import { type Matches, matchQuery, matchTerms } from '../query/match.ts';
import { type Alternative, alternativesFor } from './rephrase.ts';

/** An alternative, and how many records it finds; `terms` are the words of a stretch apart. */
export interface Suggestion {
  kind: Alternative['kind'] | 'terms';
  query: string;
  total: number;
}

/** More suggestions than these nobody reads. */
const MAX_SUGGESTIONS = 6;
/**
 * A longer stretch that stands in the text was copied from it: nobody wants its words
 * apart or in other forms, and to count these would load 20 KB and more of the index.
 */
const COPIED = 20;

/** Only what finds something is offered. */
export async function suggestionsFor(
  index: SearchIndex,
  loaded: LoadedIndex,
  matches: Matches,
): Promise<Suggestion[]> {
  const { tables, lexicon } = loaded;
  const { stretch, terms } = matches.query;
  if (matches.by === 'stretch' && stretch.length > COPIED) return [];
  const same = (a: string, b: string) => a === b || lexicon.spellings(a, true).includes(b);
  const alternatives = alternativesFor(stretch, tables.names, same).slice(0, MAX_SUGGESTIONS);
  const others = await Promise.all(
    alternatives.map(async (s): Promise<Suggestion> => {
      const { records } = await matchQuery(index, lexicon, s.query);
      return { ...s, total: records.length };
    }),
  );
  if (matches.by === 'stretch' && terms.length > 1) {
    const { records } = await matchTerms(index, lexicon, matches.query);
    if (records.length > matches.records.length)
      others.push({ kind: 'terms', query: stretch, total: records.length });
  }
  return others.filter((o) => o.total > 0);
}
