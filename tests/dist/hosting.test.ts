/** What servers and browsers are told about the built site. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staleFiles } from '../../src/cli/hosting.ts';
import { expectedHeaders } from '../../src/hosting/expected.ts';
import {
  addresses,
  all,
  attribute,
  DIST,
  type Element,
  files,
  hasTag,
  page,
  text,
} from './site.ts';

const PAGES = addresses();
const sha256 = (data: string | Buffer) => createHash('sha256').update(data);
const hash = (element: Element) => `'sha256-${sha256(text(element)).digest('base64')}'`;

const headOf = (address: string): Element[] =>
  all(page(address), hasTag('head')).flatMap((head) => all(head, (e) => e !== head));

function policyOf(address: string): string {
  const metas = headOf(address).filter(
    (e) => attribute(e, 'http-equiv') === 'Content-Security-Policy',
  );
  expect(metas).toHaveLength(1);
  return attribute(metas[0] as Element, 'content') ?? '';
}

const isScript = (e: Element) =>
  e.tagName === 'script' && attribute(e, 'type') !== 'application/ld+json';

describe('each page', () => {
  test('has its policy before anything that the policy could forbid', () => {
    for (const address of PAGES) {
      const [first, second] = headOf(address);
      expect(first && attribute(first, 'charset'), address).toBe('utf-8');
      expect(second && attribute(second, 'http-equiv'), address).toBe('Content-Security-Policy');
    }
  });

  test('names by hash the one style and the scripts that stand in it, and no others', () => {
    for (const address of PAGES) {
      const styles = all(page(address), hasTag('style'));
      const scripts = all(page(address), isScript).filter((e) => attribute(e, 'src') === undefined);
      expect(styles, address).toHaveLength(1);
      const named = policyOf(address).match(/'sha256-[^']+'/gu) ?? [];
      expect(named.sort(), address).toEqual([...styles, ...scripts].map(hash).sort());
    }
  });

  test('has no handler, no style attribute, and no address that is a script', () => {
    for (const address of PAGES) {
      const attributes = all(page(address), () => true).flatMap((e) => e.attrs);
      const bad = attributes.filter(
        ({ name, value }) =>
          /^(?:on.+|style|srcdoc)$/u.test(name) ||
          /^\s*(?:javascript|data|vbscript):/iu.test(value),
      );
      expect(bad, address).toEqual([]);
    }
  });

  test('loads nothing from elsewhere', () => {
    const loads = (e: Element) =>
      attribute(e, 'src') ??
      (e.tagName === 'link' && /stylesheet|icon|manifest|preload/u.test(attribute(e, 'rel') ?? '')
        ? attribute(e, 'href')
        : undefined);
    for (const address of PAGES) {
      const urls = all(page(address), () => true).flatMap((e) => loads(e) ?? []);
      expect(urls.length, address).toBeGreaterThan(0);
      expect(
        urls.filter((url) => !/^\/(?!\/)/u.test(url)),
        address,
      ).toEqual([]);
    }
  });
});

describe('the files for servers', () => {
  test('are those of these pages: if not, npm run hosting', () => {
    expect(staleFiles(DIST, '/')).toEqual([]);
    expect(readFileSync(join(DIST, '_headers'), 'utf8')).toBe(
      readFileSync('public/_headers', 'utf8'),
    );
  });

  test('name a media type for every file but those of the index', () => {
    const inline = { styles: [], scripts: [] };
    const untyped = files().filter(
      (file) =>
        expectedHeaders(`/${file}`, inline)['Content-Type'] === undefined &&
        !file.startsWith('pagefind/') &&
        !/^_(?:headers|redirects)$/u.test(file),
    );
    expect(untyped).toEqual([]);
  });

  test('send the policy with every page, and with no file that a search reads', () => {
    const inline = { styles: [], scripts: [] };
    const policyAt = (path: string) => expectedHeaders(path, inline)['Content-Security-Policy'];
    expect(PAGES.filter((path) => policyAt(path) === undefined)).toEqual([]);
    expect(policyAt('/404.html')).toBeDefined();
    expect(policyAt('/sw.js')).toBeDefined();
    const pictures = files().filter((file) => file.endsWith('.svg'));
    expect(pictures.filter((file) => policyAt(`/${file}`) === undefined)).toEqual([]);
    const read = files().filter((file) => /^(?:assets|pagefind)\//u.test(file));
    expect(read.length).toBeGreaterThan(300);
    expect(read.filter((file) => policyAt(`/${file}`) !== undefined)).toEqual([]);
  });

  test('keep for good only what is named by its bytes', () => {
    const inline = { styles: [], scripts: [] };
    const kept = files().filter((file) =>
      expectedHeaders(`/${file}`, inline)['Cache-Control']?.includes('immutable'),
    );
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.filter((file) => !/[._-][\w-]{7,}\.\w+$|fragment\/unknown_/u.test(file))).toEqual(
      [],
    );
  });
});

test('SHA256SUMS has the digest of every file, in order', () => {
  const lines = readFileSync(join(DIST, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const found = files()
    .filter((file) => file !== 'SHA256SUMS' && !/\.(?:br|gz)$/u.test(file))
    .map((file) => `${sha256(readFileSync(join(DIST, file))).digest('hex')}  ${file}`);
  expect(lines).toEqual(found);
});
