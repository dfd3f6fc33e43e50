/** What else the index has for a query: apart from the result, each with its number of records. */

import { tokenise } from '../fold/tokens.ts';
import type { LoadedIndex } from '../index/open-tables.ts';
import type { SearchIndex } from '../index/types.ts';
import { type Matches, matchQuery, matchTerms } from '../query/match.ts';
import { nearest } from './nearest.ts';
import { type Alternative, alternativesFor, otherYears } from './rephrase.ts';

/**
 * An alternative, and how many records it finds: `terms` are the words of a stretch apart,
 * `inside` a longer word that holds the typed one, `near` what may have been meant.
 */
export interface Suggestion {
  kind: Alternative['kind'] | 'terms' | 'inside' | 'near';
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

/** Longer words of the text that are offered for one word, and how long this must be. */
const MAX_INSIDE = 2;
const SHORTEST_INSIDE = 4;

/** Words that hold the typed one elsewhere than at their beginning: International for National. */
function around({ query }: Matches, { lexicon }: LoadedIndex): string[] {
  const [only, ...rest] = tokenise(query.stretch).map(({ key }) => key);
  if (!only || rest.length > 0 || only.length < SHORTEST_INSIDE || !/^\p{L}/u.test(only)) return [];
  return lexicon
    .words((word) => word.includes(only) && !word.startsWith(only))
    .sort((a, b) => lexicon.count(b) - lexicon.count(a))
    .slice(0, MAX_INSIDE);
}

/** The query with the terms that stand nowhere put right. */
async function corrected(
  index: SearchIndex,
  { tables, lexicon }: LoadedIndex,
  { query, terms }: Matches,
): Promise<string[]> {
  const missing = query.terms.filter((_, i) => terms[i]?.starts.size === 0);
  const [first] = missing;
  // Of two terms that are not there nobody can tell which words were meant.
  if (!first || missing.length > 1) return [];
  const written = query.stretch.includes(first.text)
    ? query.stretch
    : query.terms.map(({ text }) => text).join(' ');
  const words = await nearest(index, lexicon, tables.names, first.text);
  return words.map((word) => written.replace(first.text, () => word));
}

/** Only what finds something is offered. */
export async function suggestionsFor(
  index: SearchIndex,
  loaded: LoadedIndex,
  matches: Matches,
): Promise<Suggestion[]> {
  const { tables, lexicon } = loaded;
  const { stretch, terms, excluded } = matches.query;
  if (matches.by === 'stretch' && stretch.length > COPIED) return [];
  const same = (a: string, b: string) => a === b || lexicon.spellings(a, true).includes(b);
  const meant = matches.records.length === 0 ? await corrected(index, loaded, matches) : [];
  const longer = matches.records.length > 0 ? around(matches, loaded) : [];
  // A year that is excluded is so in every form.
  const offersYears = !excluded.some(({ text }) => otherYears(text).length > 0);
  const alternatives = [
    ...meant.map((query) => ({ kind: 'near' as const, query })),
    ...alternativesFor(stretch, tables.names, same).filter(
      ({ kind }) => kind !== 'year' || offersYears,
    ),
    ...longer.map((query) => ({ kind: 'inside' as const, query })),
  ].slice(0, MAX_SUGGESTIONS);
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
