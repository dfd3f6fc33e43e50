/** /downloads/notes.json */
import { toNotes } from '../../exports/notes-json.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(`${JSON.stringify(toNotes(chapter), null, 1)}\n`);
}
