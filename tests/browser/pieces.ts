/** A server that gives a page in pieces, and holds the rest until it is asked to let the next one go. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import sirv from 'sirv';

/** Stands at the end of each piece: where the browser has it, the piece has been read. */
const mark = (piece: number) => `piece ${piece}`;

const marked = (pieces: readonly string[], i: number) => `${pieces[i]}<!--${mark(i)}-->`;

/** Between two tags, but not within a script. */
const BETWEEN = />\s*(?=<(?!\/(?:script|textarea)))/gu;
/** Behind a block: how far a line is spaced out, and how wide a column of a table is, depends on what is to come. */
const BEHIND_BLOCK =
  /<\/(?:p|li|ol|ul|h\d|dl|table|section|nav|article|main|footer)>\s*(?=<(?!\/(?:no)?script))/gu;

const seams = (html: string, pattern: RegExp): number[] =>
  [...html.matchAll(pattern)].map(({ index, 0: { length } }) => index + length);

/**
 * A page of dist in pieces: after each tag of its header, and the rest in as many as asked for.
 * @param path of the page, beginning and ending with a slash
 */
export function piecesOf(path: string, rest: number): string[] {
  const html = readFileSync(`dist${path}index.html`, 'utf8');
  const body = html.indexOf('<body');
  const end = html.indexOf('</header>') + '</header>'.length;
  const top = seams(html, BETWEEN).filter((at) => body < at && at <= end);
  const below = seams(html, BEHIND_BLOCK).filter((at) => at > end);
  const every = Math.max(1, Math.floor(below.length / rest));
  const cuts = [0, ...top, ...below.filter((_, i) => i % every === 0), html.length];
  return cuts.slice(1).map((cut, i) => html.slice(cuts[i], cut));
}

/** Serves dist, one of its pages in pieces. */
export async function serveInPieces(path: string, pieces: readonly string[]) {
  const serve = sirv('dist');
  let letAnswer: (answer: ServerResponse) => void = () => undefined;
  const asked = new Promise<ServerResponse>((resolve) => {
    letAnswer = resolve;
  });
  const server = createServer((request, answer) => {
    if (request.url !== path) return serve(request, answer);
    answer.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    // A browser shows a page once it has its beginning.
    answer.write(marked(pieces, 0));
    letAnswer(answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    /** Lets one piece after the other go, each when the one before is on the screen. */
    async letGo(page: Page): Promise<void> {
      const answer = await asked;
      for (const i of pieces.keys()) {
        if (i > 0) answer.write(marked(pieces, i));
        await page.waitForFunction((text) => {
          const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
          while (comments.nextNode()) if (comments.currentNode.nodeValue === text) return true;
          return false;
        }, mark(i));
        await page.evaluate(
          () => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))),
        );
      }
      answer.end();
    },
    close: () => server.closeAllConnections(),
    end: () => new Promise((closed) => server.close(closed)),
  };
}
