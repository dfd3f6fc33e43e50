/** What a system needs to know to install the site; all addresses in it are relative to itself. */

import { SITE_NAME } from '../exports/metadata/about.ts';
import { messages } from '../messages/site.ts';
import { load } from '../model/load.ts';

export async function GET(): Promise<Response> {
  const { chapter } = await load();
  const png = (name: string, size: number) => ({
    src: `icons/${name}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const manifest = {
    name: SITE_NAME + messages.common.colon + chapter.title,
    short_name: SITE_NAME,
    description: chapter.description,
    lang: chapter.lang,
    id: './',
    start_url: './',
    scope: './',
    // Readers keep the address of where they are, and the way back.
    display: 'minimal-ui',
    background_color: '#fcfbf7',
    theme_color: '#fcfbf7',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      png('192', 192),
      png('512', 512),
      { ...png('maskable', 512), purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest));
}
