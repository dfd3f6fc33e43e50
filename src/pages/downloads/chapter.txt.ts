/** /downloads/chapter.txt */
import type { APIContext } from 'astro';
import { publishedAt } from '../../exports/published.ts';
import { toText } from '../../exports/text.ts';
import { load } from '../../model/load.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  return new Response(toText(chapter, publishedAt(site, import.meta.env.BASE_URL)));
}
