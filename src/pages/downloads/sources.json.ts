/** /downloads/sources.json */
import { toCsl } from '../../exports/csl-json.ts';
import { entriesOf } from '../../model/bibliography.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  const items = entriesOf(chapter).map(({ source }) => toCsl(source));
  return new Response(`${JSON.stringify(items, null, 1)}\n`);
}
