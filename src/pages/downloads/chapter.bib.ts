/** /downloads/chapter.bib: the chapter itself. */
import { toBibtex } from '../../exports/bibtex.ts';
import { chapterSource } from '../../exports/cite/record.ts';
import { load } from '../../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  return new Response(toBibtex([chapterSource(chapter)]));
}
