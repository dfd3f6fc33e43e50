/** `Caddyfile`: a server for Caddy 2.6 or later. */
import type { Inline } from './policy.ts';
import {
  added,
  ENDINGS,
  ERROR_PAGE,
  EVERYWHERE,
  type Headers,
  REPLACED,
  REVALIDATED,
  type Rule,
  TYPES,
  under,
} from './rules.ts';

const fields = (headers: Headers, indent: string): string =>
  Object.entries(headers)
    .map(([name, value]) => `${indent}${name} "${value}"`)
    .join('\n');

/** The headers of some paths. */
function ruleOf({ paths, headers }: Rule, name: string, base: string): string {
  const all = paths.map((path) => under(base, path)).join(' ');
  return `    @${name} path ${all}\n    header @${name} {\n${fields(headers, '      ')}\n    }`;
}

/**
 * The file's text.
 * @param base the path the site is served under
 */
export function caddyFile(inline: Inline, base: string): string {
  const byEnding = Object.entries(ENDINGS).map(([ending, type]) => ({
    paths: [`*.${ending}`],
    headers: { 'Content-Type': type },
  }));
  const byPath = TYPES.map(({ paths, type }) => ({ paths, headers: { 'Content-Type': type } }));
  const always = { 'Cache-Control': REVALIDATED, ...EVERYWHERE };
  const ofError = added(inline).find(({ paths }) => paths.includes(ERROR_PAGE))?.headers;
  const text = `# Written by \`npm run hosting\`. With a name in SITE_ADDRESS (thesis.example.org) Caddy
# gets and renews the certificate by itself.
{$SITE_ADDRESS::80} {
  root * {$SITE_ROOT:/srv/zhangju/current}

  # In this order: what comes later replaces what came before. What takes a header away
  # stands alone, for it is done last, with all that is in one block with it.
  route {
    header -Server
    header {
${fields(always, '      ')}
    }
${[...added(inline), ...REPLACED].map((rule, i) => ruleOf(rule, `rule${i}`, base)).join('\n')}
${byEnding.map((rule, i) => ruleOf(rule, `ending${i}`, '')).join('\n')}
${byPath.map((rule, i) => ruleOf(rule, `type${i}`, base)).join('\n')}
    # With \`npm run compress\` each text file has its .br and .gz beside it.
    file_server {
      precompressed br gzip
    }
  }

  handle_errors {
    header -Server
    header -Access-Control-Allow-Origin
    header {
${fields({ ...always, ...ofError, 'Content-Type': ENDINGS['html'] ?? '' }, '      ')}
    }
    rewrite * ${under(base, ERROR_PAGE)}
    file_server {
      precompressed br gzip
    }
  }
}
`;
  // Caddy's own formatter indents with tabs.
  return text.replace(/^(?: {2})+/gmu, (spaces) => '\t'.repeat(spaces.length / 2));
}
