/** The pages in Simplified characters as they are built: the same places, the same text converted, and no claim to be the printed one. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Conversion, convertPage } from '../../src/integrations/simplified/page.ts';
import { readContent } from '../../src/model/content/content.ts';
import { converterOf } from '../../src/model/simplified/convert.ts';
import {
  all,
  attribute,
  converted,
  type Element,
  hasTag,
  html,
  NOTES,
  one,
  PAGES,
  page,
  ROOT,
  SECTIONS,
  text,
} from './site.ts';

const read = readContent(join(ROOT, 'content'));
if ('findings' in read) throw new Error('the content cannot be read');
const convert = converterOf(read.content.exceptions.data);

const has = (name: string) => (e: Element) => attribute(e, name) !== undefined;
const ids = (address: string) => all(page(address), has('id')).map((e) => attribute(e, 'id'));
const isAside = (e: Element) =>
  attribute(e, 'data-apparatus') !== undefined ||
  ['doc-noteref', 'doc-pagebreak', 'doc-backlink'].includes(attribute(e, 'role') ?? '');
const article = (address: string) =>
  all(page(address), hasTag('article'))
    .map((node) => text(node, isAside))
    .join('\n');
const squeezed = (s: string) => s.replace(/\s+/gu, ' ').trim();
const head = (address: string) => one(page(address), hasTag('head'));
const links = (address: string, rel: string) =>
  all(head(address), (e) => e.tagName === 'link' && attribute(e, 'rel') === rel);

test('it has the title page, the text and the notes', () => {
  expect(
    converted()
      .map(({ original }) => original)
      .sort(),
  ).toEqual(
    [
      '/',
      '/chapter/',
      '/notes/',
      '/sections/',
      ...SECTIONS,
      '/pages/',
      ...PAGES,
      ...NOTES.map((n) => `/notes/${n}/`),
    ].sort(),
  );
});

test('each page has the ids of its original, in their order', () => {
  for (const { address, original } of converted())
    expect(ids(address), address).toEqual(ids(original));
});

test('its articles are the printed ones, converted character by character', () => {
  let characters = 0;
  for (const { address, original } of converted()) {
    const printed = article(original);
    const simplified = article(address);
    characters += simplified.length;
    expect([...simplified].length, address).toBe([...printed].length);
    expect(squeezed(simplified), address).toBe(squeezed(convert(printed)));
  }
  expect(characters).toBeGreaterThan(100_000);
});

test('a printed page cuts no word of which the characters depend on each other', () => {
  const pages = PAGES.map((address) => article(`/zh-hans${address}`)).join('');
  const chapter = article('/zh-hans/chapter/');
  const bare = (s: string) => [...s.replace(/\s+/gu, '')].sort().join('');
  // On pages that begin in the middle of it, a heading is apparatus: both have the same characters.
  expect(bare(pages)).toBe(bare(chapter));
});

test('it says what it is, in which characters, and whose text it is', () => {
  for (const { address, original } of converted()) {
    expect(attribute(one(page(address), hasTag('html')), 'lang'), address).toBe('zh-Hans');
    for (const node of all(page(address), hasTag('article')))
      expect(attribute(node, 'lang'), address).toBe('zh-Hans');
    expect(text(one(head(address), hasTag('title')))).toContain('（简体版）');
    const banner = one(page(address), (e) => attribute(e, 'role') === 'note');
    expect(text(banner), address).toMatch(/^简体版：.*以正体原文为准/u);
    const [back] = all(banner, hasTag('a'));
    expect(back && attribute(back, 'href'), address).toBe(original);
    expect(
      links(address, 'alternate').map((e) => [attribute(e, 'hreflang'), attribute(e, 'href')]),
    ).toEqual([['zh-Hant-TW', original]]);
  }
});

test('what reference managers and shared links read are the printed text’s, word for word; the rest stands there alone', () => {
  const cited = (address: string) =>
    all(head(address), hasTag('meta'))
      .map((e) => [attribute(e, 'name') ?? attribute(e, 'property'), attribute(e, 'content')])
      .filter(([name]) => /^(?:citation_|og:)/u.test(name ?? ''));
  for (const { address, original } of converted()) {
    expect(cited(address), address).toEqual(cited(original));
    expect(/ld\+json|dcterms/u.exec(html(address)), address).toBeNull();
  }
});

test('a ready-made citation stays that of the printed text', () => {
  const quoted = (address: string) => all(page(address), has('data-quoted')).map((e) => text(e));
  expect(quoted('/zh-hans/notes/28/').length).toBeGreaterThan(1);
  expect(quoted('/zh-hans/notes/28/')).toEqual(quoted('/notes/28/'));
});

test('its links stay in it where they can, and say so where they leave it', () => {
  const inside = new Set(converted().map(({ original }) => original));
  let stayed = 0;
  for (const { address, original } of converted()) {
    for (const link of all(page(address), hasTag('a'))) {
      const href = attribute(link, 'href') ?? '';
      if (!href.startsWith('/')) continue;
      const [path = ''] = href.split(/[?#]/u);
      const leaves = !path.startsWith('/zh-hans/');
      const isSwitch = attribute(link, 'data-original') !== undefined;
      if (isSwitch) expect(href, address).toBe(original);
      else if (leaves) expect(inside.has(path), `${address}: ${href}`).toBe(false);
      else stayed += 1;
      if (leaves && path.endsWith('/'))
        expect(attribute(link, 'hreflang'), `${address}: ${href}`).toBe('zh-Hant-TW');
    }
  }
  expect(stayed).toBeGreaterThan(3000);
});

test('each original leads to it, and no other page does', () => {
  const originals = new Map(converted().map(({ address, original }) => [original, address]));
  for (const original of [...originals.keys(), '/sources/', '/about/', '/search/']) {
    const isSwitch = (e: Element) => attribute(e, 'hreflang') === 'zh-Hans';
    const to = all(page(original), isSwitch).map((e) => attribute(e, 'href'));
    const address = originals.get(original);
    expect(to, original).toEqual(address === undefined ? [] : [address]);
  }
});

test('where the site knows its address, the canonical one of a page is its original’s', () => {
  const conversion: Conversion = {
    convert,
    where: { root: '/base', converted: new Set(['/chapter/']), lang: 'zh-Hant-TW' },
    css: '',
  };
  const canonical = '<link rel="canonical" href="https://example.org/base/chapter/">';
  const made = convertPage(
    `<html lang="zh-Hant-TW"><head><title>龍</title>${canonical}</head><body><main><a href="/base/chapter/?q=龍#p1">龍</a><a href="/base/about/">龍</a></main></body></html>`,
    '/chapter/',
    conversion,
  );
  expect(made).toContain(canonical);
  expect(made).toContain(
    '<link rel="alternate" hreflang="zh-Hant-TW" href="https://example.org/base/chapter/">',
  );
  expect(made).toContain('<a href="/base/zh-hans/chapter/?q=龍#p1">龙</a>');
  expect(made).toContain('<a href="/base/about/" hreflang="zh-Hant-TW">龙</a>');
});
