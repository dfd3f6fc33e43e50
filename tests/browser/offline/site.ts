/** A server of the built site that can be changed, slowed down and stopped while a reader is there. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { manifestOf } from '../../../src/integrations/offline.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BUILT = join(ROOT, 'dist');
/** The path the site was built for. */
const BASE = `/${process.env['BASE'] ?? ''}/`.replace(/\/{2,}/gu, '/');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export class Site {
  /** What was asked for, below the base. */
  asked: string[] = [];
  /** Paths that answer 404. */
  broken = new Set<string>();
  /** What is said with every answer. */
  headers: Record<string, string> = {};
  /** What browsers reported to `/reports`. */
  reports: string[] = [];
  /** What a path waits for before it is answered. */
  held = new Map<string, Promise<unknown>>();
  /** What is served: the built site, and from the first new release on a copy of it. */
  #folder = BUILT;
  #server: Server | undefined;
  #port = 0;

  url(path: string): string {
    return `http://127.0.0.1:${this.#port}${BASE}${path.slice(1)}`;
  }

  /** Serves, at the same address as before. */
  async start(): Promise<void> {
    const server = createServer(async (asked, answer) => {
      const { pathname } = new URL(asked.url ?? '/', 'http://site');
      if (pathname === '/reports') {
        this.reports.push(await text(asked));
        return void answer.writeHead(204).end();
      }
      const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : '';
      this.asked.push(`/${path}`);
      await this.held.get(`/${path}`);
      // What was kept waiting may find that the server has gone.
      if (this.#server !== server) return;
      const found = this.broken.has(`/${path}`) ? '' : this.#file(path);
      const file = found || join(this.#folder, '404.html');
      answer.writeHead(found ? 200 : 404, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'max-age=0',
        ...this.headers,
      });
      answer.end(readFileSync(file));
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Goes away, as a net does. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  async end(): Promise<void> {
    await this.stop();
    if (this.#folder !== BUILT) rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Publishes another release: files with something in them replaced. */
  publish(changes: Record<string, [from: string, to: string]>): string {
    if (this.#folder === BUILT) {
      this.#folder = mkdtempSync(join(ROOT, 'node_modules/.cache/offline-'));
      cpSync(BUILT, this.#folder, { recursive: true });
    }
    for (const [path, [from, to]] of Object.entries(changes)) {
      const file = this.#file(path.slice(1));
      const before = readFileSync(file, 'utf8');
      if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
      writeFileSync(file, before.replace(from, to));
    }
    const manifest = manifestOf(this.#folder);
    writeFileSync(join(this.#folder, 'offline.json'), JSON.stringify(manifest));
    return manifest.edition;
  }

  #file(path: string): string {
    const file = join(this.#folder, path);
    if (!existsSync(file)) return '';
    return statSync(file).isDirectory() ? join(file, 'index.html') : file;
  }
}
