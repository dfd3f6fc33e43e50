/** /dts/: the Distributed Text Services as files. */
import type { APIContext, GetStaticPaths } from 'astro';
import { published } from '../../components/page/site.ts';
import { dtsFiles } from '../../exports/dts/files.ts';
import { load } from '../../model/load.ts';

export const getStaticPaths = (async () => {
  const { chapter } = await load();
  return [...dtsFiles(chapter, published)].map(([file, text]) => ({
    params: { file },
    props: { text },
  }));
}) satisfies GetStaticPaths;

export function GET({ props }: APIContext<{ text: string }>): Response {
  return new Response(props.text);
}
