/** Every internal link and fragment leads somewhere; the check that the build itself uses finds those that do not. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { brokenAddresses } from '../../src/cli/verify.ts';
import { all, allPages, attribute, DIST, hasTag, page, ROOT } from './site.ts';

const copy = mkdtempSync(join(tmpdir(), 'dist-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('every internal link and fragment resolves', () => {
  const ids = new Map(
    allPages().map((a) => [
      a,
      new Set(all(page(a), (e) => attribute(e, 'id') !== undefined).map((e) => attribute(e, 'id'))),
    ]),
  );
  let seen = 0;
  for (const address of allPages()) {
    for (const link of all(page(address), hasTag('a'))) {
      const href = attribute(link, 'href') ?? '';
      if (/^https?:/u.test(href)) continue;
      seen += 1;
      // What stands after `:~:` are words; tests/dist/timeline.test.ts looks for them.
      const [whole = '', fragment] = href.replace(/:~:.*$/u, '').split('#');
      // What stands after a question mark is for the search in the browser.
      const [path] = whole.split('?');
      if (path && /^\/(?:assets|downloads|dts)\/|\/(?:section[.]docx|index[.]md)$/u.test(path)) {
        expect(existsSync(join(DIST, path)), `${address}: ${href}`).toBe(true);
        continue;
      }
      const to = ids.get(path || address);
      expect(to, `${address}: ${href}`).toBeDefined();
      if (fragment) expect(to?.has(fragment), `${address}: ${href}`).toBe(true);
    }
  }
  expect(seen).toBeGreaterThan(5000);
});

test('links that leave the site tell the other side nothing', () => {
  for (const address of allPages()) {
    for (const link of all(
      page(address),
      (e) => e.tagName === 'a' && /^https?:/u.test(attribute(e, 'href') ?? ''),
    )) {
      expect(attribute(link, 'rel')).toBe('external noopener noreferrer');
      expect(attribute(link, 'href'), address).toMatch(/^[\x21-\x7e]+$/u);
    }
  }
});

test('the build refuses a site with a broken link, a broken fragment, or a lost address', {
  timeout: 120_000,
}, () => {
  const content = join(ROOT, 'content');
  expect(brokenAddresses(DIST, content, '/')).toEqual([]);
  cpSync(DIST, copy, { recursive: true });
  const file = join(copy, 'sections/2/index.html');
  const before = readFileSync(file, 'utf8');
  const broken = (html: string) => {
    writeFileSync(file, html);
    return brokenAddresses(copy, content, '/').join('\n');
  };
  expect(broken(before.replace('href="/sections/3/"', 'href="/sections/33/"'))).toContain(
    '/sections/33/ leads nowhere',
  );
  const cut = before
    .replace('href="#fn43"', 'href="#fn430"')
    .replace('href="#fn42"', 'href="/notes/42/#x%E4"');
  const said = broken(cut);
  expect(said).toContain('#fn430 leads nowhere');
  expect(said).toContain('#x%E4 leads nowhere');
  expect(broken(before.replace('id="s2-1-p3"', 'id="s2-1-p9"'))).toContain(
    '/sections/2/#s2-1-p3 was published',
  );
  expect(broken(before)).toBe('');
});
