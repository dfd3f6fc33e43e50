/** Where a site is published, as people write it. */
import { expect, test } from 'vitest';
import { SiteAddressError, siteAddress } from '../../../src/model/addresses/site-address.ts';

test.each([
  [{}, undefined, '/'],
  [{ SITE: '', BASE: '' }, undefined, '/'],
  [{ BASE: 'thesis' }, undefined, '/thesis'],
  [{ BASE: '/thesis/' }, undefined, '/thesis'],
  [{ BASE: '//a//b/' }, undefined, '/a/b'],
  [{ BASE: '/' }, undefined, '/'],
  [{ SITE: 'https://example.org' }, 'https://example.org', '/'],
  [{ SITE: 'https://example.org/' }, 'https://example.org', '/'],
  [{ SITE: 'http://localhost:4321' }, 'http://localhost:4321', '/'],
  // The path that a host such as GitHub Pages adds.
  [{ SITE: 'https://user.example/thesis' }, 'https://user.example', '/thesis'],
  [{ SITE: 'https://user.example/thesis/', BASE: '/thesis' }, 'https://user.example', '/thesis'],
  [{ SITE: 'https://user.example', BASE: 'thesis' }, 'https://user.example', '/thesis'],
])('%j', (env, site, base) => {
  expect(siteAddress(env)).toEqual({ site, base });
});

test('without SITE the address stands in the content', () => {
  expect(siteAddress({}, 'https://example.org/a')).toEqual({
    site: 'https://example.org',
    base: '/a',
  });
  expect(siteAddress({ SITE: 'https://other.example' }, 'https://example.org/a')).toEqual({
    site: 'https://other.example',
    base: '/',
  });
});

test.each([
  [
    { SITE: 'example.org' },
    'SITE: example.org is no address of a site; write it whole and without ? and #, as in https://example.org',
  ],
  [{ SITE: 'ftp://example.org' }, 'SITE: ftp://example.org is no address'],
  [{ SITE: 'https://example.org/?a=1' }, 'is no address of a site'],
  [{ SITE: 'https://example.org/%' }, 'SITE: the path /% holds “%”'],
  [{ SITE: 'not an address' }, 'as in https://example.org'],
  [{ BASE: '/論文' }, 'BASE: the path /論文 holds “論文”'],
  [{ BASE: '/a b' }, 'BASE: the path /a b holds “a b”'],
  [{ BASE: '../x' }, 'holds “..”'],
  [{ BASE: 'https://example.org/a' }, 'BASE: the path https://example.org/a holds “https:”'],
  [{ SITE: 'https://user.example/a', BASE: '/b' }, 'SITE names the path /a and BASE names /b'],
])('%j is refused in one line', (env, message) => {
  expect(() => siteAddress(env)).toThrow(SiteAddressError);
  expect(() => siteAddress(env)).toThrow(message);
  try {
    siteAddress(env);
  } catch (error) {
    expect((error as Error).message).not.toContain('\n');
  }
});
