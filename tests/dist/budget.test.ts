/** Bytes of a reading page, compressed by brotli: its HTML with all its CSS, against its own text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { all, attribute, DIST, hasTag, html, one, PAGES, page, SECTIONS, text } from './site.ts';

const bytes = (data: string | Buffer): number => brotliCompressSync(data).length;

/** The stylesheets a page links to. */
const stylesheets = (address: string): string[] =>
  all(page(address), (e) => attribute(e, 'rel') === 'stylesheet').map(
    (e) => attribute(e, 'href') ?? '',
  );

describe('HTML and CSS stay under 1.6 times the text of the page, and 4 KB', () => {
  test.each([...SECTIONS, '/chapter/', ...PAGES])('%s', (address) => {
    const own = bytes(text(one(page(address), hasTag('article'))));
    const sheets = stylesheets(address).map((href) => bytes(readFileSync(join(DIST, href))));
    const sent = bytes(html(address)) + sheets.reduce((a, b) => a + b, 0);
    expect(sent).toBeLessThan(1.6 * own + 4096);
  });
});
