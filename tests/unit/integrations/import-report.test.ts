/** The report of the import, as the development server serves it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { importReport } from '../../../src/integrations/import-report.ts';
import { makePdf } from '../import/readers/make-pdf.ts';
import { FULL, LEFT, set } from '../import/readers/sheets.ts';

type Middleware = (request: object, response: object, next: (error?: unknown) => void) => void;

const folder = mkdtempSync(join(tmpdir(), 'import-report-'));
let server: Server | undefined;

afterEach(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves the report of a source file. @returns the address of the site */
async function serve(name: string, bytes: string | Uint8Array, settings = ''): Promise<string> {
  mkdirSync(join(folder, 'source'), { recursive: true });
  writeFileSync(join(folder, 'source', name), bytes);
  if (settings) writeFileSync(join(folder, 'source', name.replace(/\.[^.]+$/u, '.yaml')), settings);
  const used: Middleware[] = [];
  const setup = importReport(folder).hooks['astro:server:setup'] as unknown as (of: object) => void;
  setup({
    server: { config: { base: '/' }, middlewares: { use: (own: Middleware) => used.push(own) } },
  });
  server = createServer((request, response) => {
    used[0]?.(request, response, () => {
      response.statusCode = 418;
      response.end();
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = async (address: string) => (await fetch(address)).text();
const OURS = { 'Sec-Fetch-Site': 'same-origin' };
const answer = (at: string, id: string, reading: string, headers: Record<string, string> = OURS) =>
  fetch(`${at}/import/answers/`, {
    method: 'POST',
    headers,
    redirect: 'manual',
    body: new URLSearchParams({ id, reading }),
  });

const PDF = makePdf([
  {
    pieces: [
      ...['第三章　港口', '第一節　稅關', FULL, '甲{1}乙{7}丙。', FULL].flatMap((t, i) =>
        set(t, LEFT, 70 + 20 * i),
      ),
      ...set('{1}某甲之書。', LEFT, 700, 9),
    ],
  },
]);

/** Width, height and the rows of a PNG, filters and all. */
function pngOf(bytes: Buffer): { width: number; height: number; rows: Buffer } {
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const data = bytes.indexOf('IDAT');
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    rows: inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4))),
  };
}

describe('a PDF', () => {
  test('stands beside what it was taken for, with its question in place', async () => {
    const at = await serve('a.pdf', PDF);
    const html = await get(`${at}/import/`);
    expect(html).toContain('<html lang="zh-Hant-TW">');
    expect(html).toContain('src="pages/1.png"');
    expect(html).toMatch(/標題 1<\/span>.*第三章.*標題 2<\/span>.*第一節/su);
    expect(html).toMatch(
      /data-kind="note">註釋<\/span><\/div><p><b class="label">1<\/b> 某甲之書。/u,
    );
    expect(html).toContain('上標的 7 沒有相應的註釋。');
    expect(html).toContain('是註號，但檔案裡沒有這條註：略去');
    const page = pngOf(Buffer.from(await (await fetch(`${at}/import/pages/1.png`)).arrayBuffer()));
    expect([page.width, page.height]).toEqual([893, 1263]);
    const src = /src="(places\/[^"]+)"/u.exec(html)?.[1];
    const place = pngOf(Buffer.from(await (await fetch(`${at}/import/${src}`)).arrayBuffer()));
    expect(place.width).toBeGreaterThan(page.width / 4);
    expect(place.rows).toHaveLength(place.height * (place.width * 3 + 1));
    expect((await fetch(`${at}/import/pages/2.png`)).status).toBe(404);
  });

  test('is read as it was answered, and the answer may be taken back', async () => {
    const at = await serve('a.pdf', PDF, '# 設定\nfirstPage: 42\n');
    const html = await get(`${at}/import/`);
    const id = /name="id" value="([^"]+)"/u.exec(html)?.[1] ?? '';
    const given = await answer(at, id, '1');
    expect(given.status).toBe(303);
    expect(given.headers.get('location')).toMatch(/^\.\.\/#q-[0-9a-f]{10}$/u);
    expect(readFileSync(join(folder, 'source/a.yaml'), 'utf8')).toBe(
      `# 設定\nfirstPage: 42\nanswers:\n  ${id}: 1\n`,
    );
    expect(readFileSync(join(folder, 'sections/1.md'), 'utf8')).toContain('甲[^1]乙丙。');
    expect(await get(`${at}/import/`)).toContain('全部答完了');
    await answer(at, id, '');
    expect(readFileSync(join(folder, 'sections/1.md'), 'utf8')).toContain('乙7丙。');
    expect(await get(`${at}/import/`)).toContain('還有 1 處要問您');
  });

  test('writes nothing for another site, nor an answer that is none', async () => {
    const at = await serve('a.pdf', PDF);
    const id = /name="id" value="([^"]+)"/u.exec(await get(`${at}/import/`))?.[1] ?? '';
    expect((await answer(at, id, '1', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await answer(at, id, '1', { Origin: 'http://elsewhere.test' })).status).toBe(403);
    expect((await answer(at, id, '9')).status).toBe(500);
    expect(readdirSync(folder)).toEqual(['source']);
    expect(readdirSync(join(folder, 'source'))).toEqual(['a.pdf']);
  });
});

test('lines of a text stand with their numbers, blocks of Markdown by sections', async () => {
  const text =
    '# 第三章　港口\n\n## 第一節　稅關\n\n甲 the *Treaty\nPorts*乙。[^1]\n\n> 丙\n\n[^1]: 某甲之書。\n';
  const html = await get(`${await serve('a.md', text)}/import/`);
  expect(html).toContain('<li value="5">');
  expect(html).toMatch(/id="part-2-name">第一節　?\s?稅關/u);
  expect(html).toContain('data-kind="quotation"');
  expect(html).toContain('the Treaty Ports乙。');
});

test('a file that cannot be read is told of, and other addresses are left alone', async () => {
  const at = await serve('a.docx', 'no container');
  const answered = await fetch(`${at}/import/`);
  expect(answered.status).toBe(500);
  expect(await answered.text()).toContain('the file is called .docx and is none');
  expect((await fetch(`${at}/`)).status).toBe(418);
  expect((await fetch(`${at}/import`)).url).toBe(`${at}/import/`);
});
