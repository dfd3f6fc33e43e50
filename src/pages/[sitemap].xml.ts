/** /sitemap.xml, which is made only where the site's address is known: hence a name to be filled in. */
import { published } from '../components/page/site.ts';
import { toSitemap } from '../exports/metadata/sitemap.ts';
import { load } from '../model/load.ts';

export function getStaticPaths() {
  return published.origin ? [{ params: { sitemap: 'sitemap' } }] : [];
}

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toSitemap(chapter, published));
}
