/** `nginx.conf`: a server for nginx 1.22 or later, to be included inside `http { … }`. */
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

/** A path of a rule in a map: a string, or an expression for all that begin so. */
function matched(path: string): string {
  if (path.endsWith('*')) return `~^${path.slice(0, -1).replaceAll('.', '\\.')}`;
  // The server goes on from a folder to its page before it looks.
  return path.endsWith('/') ? `~^${path}(?:index\\.html)?$` : path;
}

/** A path of a rule as a location. */
const located = (path: string): string =>
  path.endsWith('*') ? `^~ ${path.slice(0, -1)}` : `= ${path}`;

/** The variable that holds a header which some paths have otherwise. */
const variable = (name: string): string => `$site_${name.toLowerCase().replaceAll('-', '_')}`;

const quoted = (value: string): string => `"${value}"`;

const DEFAULTS: Headers = { 'Cache-Control': REVALIDATED };

/** A map from the path to the value of a header; without one it is not sent. */
function mapOf(name: string, rules: readonly Rule[], always: Headers, base: string): string {
  const cases = rules.flatMap(({ paths, headers }) => {
    const value = headers[name];
    return value === undefined
      ? []
      : paths.map((path) => `  ${quoted(matched(under(base, path)))} ${quoted(value)};`);
  });
  const usual = always[name] ?? '';
  return [`map $uri ${variable(name)} {`, `  default ${quoted(usual)};`, ...cases, '}'].join('\n');
}

/**
 * The file's text.
 * @param base the path the site is served under
 */
export function nginxFile(inline: Inline, base: string): string {
  const always = { ...DEFAULTS, ...EVERYWHERE };
  const rules = [...added(inline), ...REPLACED];
  const varied = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  const names = [...new Set([...Object.keys(always), ...varied])].sort();
  const headers = names.map((name) => {
    const value = varied.includes(name) ? variable(name) : quoted(always[name] ?? '');
    return `  add_header ${name} ${value} always;`;
  });
  const locations = TYPES.flatMap(({ paths, type }) =>
    paths.map(
      (path) =>
        `  location ${located(under(base, path))} { types {} default_type ${quoted(type)}; }`,
    ),
  );
  const error = under(base, ERROR_PAGE);
  return `# Written by \`npm run hosting\`. To be included inside http { … }; brotli_static needs
# the module of that name (Debian: libnginx-mod-http-brotli-static), or take its line out.
${varied.map((name) => mapOf(name, rules, always, base)).join('\n')}

server {
  listen 80;
  listen [::]:80;
  server_name _;
  root /srv/zhangju/current;

  # With \`npm run compress\` each text file has its .br and .gz beside it.
  gzip_static on;
  brotli_static on;
  gzip_vary on;

  # So that a way on (/chapter to /chapter/) holds behind another server, too.
  absolute_redirect off;
  server_tokens off;

  # A folder without a page of its own is no secret, it is not there.
  error_page 403 404 =404 ${error};
  location = ${error} { internal; }

${headers.join('\n')}

  types {
${Object.entries(ENDINGS)
  .map(([ending, type]) => `    ${quoted(type)} ${ending};`)
  .join('\n')}
  }
  default_type application/octet-stream;
${locations.join('\n')}
}
`;
}
