/** A section as a Word file, beside its page. */
import type { APIContext } from 'astro';
import { published } from '../../../components/page/site.ts';
import { sectionDocx } from '../../../exports/docx/docx.ts';
import { load } from '../../../model/load.ts';

export async function getStaticPaths() {
  const { chapter } = await load();
  return chapter.sections.map(({ number }) => ({ params: { section: String(number) } }));
}

export async function GET({ params }: APIContext): Promise<Response> {
  const { chapter } = await load();
  return new Response(await sectionDocx(chapter, Number(params['section']), published));
}
