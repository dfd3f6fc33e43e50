/** /downloads/sources.ris */
import { toRis } from '../../exports/ris.ts';
import { entriesOf } from '../../model/bibliography.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toRis(entriesOf(chapter).map(({ source }) => source)));
}
