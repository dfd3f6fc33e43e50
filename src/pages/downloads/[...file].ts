/** The files under /downloads/. */
import type { APIContext } from 'astro';
import { availableDownloads, makeDownload } from '../../exports/downloads.ts';
import type { Download } from '../../model/downloads/downloads.ts';
import { load } from '../../model/load.ts';

/** The site's address, as Astro knows it. */
const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;

export async function getStaticPaths() {
  const { chapter } = await load();
  return availableDownloads(chapter, site).map((file) => ({ params: { file } }));
}

export async function GET({ params, site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  const chapterSite = { chapter, site, base: import.meta.env.BASE_URL };
  return new Response(await makeDownload(params['file'] as Download, chapterSite));
}
