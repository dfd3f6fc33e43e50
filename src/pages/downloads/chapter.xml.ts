/** /downloads/chapter.xml */
import type { APIContext } from 'astro';
import { publishedAt } from '../../exports/published.ts';
import { toTei } from '../../exports/tei/tei.ts';
import { load } from '../../model/load.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  return new Response(toTei(chapter, publishedAt(site, import.meta.env.BASE_URL)));
}
