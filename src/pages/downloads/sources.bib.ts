/** /downloads/sources.bib */
import { toBibtex } from '../../exports/bibtex.ts';
import { entriesOf } from '../../model/bibliography.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toBibtex(entriesOf(chapter).map(({ source }) => source)));
}
