/** /dts/: the Distributed Text Services as files. */
import type { APIContext, GetStaticPaths } from 'astro';
import { dtsFiles } from '../../exports/dts/files.ts';
import { publishedAt } from '../../exports/published.ts';
import { load } from '../../model/load.ts';

export const getStaticPaths = (async () => {
  const { chapter } = await load();
  const published = publishedAt(
    import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined,
    import.meta.env.BASE_URL,
  );
  return [...dtsFiles(chapter, published)].map(([file, text]) => ({
    params: { file },
    props: { text },
  }));
}) satisfies GetStaticPaths;

export function GET({ props }: APIContext<{ text: string }>): Response {
  return new Response(props.text);
}
