/** /downloads/chapter.jsonld */
import { place } from '../../components/place.ts';
import { toJsonLd } from '../../exports/metadata/chapter-json-ld.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(`${JSON.stringify(toJsonLd(chapter, place), null, 1)}\n`);
}
