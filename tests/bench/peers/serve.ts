/** One static server for all: brotli as a host has it ready, one path for one file, and a count of what it sent. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Already packed; brotli gains nothing. */
const PACKED = new Set(['.png', '.woff2', '.woff', '.jpg', '.webp']);

/** Bodies only: headers are the server's, not the site's. */
export interface Traffic {
  bytes: number;
  requests: number;
  /** Of the bytes, those of scripts. */
  scripts: number;
}

export interface Served {
  origin: string;
  /** What was sent since it was last asked. */
  traffic(): Traffic;
  close(): void;
}

interface Body {
  bytes: Buffer;
  packed: boolean;
}

/** @param root a built site, read while pages are asked for */
export async function serve(root: string): Promise<Served> {
  const files = new Set(readdirSync(root, { recursive: true, encoding: 'utf8' }));
  const bodies = new Map<string, Body>();
  const bodyOf = (name: string): Body => {
    const known = bodies.get(name);
    if (known) return known;
    const raw = readFileSync(join(root, name));
    const packed = !PACKED.has(extname(name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    const body = { bytes: packed ? brotliCompressSync(raw, { params }) : raw, packed };
    bodies.set(name, body);
    return body;
  };
  let sum: Traffic = { bytes: 0, requests: 0, scripts: 0 };
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/').slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    sum.requests += 1;
    if (!files.has(name) || extname(name) === '') {
      response.writeHead(404).end();
      return;
    }
    const { bytes, packed } = bodyOf(name);
    sum.bytes += bytes.length;
    if (/\.m?js$/u.test(name)) sum.scripts += bytes.length;
    if (packed) response.setHeader('content-encoding', 'br');
    response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
    response.setHeader('content-length', bytes.length).end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    traffic: () => {
      const before = sum;
      sum = { bytes: 0, requests: 0, scripts: 0 };
      return before;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
