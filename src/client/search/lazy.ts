/** The search of a page whose program is loaded with the first query, not with the page. */
import type { Search } from '../../search/engine.ts';
import { SearchFailure, toFailure, withDeadline } from '../../search/failure.ts';

async function load(): Promise<Search> {
  try {
    return (await import('./engine.ts')).theSearch();
  } catch (cause) {
    const reason = navigator.onLine ? 'index-missing' : 'offline';
    throw new SearchFailure(reason, 'the program of the search', { cause });
  }
}

/** Searches; as the search itself, it never rejects. */
export const search: Search['search'] = async (...query) => {
  try {
    return await (await withDeadline(load())).search(...query);
  } catch (error) {
    const failure = toFailure(error);
    return { status: 'failed', reason: failure.reason, error: failure };
  }
};
