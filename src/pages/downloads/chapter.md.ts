/** /downloads/chapter.md */
import type { APIContext } from 'astro';
import { toPortableMarkdown } from '../../exports/markdown.ts';
import { publishedAt } from '../../exports/published.ts';
import { load } from '../../model/load.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  return new Response(toPortableMarkdown(chapter, publishedAt(site, import.meta.env.BASE_URL)));
}
