/** The files under /downloads/. */
import type { APIContext } from 'astro';
import { makeDownload } from '../../exports/downloads.ts';
import { availableDownloads } from '../../exports/pdf/made.ts';
import type { Download } from '../../model/downloads/downloads.ts';
import { load } from '../../model/load.ts';

export async function getStaticPaths() {
  const { chapter } = await load();
  return availableDownloads(chapter).map((file) => ({ params: { file } }));
}

export async function GET({ params, site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  const chapterSite = { chapter, site, base: import.meta.env.BASE_URL };
  return new Response(await makeDownload(params['file'] as Download, chapterSite));
}
