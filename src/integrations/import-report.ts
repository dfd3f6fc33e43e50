/**
 * `/import/` in `npm run dev`: the report of the import, page by page, where
 * questions are answered too. Served by the development server alone, and made
 * anew for each request: nothing of it is written to `content/` or `dist/`.
 */
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import type { AstroIntegration } from 'astro';
import { keepAnswer, readingOf } from '../import/answers.ts';
import { runImport } from '../import/cli.ts';
import { CONTENT } from '../import/content-folder.ts';
import { ImportError } from '../import/errors.ts';
import { readText } from '../import/read-text.ts';
import { type Examined, examine } from '../import/report/examine.ts';
import { pagePicture, placePicture } from '../import/report/pictures.ts';
import { settingsOf, sourceIn } from '../import/source-file.ts';
import { addressOf, anchorOf, faultPage, reportPage } from './import-report/page.ts';

/** A form of one answer is short. */
const LONGEST_FORM = 10_000;

/** An answer of the server: a page, a picture, or the way to another address. */
interface Answer {
  status: number;
  type?: string;
  body?: string | Buffer;
  location?: string;
}

const page = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });
const picture = (body: Buffer): Answer => ({ status: 200, type: 'image/png', body });
const NOT_FOUND: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' };

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) {
    text += part;
    if (text.length > LONGEST_FORM)
      throw new ImportError(0, 'the answer is too long', 'shorten it');
  }
  return new URLSearchParams(text);
}

/** Whether a form comes from this very site: no other may write the settings. */
function isOurs({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** The report of a content folder. */
class Reporter {
  readonly #content: string;
  #state = '';
  #examined: Promise<Examined> | undefined;
  #complaint: string | undefined;

  constructor(content: string) {
    this.#content = content;
  }

  get #source(): string {
    const source = sourceIn(this.#content);
    if (source) return source;
    throw new ImportError(
      0,
      `${this.#content}/source holds no single source file`,
      'put the file there that is to be imported, and no other',
    );
  }

  /** Reads the file, where it or its settings have changed since the last time. */
  #read(source: string): Promise<Examined> {
    const settings = settingsOf(source, this.#content);
    const state = [source, settings]
      .map((path) => (path ? `${path} ${statSync(path).mtimeMs} ${statSync(path).size}` : ''))
      .join('\n');
    if (state !== this.#state) this.#examined = undefined;
    this.#state = state;
    const yaml = settings ? readText(settings) : '';
    this.#examined ??= examine(readFileSync(source), basename(source), yaml);
    return this.#examined;
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    if (!isOurs(request)) return { status: 403, type: 'text/plain', body: 'Forbidden' };
    const form = await formOf(request);
    const source = this.#source;
    const { document } = await this.#read(source);
    const question = document.questions.find(({ id }) => id === form.get('id'));
    if (!question) return { status: 303, location: './' };
    const given = form.getAll('reading').at(-1) ?? '';
    const reading = given === '' ? undefined : readingOf(given, question.readings.length);
    keepAnswer(source, this.#content, question.id, reading);
    await this.#import(source);
    const examined = await this.#read(source);
    const after = examined.document.questions.find(({ id }) => id === question.id);
    return { status: 303, location: `../${after ? addressOf(after, examined) : ''}` };
  }

  /** Imports with the new answer; what is complained of stands on the page. */
  async #import(source: string): Promise<void> {
    const { log, error } = console;
    let said = '';
    console.log = () => {};
    console.error = (words: string) => {
      said += words;
    };
    try {
      const code = await runImport([source, '--content', this.#content]);
      this.#complaint = code === 0 ? undefined : said.trim();
    } finally {
      console.log = log;
      console.error = error;
    }
  }

  async #get(path: string, from: number): Promise<Answer> {
    const source = this.#source;
    const examined = await this.#read(source);
    const { document } = examined;
    if (path === '') {
      const report = { file: basename(source), examined, complaint: this.#complaint };
      return page(reportPage(report, from));
    }
    if (document.format !== 'pdf') return NOT_FOUND;
    const number = Number(/^pages\/([1-9]\d{0,4})\.png$/u.exec(path)?.[1]);
    if (number <= document.pages.length)
      return picture(await pagePicture(readFileSync(source), number));
    const at = /^places\/(q-[0-9a-f]+)\.png$/u.exec(path)?.[1];
    const place = document.questions.find((question) => anchorOf(question) === at)?.place;
    return place && 'page' in place
      ? picture(await placePicture(readFileSync(source), place))
      : NOT_FOUND;
  }

  /** Answers a request for what stands at a path below `/import/`. */
  async at(path: string, query: URLSearchParams, request: IncomingMessage): Promise<Answer> {
    try {
      if (request.method === 'POST')
        return path === 'answers/' ? await this.#answer(request) : NOT_FOUND;
      return await this.#get(path, Number(query.get('from') ?? 1) - 1 || 0);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const file = sourceIn(this.#content);
      const said = faultPage(file ? basename(file) : '', `${error.message}\n→ ${error.hint}`);
      return { ...page(said), status: 500 };
    }
  }
}

function send(response: ServerResponse, { status, type, body, location }: Answer): void {
  response.statusCode = status;
  response.setHeader('Cache-Control', 'no-store');
  if (type) response.setHeader('Content-Type', type);
  if (location) response.setHeader('Location', location);
  response.end(body);
}

/** The integration. */
export function importReport(content = CONTENT): AstroIntegration {
  return {
    name: 'import-report',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const reporter = new Reporter(content);
        const root = `${server.config.base.replace(/\/$/u, '')}/import/`;
        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
          const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
          // The base may be gone from the address by now.
          const at = [root, '/import/'].find((own) => pathname.startsWith(own));
          if (at === undefined) {
            if (pathname !== root.slice(0, -1) && pathname !== '/import') return next();
            return send(response, { status: 302, location: root });
          }
          return reporter
            .at(pathname.slice(at.length), searchParams, request)
            .then((answer) => send(response, answer), next);
        });
      },
    },
  };
}
