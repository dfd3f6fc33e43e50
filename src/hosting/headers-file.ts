/** `_headers`, as Netlify, Cloudflare Pages and others read it. */
import type { Inline } from './policy.ts';
import { added, EVERYWHERE, type Headers, TYPES, under } from './rules.ts';

const block = (path: string, headers: Headers): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * The file's text. Where two rules give one header to one path, some hosts join the two
 * values: so nothing here replaces what holds everywhere. These hosts revalidate by
 * themselves all that is not said to be immutable.
 * @param base the path the site is served under
 */
export function headersFile(inline: Inline, base: string): string {
  const rules = [
    ...added(inline),
    ...TYPES.map(({ paths, type }) => ({ paths, headers: { 'Content-Type': type } })),
  ];
  const blocks = [
    '# Written by `npm run hosting`.',
    block(under(base, '/*'), EVERYWHERE),
    ...rules.flatMap(({ paths, headers }) =>
      paths.map((path) => block(under(base, path), headers)),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
