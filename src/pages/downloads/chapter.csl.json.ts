/** /downloads/chapter.csl.json: the chapter itself. */
import { chapterSource } from '../../exports/cite/record.ts';
import { toCsl } from '../../exports/csl-json.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(`${JSON.stringify([toCsl(chapterSource(chapter))], null, 1)}\n`);
}
