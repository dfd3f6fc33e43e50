/** `npm run dev`: what a build would refuse is told in the terminal and on every page, until it is mended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../src/cli/setup/ports.mjs';
import { findingsPage } from '../../../src/integrations/findings.ts';
import { ROOT, writeContent } from '../../cases/content.ts';

let parent: string;
let content: string;
let server: ChildProcess;
let said = '';
let at: string;

/** Asks for a page again and again until it is as wanted; the test's own time ends it. */
async function until(path: string, wanted: (status: number, html: string) => boolean) {
  for (;;) {
    const answer = await fetch(at + path).catch(() => undefined);
    const html = (await answer?.text().catch(() => '')) ?? '';
    if (answer && wanted(answer.status, html)) return html;
    await pause(100);
  }
}
const untilSaid = async (words: string): Promise<void> => {
  while (!said.includes(words)) await pause(50);
};
const isMended = (status: number, html: string) => status === 200 && html.includes('渡口的燈');
const isTold = (rule: string) => (status: number, html: string) =>
  status === 500 && html.includes(rule);

/** Changes a file, or takes it away. @returns what puts it back */
function spoil(file: string, change: (text: string) => string | undefined): () => void {
  const path = join(content, file);
  const text = readFileSync(path, 'utf8');
  const spoilt = change(text);
  if (spoilt === undefined) rmSync(path);
  else writeFileSync(path, spoilt);
  return () => writeFileSync(path, text);
}

beforeAll(async () => {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  parent = mkdtempSync(join(ROOT, '.build', 'dev-'));
  content = join(parent, 'content');
  writeContent(content);
  rmSync(join(content, 'permalinks.txt'));
  spoil('chapter.yaml', (text) => `${text}\ndraft: true\n`);
  const port = await freePort(4950);
  at = `http://localhost:${port}`;
  // It begins with a file that Astro could not even start on.
  const mend = spoil('chapter.yaml', (text) => `${text}\nodd: [\n`);
  server = spawn('node', ['src/cli/dev.ts', '--port', String(port)], {
    cwd: ROOT,
    // Astro would serve no pages to what looks like Vitest itself.
    env: {
      ...process.env,
      // Astro serves no pages to what looks like Vitest itself.
      VITEST: undefined,
      NODE_ENV: 'development',
      CONTENT: content,
      SITE: '',
      BASE: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const html = await until('/', isTold('yaml/syntax'));
  expect(html).toContain('chapter.yaml:');
  await untilSaid('yaml/syntax');
  mend();
  await untilSaid('all checks passed');
  await until('/', isMended);
}, 90_000);

afterAll(async () => {
  if (server.exitCode === null) {
    const closed = once(server, 'close');
    server.kill();
    await closed;
  }
  rmSync(parent, { recursive: true, force: true });
});

describe('while there are findings', () => {
  test.each<[string, string, (text: string) => string | undefined, string]>([
    ['a changed word', 'sections/1.md', (text) => text.replace('燈油', '燈滷'), 'text/proof'],
    [
      'a mark without a note',
      'sections/2.md',
      (t) => t.replace('[^3]', '[^4]'),
      'noteref/dangling',
    ],
    ['a note that is gone', 'footnotes/002.md', () => undefined, 'noteref/dangling'],
    ['an unknown key', 'sections/1.md', (t) => t.replace('title:', 'titel:'), 'schema/unknown-key'],
    ['no YAML', 'footnotes/001.md', (text) => text.replace('number:', 'number: ['), 'yaml/syntax'],
    ['no chapter', 'chapter.yaml', () => undefined, 'file/missing'],
  ])(
    'every page tells of %s, with file and rule, and is back when it is mended',
    async (_, file, change, rule) => {
      said = '';
      const mend = spoil(file, change);
      try {
        // Asked for earlier, pages of the small chapter would be made again and again.
        await untilSaid(rule);
        for (const path of ['/', '/sections/1/', '/about/']) {
          const html = await until(path, isTold(rule));
          expect(html).toMatch(/<code>[^<]*\.(?:md|yaml)(?::\d+)?<\/code>/u);
        }
      } finally {
        mend();
      }
      await untilSaid('all checks passed');
      await until('/sections/1/', isMended);
    },
    60_000,
  );
});

test('the report of the import is served beside the site, findings or not', async () => {
  const isReport = (status: number, html: string) => status === 200 && html.includes('匯入報告');
  expect(await until('/import/', isReport)).toContain('<code>lamp.txt</code>');
  said = '';
  const mend = spoil('sections/1.md', (text) => text.replace('title:', 'titel:'));
  await untilSaid('schema/unknown-key');
  await until('/import/', isReport);
  mend();
  await untilSaid('all checks passed');
}, 60_000);

test('the page shows what stands in a file as text', () => {
  const finding = {
    rule: 'x/y',
    file: 'a<b>.md',
    line: 3,
    message: '“<script>alert(1)</script>” & more',
  };
  const html = findingsPage('content', [finding], '/"x/@vite/client');
  expect(html).toContain('content/a&lt;b&gt;.md:3');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;” &amp; more');
  expect(html).toContain('src="/&quot;x/@vite/client"');
});

test.each([
  [['--port', 'x'], 'Not a port number: x'],
  [['--colour'], '--colour'],
])('an option it does not know is one clear line: %j', async (args, words) => {
  const child = spawn('node', ['src/cli/dev.ts', ...args], { cwd: ROOT, stdio: 'pipe' });
  let out = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(out).toContain(words);
  expect(out).not.toContain('    at ');
});
