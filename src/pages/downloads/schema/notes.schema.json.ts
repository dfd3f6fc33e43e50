/** /downloads/schema/notes.schema.json */
import { notesJsonSchema } from '../../../exports/json-schema.ts';

export function GET(): Response {
  return new Response(`${JSON.stringify(notesJsonSchema(), null, 1)}\n`);
}
