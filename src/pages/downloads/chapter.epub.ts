/** /downloads/chapter.epub */
import type { APIContext } from 'astro';
import { toEpub } from '../../exports/epub/epub.ts';
import { publishedAt } from '../../exports/published.ts';
import { load } from '../../model/load.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  return new Response(toEpub(chapter, publishedAt(site, import.meta.env.BASE_URL)));
}
