/** What of a record is searched, as text and as tokens; the index was made of the same. */
import { STOP, type Token, tokenise } from '../fold/tokens.ts';
import type { StoredRecord } from './types.ts';

/** A record's text, then the references it only points to, each after a stop. */
export function searchedText(record: StoredRecord): string {
  return [record.text, ...(record.references ?? []).map((r) => r.text)].join(STOP);
}

const cache = new WeakMap<StoredRecord, Token[]>();

export function searchedTokens(record: StoredRecord): Token[] {
  const before = cache.get(record);
  if (before) return before;
  const tokens = tokenise(searchedText(record));
  cache.set(record, tokens);
  return tokens;
}
