/** /llms.txt */
import { published } from '../components/page/site.ts';
import { toLlms } from '../exports/llms.ts';
import { load } from '../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toLlms(chapter, published));
}
