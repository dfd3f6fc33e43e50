/** A section as Markdown, beside its page. */
import type { APIContext } from 'astro';
import { published } from '../../../components/page/site.ts';
import { sectionMarkdown } from '../../../exports/markdown.ts';
import type { Section } from '../../../model/chapter/chapter.ts';
import { load } from '../../../model/load.ts';

export async function getStaticPaths() {
  const { chapter } = await load();
  return chapter.sections.map((section) => ({
    params: { section: String(section.number) },
    props: { section },
  }));
}

export async function GET({ props }: APIContext<{ section: Section }>): Promise<Response> {
  const { chapter } = await load();
  return new Response(sectionMarkdown(chapter, props.section, published));
}
