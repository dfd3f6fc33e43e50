/** /downloads/chapter.ris: the chapter itself. */
import { chapterSource } from '../../exports/cite/record.ts';
import { toRis } from '../../exports/ris.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toRis([chapterSource(chapter)]));
}
