/** /downloads/notes.csv */
import { toCsv } from '../../exports/notes-csv.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toCsv(chapter));
}
