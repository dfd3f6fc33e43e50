/** /downloads/schema/sources.schema.json */
import { sourcesJsonSchema } from '../../../exports/json-schema.ts';

export function GET(): Response {
  return new Response(`${JSON.stringify(sourcesJsonSchema(), null, 1)}\n`);
}
