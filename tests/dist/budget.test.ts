/**
 * Bytes of a reading page, compressed by brotli: its HTML with all its CSS, against
 * its own text. Of sections and the chapter only the text itself is counted, with its
 * notes; a printed page holds so little of it that the words around it count too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { all, attribute, DIST, hasTag, html, one, PAGES, page, SECTIONS, text } from './site.ts';

const bytes = (data: string | Buffer): number => brotliCompressSync(data).length;

const unread = (tag: string) => ['script', 'style'].includes(tag);
const textIn = (address: string, tag: string): number =>
  bytes(text(one(page(address), hasTag(tag)), (e) => unread(e.tagName)));

/** What is sent: the page, and the stylesheets it links to. */
function sent(address: string): number {
  const sheets = all(page(address), (e) => attribute(e, 'rel') === 'stylesheet').map((e) =>
    bytes(readFileSync(join(DIST, attribute(e, 'href') ?? ''))),
  );
  return sheets.reduce((sum, size) => sum + size, bytes(html(address)));
}

describe('HTML and CSS stay under 1.6 times the text of the page, and 4 KB', () => {
  test.each([...SECTIONS, '/chapter/'])('%s', (address) => {
    expect(sent(address)).toBeLessThan(1.6 * textIn(address, 'article') + 4096);
  });

  test.each(PAGES)('%s', (address) => {
    expect(sent(address)).toBeLessThan(1.6 * textIn(address, 'body') + 4096);
  });
});
