/** The policy and the header rules, as text. */
import { describe, expect, test } from 'vitest';
import { caddyFile } from '../../../src/hosting/caddy.ts';
import { expectedHeaders } from '../../../src/hosting/expected.ts';
import { headersFile } from '../../../src/hosting/headers-file.ts';
import { inlineOf } from '../../../src/hosting/inline.ts';
import { nginxFile } from '../../../src/hosting/nginx.ts';
import { hashOf, headerPolicyOf, policyOf } from '../../../src/hosting/policy.ts';
import { added, EVERYWHERE, TYPES } from '../../../src/hosting/rules.ts';

// The digest of the specification's own example (CSP Level 3, 2.3.1).
const EXAMPLE = "alert('Hello, world.');";
const HASH = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
const INLINE = { styles: [hashOf('a{}'), hashOf('b{}')], scripts: [HASH] };

/** A policy by its directives. */
const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );

describe('the policy', () => {
  test('names what stands in a page by the hash that the specification gives', () => {
    expect(hashOf(EXAMPLE)).toBe(HASH);
    expect(hashOf('註')).toBe("'sha256-x15cXIgVkFFo0AxaEtwn5o5s9yKUP4A9nth9yZ3uIDQ='");
  });

  test('allows nothing that it does not name, and nothing from elsewhere', () => {
    const policy = directives(policyOf(INLINE));
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", HASH]);
    expect(policy.get('style-src')).toEqual(["'self'", ...INLINE.styles]);
    const known = /^'(?:none|self|wasm-unsafe-eval|sha256-[A-Za-z0-9+/]{43}=)'$/u;
    expect([...policy.values()].flat().filter((value) => !known.test(value))).toEqual([]);
  });

  test('forbids to be framed in the header, where alone it can', () => {
    expect(policyOf(INLINE)).not.toContain('frame-ancestors');
    expect(directives(headerPolicyOf(INLINE)).get('frame-ancestors')).toEqual(["'none'"]);
  });

  test('is made of the styles and scripts of pages, and not of their data', () => {
    const page = `<style>a{}</style><script type="application/ld+json">{}</script><script src="/x.js"></script>`;
    expect(inlineOf([`${page}<script>${EXAMPLE}</script>`, '<style>b{}</style>', page])).toEqual({
      styles: [...INLINE.styles].sort(),
      scripts: [HASH],
    });
  });
});

describe('the rules', () => {
  test('give no header twice to one path, for some hosts would join the two', () => {
    const all = [
      ...added(INLINE),
      ...TYPES.map(({ paths, type }) => ({ paths, headers: { 'Content-Type': type } })),
    ].flatMap(({ paths, headers }) =>
      Object.keys(headers).flatMap((name) => paths.map((path) => ({ name, path }))),
    );
    const begins = (a: string, b: string) => b.endsWith('*') && a.startsWith(b.slice(0, -1));
    const twice = all.filter((a, i) =>
      all.some(
        (b, j) => i !== j && a.name === b.name && (a.path === b.path || begins(a.path, b.path)),
      ),
    );
    expect(twice).toEqual([]);
    const everywhere = ['Cache-Control', 'Content-Type', ...Object.keys(EVERYWHERE)];
    const again = all.filter(({ name }) => everywhere.includes(name));
    // Hosts revalidate by themselves what is not said to be immutable; the type is by ending.
    expect(new Set(again.map(({ name }) => name))).toEqual(
      new Set(['Cache-Control', 'Content-Type']),
    );
    const text = headersFile(INLINE, '/');
    expect(text.slice(text.indexOf('/*'), text.indexOf('/assets/*'))).not.toMatch(
      /^ {2}(?:Cache-Control|Content-Type):/mu,
    );
  });

  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/x.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/downloads/sources.bib', 'application/x-bibtex; charset=utf-8', 'no-cache'],
    ['/downloads/sources.ris', 'application/x-research-info-systems; charset=utf-8', 'no-cache'],
    ['/downloads/notes.csv', 'text/csv; charset=utf-8', 'no-cache'],
    ['/downloads/chapter.xml', 'application/tei+xml', 'no-cache'],
    ['/downloads/chapter.epub', 'application/epub+zip', 'no-cache'],
    ['/downloads/chapter.jsonld', 'application/ld+json', 'no-cache'],
    ['/dts/collection.json', 'application/ld+json', 'no-cache'],
    ['/dts/document/chapter-3/s4.xml', 'application/tei+xml', 'no-cache'],
    ['/linkset.json', 'application/linkset+json', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/places.json', 'application/json', 'no-cache'],
    ['/sitemap.xml', 'application/xml', 'no-cache'],
  ])('%s is %s, cached as %s', (path, type, cache) => {
    expect(expectedHeaders(path, INLINE)).toMatchObject({
      'Content-Type': type,
      'Cache-Control': cache,
    });
  });

  test('share data with other sites, and no page', () => {
    const shared = (path: string) => expectedHeaders(path, INLINE)['Access-Control-Allow-Origin'];
    for (const path of [
      '/downloads/notes.json',
      '/dts/index.json',
      '/places.json',
      '/linkset.json',
    ])
      expect(shared(path)).toBe('*');
    for (const path of ['/', '/notes/1/', '/assets/x.js', '/404.html'])
      expect(shared(path)).toBeUndefined();
  });
});

describe('under a path', () => {
  test.each([
    ['_headers', headersFile],
    ['nginx.conf', nginxFile],
    ['Caddyfile', caddyFile],
  ])('%s has each rule below it', (_, file) => {
    const text = file(INLINE, '/thesis/');
    expect(text).toContain('/thesis/downloads/sources.bib');
    expect(text).not.toMatch(/[\s"^]\/(?:downloads|dts|assets|404)/u);
    expect(file(INLINE, '/')).toBe(text.replaceAll('/thesis', ''));
  });
});
