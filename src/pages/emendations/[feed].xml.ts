/** /emendations/feed.xml, which is made only where the site's address is known and there is something to tell: hence a name to be filled in. */
import { published } from '../../components/page/site.ts';
import { toEmendationsFeed } from '../../exports/emendations-feed.ts';
import { load } from '../../model/load.ts';

export async function getStaticPaths() {
  const { emendations } = (await load()).chapter;
  return published.origin && emendations.length > 0 ? [{ params: { feed: 'feed' } }] : [];
}

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toEmendationsFeed(chapter, published));
}
