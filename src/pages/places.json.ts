/** /places.json: every place and how it is cited, for what runs in the browser. */
import { placesOf } from '../exports/places.ts';
import { load } from '../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(JSON.stringify(placesOf(chapter)));
}
