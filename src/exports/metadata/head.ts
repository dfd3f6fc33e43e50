/** All metadata in the head of a page. */

import { linkTo } from '../published.ts';
import { type LinkTag, type MetaTag, type Page, pathOf } from './about.ts';
import { DCTERMS, dublinCore } from './dublin-core.ts';
import { highwire } from './highwire.ts';
import { jsonLd } from './json-ld.ts';
import { openGraph } from './open-graph.ts';
import { signposts } from './signposting.ts';

export interface Head {
  metas: MetaTag[];
  links: LinkTag[];
  /** JSON-LD, as the text of its script element. */
  data: string | undefined;
}

/** A page that stands for one that is missing says of itself only that it is not to be found. */
export function headOf(page: Page): Head {
  const path = pathOf(page.about);
  if (path === undefined)
    return { metas: [{ name: 'robots', content: 'noindex' }], links: [], data: undefined };
  const canonical = { rel: 'canonical', href: linkTo(page.published, path) };
  return {
    metas: [...highwire(page), ...dublinCore(page), ...openGraph(page)],
    links: [
      ...(page.published.origin !== undefined ? [canonical] : []),
      DCTERMS,
      ...signposts(page),
    ],
    data: jsonLd(page),
  };
}
