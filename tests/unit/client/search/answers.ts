/** Answers of a search, for tests of what shows them. */
import type { Found, None, Result } from '../../../../src/search/engine.ts';
import type { Hit } from '../../../../src/search/results/hit.ts';
import type { Suggestion } from '../../../../src/search/suggestions/suggestions.ts';

export const hit = (path: string, text = path): Hit => ({
  kind: 'paragraph',
  path,
  section: '1',
  place: '第一節',
  foundIn: 'text',
  text,
  ranges: [],
  excerpt: {
    pieces: [{ text, match: false }],
    truncatedBefore: false,
    truncatedAfter: false,
  } as Hit['excerpt'],
  references: [],
});

/** What finds these hits, ten a page. */
export const found = (hits: Hit[], more: Partial<Found> = {}): Found =>
  ({
    status: 'found',
    total: hits.length,
    text: hits.length,
    notes: 0,
    numbers: [],
    by: 'stretch',
    unmarked: false,
    page: async (number) => hits.slice(number * 10, (number + 1) * 10),
    facets: async () => ({}),
    suggestions: async () => [],
    ...more,
  }) as Found;

export const none = (suggestions: Suggestion[] = []): None => ({
  status: 'none',
  why: 'absent',
  terms: [],
  facets: async () => ({}),
  suggestions: async () => suggestions,
});

export const failed: Result = { status: 'failed', reason: 'offline', error: new Error('offline') };
