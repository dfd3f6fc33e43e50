/**
 * What is wrong with the content, told while one works on it (`npm run dev`): in the terminal,
 * and on a plain page in place of every page, which would else be built of what a build refuses.
 */
import { readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { CONTENT } from '../import/content-folder.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import type { Finding } from '../model/checks/findings.ts';
import { escaped } from './escaped.ts';

/** What tells whether a folder has changed: its files with their times and sizes. */
function stateOf(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => {
        const { mtimeMs, size } = statSync(join(folder, file));
        return `${file} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch (error) {
    // A file that goes while it is looked at: look again the next time.
    return `${(error as Error).message} ${Math.random()}`;
  }
}

/** What cannot even be checked is a finding too. */
function findingsIn(content: string): Finding[] {
  try {
    return findingsOf(content);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return [{ rule: code ?? 'content/unreadable', file: '', line: 0, message }];
  }
}

/** The findings of a folder, found anew when a file of it has changed. */
export function watched(content: string): () => Finding[] {
  let state: string | undefined;
  let findings: Finding[] = [];
  return () => {
    const now = stateOf(content);
    if (now !== state) findings = findingsIn(content);
    state = now;
    return findings;
  };
}

/**
 * The page that stands for every other while there are findings.
 * @param client the address of Vite's script, by which the page goes when all is mended; without it, the page is asked for again
 */
export function findingsPage(
  content: string,
  findings: readonly Finding[],
  client?: string,
): string {
  const items = findings.map(({ file, line, rule, message }) => {
    const at = `${join(content, file)}${line ? `:${line}` : ''}`;
    return `<li><p><code>${escaped(at)}</code>　<code>${escaped(rule)}</code></p><p lang="en">${escaped(message)}</p></li>`;
  });
  return `<!doctype html>
<html lang="zh-Hant-TW">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>內容有 ${findings.length} 處要改｜章句</title>
<style>body{font:1rem/1.7 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}li{margin:1rem 0}p{margin:0;overflow-wrap:anywhere}</style>
${client === undefined ? '<meta http-equiv="refresh" content="2">' : `<script type="module" src="${escaped(client)}"></script>`}
<h1>內容有 ${findings.length} 處要改</h1>
<p>照這樣不能建置網站。請由上而下處理；改好並存檔，這一頁就會換成您的網站。<span lang="en">(The content cannot be published as it is. Mend it from the top; when all is mended, the site stands here.)</span></p>
<ol>
${items.join('\n')}
</ol>
</html>
`;
}

/** Whether a request is for a page, and not for what a page loads. */
const isForPage = ({ method, headers, url = '' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.accept?.includes('text/html') === true || /\/(?:\?.*)?$/u.test(url));

/** The integration. */
export function findings(content = CONTENT): AstroIntegration {
  return {
    name: 'findings',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const now = watched(content);
        let told = '';
        const tell = (): void => {
          const found = now();
          const said = found.length > 0 ? show(content, found) : '';
          if (said === told) return;
          told = said;
          if (found.length === 0) logger.info('content: all checks passed');
          else
            logger.error(
              `${found.length} findings: the content cannot be published as it is.\n${said}`,
            );
          server.ws.send({ type: 'full-reload' });
        };
        const folder = resolve(content);
        server.watcher.add(folder);
        let waits: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_, path) => {
          if (!resolve(path).startsWith(folder + sep)) return;
          // An editor that saves all its files changes many at once.
          clearTimeout(waits);
          waits = setTimeout(tell, 100);
        });
        const client = `${server.config.base.replace(/\/$/u, '')}/@vite/client`;
        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
          if (!isForPage(request)) return next();
          const found = now();
          if (found.length === 0) return next();
          tell();
          response.statusCode = 500;
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.setHeader('Cache-Control', 'no-store');
          return response.end(
            request.method === 'HEAD' ? undefined : findingsPage(content, found, client),
          );
        });
        tell();
      },
    },
  };
}
