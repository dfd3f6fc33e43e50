/** FAIR Signposting: the links in the heads, and /linkset.json (RFC 9264), agree and lead somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  addresses,
  all,
  attribute,
  DIST,
  hasId,
  hasTag,
  one,
  PAGES,
  page,
  SECTIONS,
} from './site.ts';

type Target = Record<string, unknown> & { href: string };
type Context = { anchor: string } & Record<string, Target[]>;
const document = JSON.parse(readFileSync(join(DIST, 'linkset.json'), 'utf8'));
const contexts: Context[] = document.linkset;

const RELATIONS = [
  'alternate',
  'author',
  'cite-as',
  'collection',
  'describedby',
  'describes',
  'item',
  'license',
  'linkset',
  'type',
];
/** The links of a page, by relation. */
function links(address: string): Map<string, Target[]> {
  const found = new Map<string, Target[]>();
  for (const e of all(one(page(address), hasTag('head')), hasTag('link'))) {
    const rel = attribute(e, 'rel') ?? '';
    // The page in other characters is no matter of the linkset.
    if (!RELATIONS.includes(rel) || attribute(e, 'hreflang')) continue;
    const type = attribute(e, 'type');
    const target = { href: attribute(e, 'href') ?? '', ...(type ? { type } : {}) };
    found.set(rel, [...(found.get(rel) ?? []), target]);
  }
  return found;
}
const context = (anchor: string) => contexts.find((c) => c.anchor === anchor);

test('linkset.json has the form of RFC 9264: contexts with arrays of targets', () => {
  expect(Object.keys(document)).toEqual(['linkset']);
  expect(new Set(contexts.map((c) => c.anchor)).size).toBe(contexts.length);
  for (const { anchor, ...relations } of contexts) {
    expect(typeof anchor).toBe('string');
    expect(Object.keys(relations).length, anchor).toBeGreaterThan(0);
    for (const [relation, targets] of Object.entries(relations)) {
      expect(RELATIONS, anchor).toContain(relation);
      expect(targets.length, `${anchor} ${relation}`).toBeGreaterThan(0);
      for (const { href, type, ...others } of targets) {
        expect(typeof href).toBe('string');
        expect(type === undefined || /^[a-z]+\/[a-z0-9.+-]+$/u.test(String(type))).toBe(true);
        expect(others).toEqual({});
      }
    }
  }
});

test('every address in it stands', () => {
  const stands = (href: string) => {
    const [path = '', fragment] = href.split('#');
    if (!path.endsWith('/')) return existsSync(join(DIST, path));
    return (
      addresses().includes(path) && (!fragment || all(page(path), hasId(fragment)).length === 1)
    );
  };
  const hrefs = contexts.flatMap(({ anchor, ...relations }) => [
    anchor,
    ...Object.values(relations).flatMap((targets) => targets.map(({ href }) => href)),
  ]);
  for (const href of new Set(hrefs)) {
    if (href.startsWith('/')) expect(stands(href), href).toBe(true);
    else
      expect(href).toMatch(/^https:\/\/schema\.org\/[A-Z]\w+$|^http:\/\/ah\.lib\.nccu\.edu\.tw\//u);
  }
});

test('the title page leads to identifier, author, rights, metadata, text and data', () => {
  const found = links('/');
  const hrefs = (rel: string) => found.get(rel)?.map(({ href }) => href);
  expect(hrefs('cite-as')).toEqual(['http://ah.lib.nccu.edu.tw/handle/140.119/33717']);
  expect(hrefs('author')).toEqual(['/about/#provenance']);
  expect(hrefs('license')).toEqual(['/about/#rights']);
  expect(hrefs('type')).toEqual(['https://schema.org/AboutPage', 'https://schema.org/Chapter']);
  expect(hrefs('item')).toEqual(expect.arrayContaining(['/chapter/', '/downloads/notes.json']));
  expect(found.get('describedby')).toEqual([
    { href: '/downloads/chapter.jsonld', type: 'application/ld+json' },
  ]);
  expect(found.get('linkset')).toEqual([
    { href: '/linkset.json', type: 'application/linkset+json' },
  ]);
});

test('head and linkset say the same of every page that both know', () => {
  for (const address of ['/', '/chapter/', ...SECTIONS, ...PAGES]) {
    const found = links(address);
    const { anchor, ...rest } = context(address) ?? { anchor: '' };
    const relations: Record<string, Target[]> = rest;
    for (const [relation, targets] of found) {
      if (relation === 'linkset') continue;
      expect(relations[relation], `${address} ${relation}`).toEqual(
        expect.arrayContaining(targets),
      );
    }
    expect([...found.keys()].filter((r) => r !== 'linkset').sort()).toEqual(
      Object.keys(relations).sort(),
    );
    expect(anchor).toBe(address);
  }
});

test('what is an item of the title page leads back to it, and nothing else does', () => {
  const items = context('/')?.['item']?.map(({ href }) => href) ?? [];
  const leadBack = contexts.filter((c) => c['collection']).map((c) => c.anchor);
  expect(leadBack.sort()).toEqual([...items].sort());
  expect(context('/downloads/chapter.jsonld')?.['describes']).toEqual([
    { href: '/', type: 'text/html' },
  ]);
  expect(items).toEqual(expect.arrayContaining(['/chapter/', ...SECTIONS, ...PAGES]));
});

test('pages that hold none of the text have no such links', () => {
  for (const address of ['/about/', '/search/', '/sources/', '/sources/niksch-1981/', '/404.html'])
    expect(links(address).size, address).toBe(0);
  expect([...links('/notes/43/').keys()]).toEqual(['author', 'license', 'linkset']);
});
