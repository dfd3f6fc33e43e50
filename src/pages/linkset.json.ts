/** /linkset.json */
import { published } from '../components/page/site.ts';
import { linkset } from '../exports/metadata/signposting.ts';
import { load } from '../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(`${JSON.stringify(linkset(chapter, published), null, 1)}\n`);
}
