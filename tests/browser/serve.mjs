// Serves dist/ to the browser tests: the files as they are, as any static host does.
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

createServer((asked, answer) => {
  const url = asked.url ?? '/';
  const pathname = url.replace(/[?#].*/u, '');
  const noSuchPage = () => {
    answer.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(missing);
  };
  if (!pathname.startsWith(BASE) || !isStrict(pathname)) return noSuchPage();
  asked.url = `/${url.slice(BASE.length)}`;
  serve(asked, answer, noSuchPage);
}).listen(Number(process.argv[2]), '127.0.0.1');
