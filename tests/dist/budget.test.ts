/**
 * Bytes of a reading page, compressed by brotli: its HTML with all its CSS, against
 * its own text. Of sections and the chapter only the text itself is counted, with its
 * notes; a printed page holds so little of it that the words around it count too.
 *
 * Digests in the names of files change with every word of the interface, and brotli
 * takes twenty bytes more or fewer for some than for others. So it is the median over
 * such names that counts, not the chance of one build.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { all, attribute, DIST, hasTag, html, one, PAGES, page, SECTIONS, text } from './site.ts';

const bytes = (data: string | Buffer): number => brotliCompressSync(data).length;

const unread = (tag: string) => ['script', 'style'].includes(tag);
const textIn = (address: string, tag: string): number =>
  bytes(text(one(page(address), hasTag(tag)), (e) => unread(e.tagName)));

const DIGEST = /(?<=\/assets\/[\w-]+\.)[\w-]{8}(?=\.(?:css|js|woff2)\b)/gu;
/** Names by chance for a page that is near its limit, an odd number. */
const NAMES = 9;
/** More bytes than names make of chance. */
const CHANCE = 60;

/** A page in which each digest is another, the same wherever it stands. */
const renamed = (source: string, salt: number): string =>
  source.replace(DIGEST, (digest) =>
    createHash('sha256').update(`${salt} ${digest}`).digest('base64url').slice(0, digest.length),
  );

/** What is sent: the page, and the stylesheets it links to. */
function sent(address: string, limit: number): number {
  const sheets = all(page(address), (e) => attribute(e, 'rel') === 'stylesheet').map((e) =>
    bytes(readFileSync(join(DIST, attribute(e, 'href') ?? ''))),
  );
  const styles = sheets.reduce((sum, size) => sum + size, 0);
  const own = bytes(html(address)) + styles;
  if (Math.abs(own - limit) > CHANCE) return own;
  const sizes = Array.from({ length: NAMES }, (_, salt) => bytes(renamed(html(address), salt)));
  return styles + (sizes.sort((a, b) => a - b)[(NAMES - 1) / 2] ?? 0);
}

describe('HTML and CSS stay under 1.6 times the text of the page, and 4 KB', () => {
  test.each([...SECTIONS, '/chapter/'])('%s', (address) => {
    const limit = 1.6 * textIn(address, 'article') + 4096;
    expect(sent(address, limit)).toBeLessThan(limit);
  });

  test.each(PAGES)('%s', (address) => {
    const limit = 1.6 * textIn(address, 'body') + 4096;
    expect(sent(address, limit)).toBeLessThan(limit);
  });
});
