// Serves dist/ to the browser tests: the files as they are, as any static host does, and with
// the headers that dist/_headers asks hosts to send.
// `astro preview` starts all of Vite for that, and works for each file.
// Usage: node tests/browser/serve.mjs PORT; the path is BASE, as for the build.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { ROOT } from '../../src/cli/setup/environment.mjs';

const DIST = path.join(ROOT, 'dist');
const BASE = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/g, '/');
const missing = readFileSync(path.join(DIST, '404.html'));
const serve = sirv(DIST, { etag: true });

/** A page has a slash at its end, a file has a dot in its name; sirv would not mind. */
const isStrict = (/** @type {string} */ pathname) => /\/$|\.[^/]+$/u.test(pathname);

// Here nothing is under TLS, nothing is to be kept for the next test, and a page that opens
// alone costs a process of its own each time that a test comes to it from elsewhere.
const NOT_SENT = /^(?:Strict-Transport-Security|Cache-Control|Cross-Origin-Opener-Policy)$/u;

/** @type {{ path: string, headers: [string, string][] }[]} */
const rules = [];
for (const line of readFileSync(path.join(DIST, '_headers'), 'utf8').split('\n')) {
  const [, name, value] = /^ {2}([\w-]+): (.+)$/u.exec(line) ?? [];
  if (line.startsWith('/')) rules.push({ path: line, headers: [] });
  else if (name && value && !NOT_SENT.test(name)) rules.at(-1)?.headers.push([name, value]);
}
/** Whether a rule is for a path: exactly, or for all that begins as it does. */
const isFor = (/** @type {string} */ rule, /** @type {string} */ pathname) =>
  rule.endsWith('*') ? pathname.startsWith(rule.slice(0, -1)) : pathname === rule;

createServer((asked, answer) => {
  const url = asked.url ?? '/';
  const pathname = url.replace(/[?#].*/u, '');
  const noSuchPage = () => {
    answer.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(missing);
  };
  for (const rule of rules.filter((one) => isFor(one.path, pathname)))
    for (const [name, value] of rule.headers) answer.setHeader(name, value);
  if (!pathname.startsWith(BASE) || !isStrict(pathname)) return noSuchPage();
  asked.url = `/${url.slice(BASE.length)}`;
  serve(asked, answer, noSuchPage);
}).listen(Number(process.argv[2]), '127.0.0.1');
