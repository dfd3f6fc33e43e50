/** The files under /downloads/. */
import type { APIContext } from 'astro';
import { type Download, makeDownload } from '../../exports/downloads.ts';
import { DOWNLOADS } from '../../model/address.ts';
import { load } from '../../model/load.ts';

export const getStaticPaths = () => DOWNLOADS.map((file) => ({ params: { file } }));

export async function GET({ params, site }: APIContext): Promise<Response> {
  const { chapter } = await load();
  const edition = { chapter, site, base: import.meta.env.BASE_URL };
  return new Response(makeDownload(params['file'] as Download, edition));
}
