/** The makers of metadata on places, names and works that the chapter itself does not have. */
import { afterEach, expect, test } from 'vitest';
import type { About } from '../../../src/exports/metadata/about.ts';
import { toJsonLd } from '../../../src/exports/metadata/chapter-json-ld.ts';
import { toCoins } from '../../../src/exports/metadata/coins.ts';
import { highwire } from '../../../src/exports/metadata/highwire.ts';
import { workNode } from '../../../src/exports/metadata/json-ld-works.ts';
import { linkset } from '../../../src/exports/metadata/signposting.ts';
import { toRobots, toSitemap } from '../../../src/exports/metadata/sitemap.ts';
import { tellPdf } from '../../../src/exports/pdf/made.ts';
import { linkTo, publishedAt, urlOf } from '../../../src/exports/published.ts';
import { ALL_DOWNLOADS, isMetadata, mediaType } from '../../../src/model/downloads/downloads.ts';
import { type SourceData, sourceSchema } from '../../../src/model/sources/source.ts';
import { chapterOf } from './chapter.ts';

const source = (data: Partial<SourceData>) => ({
  ...sourceSchema.parse({ kind: 'book', type: 'book', language: 'en', ...data }),
  id: 'x',
});
const decoded = (data: Partial<SourceData>) =>
  Object.fromEntries(new URLSearchParams(toCoins(source(data))));
const here = publishedAt(undefined, '/');

test.each([
  ['/', undefined, '/notes/1/'],
  ['/zhangju', undefined, '/zhangju/notes/1/'],
  ['/zhangju/', 'https://example.org', 'https://example.org/zhangju/notes/1/'],
  ['/', 'https://example.org/', 'https://example.org/notes/1/'],
])('under base %s of site %s an address is written so', (base, site, expected) => {
  const published = publishedAt(site === undefined ? undefined : new URL(site), base);
  expect(linkTo(published, '/notes/1/')).toBe(expected);
  expect(urlOf(published, '/notes/1/')).toBe(site === undefined ? undefined : expected);
});

test('without an address there is no sitemap, and robots.txt names none', () => {
  expect(() => toSitemap({} as never, here)).toThrow('needs the address');
  expect(toRobots(here)).not.toContain('Sitemap');
  expect(toRobots(publishedAt(new URL('https://example.org'), '/z/'))).toContain(
    '\nSitemap: https://example.org/z/sitemap.xml\n',
  );
});

test('every download has a media type, and one of them is the metadata', () => {
  for (const file of ALL_DOWNLOADS) expect(mediaType(file)).toMatch(/^[a-z]+\/[a-z.+-]+$/u);
  expect(ALL_DOWNLOADS.filter(isMetadata)).toHaveLength(1);
  expect(() => mediaType('chapter.odd')).toThrow('downloads.ts');
});

test('a thesis is a dissertation with its institution and degree', () => {
  expect(
    decoded({ type: 'thesis', title: 'T & U', publisher: 'NCCU', genre: 'MA thesis' }),
  ).toEqual({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:dissertation',
    'rft.title': 'T & U',
    'rft.inst': 'NCCU',
    'rft.degree': 'MA thesis',
    'rft.language': 'en',
  });
});

test('names keep their parts, of whatever order they are', () => {
  const author = [
    { family: 'Wu', given: 'Xinbo', 'static-ordering': true as const },
    { family: 'Taylor', given: 'William J.', suffix: 'Jr.' },
    { family: '劉', given: '德海' },
    { literal: '中央社' },
  ];
  const pairs = new URLSearchParams(toCoins(source({ title: 'T', author })));
  expect([pairs.get('rft.aulast'), pairs.get('rft.aufirst')]).toEqual(['Wu', 'Xinbo']);
  expect(pairs.getAll('rft.au')).toEqual(['Taylor, William J., Jr.', '劉, 德海', '中央社']);
});

test('an interval gives its first date to OpenURL, and none to schema.org', () => {
  const issued = { date: '1973-09/1973-10', printed: 'Sept.–Oct. 1973' };
  const journal = { kind: 'journal', type: 'article-journal', title: 'T', issued } as const;
  expect(decoded(journal)).toMatchObject({
    'rft.date': '1973-09',
    'rft.chron': 'Sept.–Oct. 1973',
  });
  expect(workNode(source(journal), here)['datePublished']).toBeUndefined();
});

test('a description is no name, and an agency no newspaper', () => {
  const node = workNode(
    source({
      kind: 'wire',
      type: 'article-newspaper',
      title: '[某電]',
      'container-title': '中央社',
    }),
    here,
  );
  expect([node['name'], node['description'], node['isPartOf']]).toEqual([
    undefined,
    '某電',
    undefined,
  ]);
  expect(node['publisher']).toMatchObject({ '@type': 'Organization', name: '中央社' });
});

afterEach(() => tellPdf(undefined));

test('the PDF is named where the build has one: by its whole address, on pages that stand for the chapter', () => {
  const chapter = chapterOf({ body: '甲。 {#s1-p1}\n' });
  const published = publishedAt(new URL('https://example.org'), '/z/');
  const [section] = chapter.sections;
  const tags = (about: About, at = published) =>
    highwire({ chapter, published: at, about, title: '', description: '' }).flatMap((tag) =>
      'name' in tag && tag.name === 'citation_pdf_url' ? [tag.content] : [],
    );
  const named = () => JSON.stringify([linkset(chapter, published), toJsonLd(chapter, published)]);
  expect([tags({ kind: 'home' }), named().includes('chapter.pdf')]).toEqual([[], false]);
  tellPdf('/made/chapter.pdf');
  const url = 'https://example.org/z/downloads/chapter.pdf';
  expect([tags({ kind: 'home' }), tags({ kind: 'chapter' })]).toEqual([[url], [url]]);
  expect(section && tags({ kind: 'section', section })).toEqual([]);
  expect(tags({ kind: 'home' }, here)).toEqual([]);
  expect(named().split(`"${url}"`).length).toBeGreaterThan(3);
});
