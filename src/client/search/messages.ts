/** What the search says to a reader, in Traditional Chinese. */

import { messages } from '../../messages/site.ts';
import type { Found, None } from '../../search/engine.ts';
import type { Reason } from '../../search/failure.ts';

type Counted = Pick<Found, 'total' | 'text' | 'notes' | 'unmarked'>;

export const FAILED: Record<Reason, string> = {
  'index-missing': messages.search.indexMissing,
  garbled: messages.search.garbled,
  timeout: messages.search.timeout,
  offline: messages.search.offline,
};

/** How many were found, and how they divide. */
export function countOf({ total, text, notes, unmarked }: Counted): string {
  const how = unmarked ? messages.search.unmarked : '';
  if (text > 0 && notes > 0) return messages.search.countOfBoth(total, how, text, notes);
  return messages.search.count(total, how);
}

/** Why nothing was found, and what to try. */
export function noneOf({ why, terms }: Pick<None, 'why' | 'terms'>, query: string): string[] {
  if (why === 'empty') return [messages.search.empty];
  if (why === 'too-long') return [messages.search.tooLong];
  if (why === 'filtered') return [messages.search.filtered];
  const some = terms.length > 1 ? terms.filter((t) => t.total > 0) : [];
  const none = terms.filter((t) => t.total === 0);
  const shown = query.length > 40 ? `${query.slice(0, 40)}…` : query;
  return [
    messages.search.none(shown),
    some.length > 0
      ? `${some.map((t) => messages.search.some(t.text, t.total)).join(messages.common.comma)}${none.length > 0 ? messages.search.others(none.map((t) => messages.common.quoted(t.text)).join(messages.common.enumeration)) : messages.search.apart}${messages.common.stop}`
      : messages.search.shorter,
  ];
}
