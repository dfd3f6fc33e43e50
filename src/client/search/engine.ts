/** The search over this site's index; nothing is loaded before the first query. */
import { createSearch, type Search } from '../../search/engine.ts';
import { openIndex } from '../../search/index/open-index.ts';
import { inSite } from '../site/urls.ts';

let search: Search | undefined;

/** The one search of the page. */
export function theSearch(): Search {
  search ??= createSearch(openIndex(inSite('/pagefind/')));
  return search;
}
