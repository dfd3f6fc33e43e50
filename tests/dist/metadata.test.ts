/** What the heads of the built pages tell programs: complete, true, and leading somewhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toSitemap } from '../../src/exports/metadata/sitemap.ts';
import { publishedAt } from '../../src/exports/published.ts';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { readContent } from '../../src/model/content/content.ts';
import { readNames } from '../../src/model/names/read.ts';
import {
  addresses,
  all,
  attribute,
  DIST,
  files,
  hasTag,
  NOTES,
  one,
  PAGES,
  page,
  ROOT,
  SECTIONS,
  SOURCES,
  text,
} from './site.ts';

const TEXTS = ['/', '/chapter/', ...SECTIONS, ...PAGES];
/** All pages; the one that stands for a missing one says nothing of itself. */
const ALL = addresses().filter((address) => address !== '/404.html');
const head = (address: string) => one(page(address), hasTag('head'));

/** The values of a tag, named or by property. */
const values = (address: string, name: string) =>
  all(head(address), hasTag('meta'))
    .filter((e) => (attribute(e, 'name') ?? attribute(e, 'property')) === name)
    .map((e) => attribute(e, 'content') ?? '');
const value = (address: string, name: string) => {
  const found = values(address, name);
  expect(found, `${address}: ${name}`).toHaveLength(1);
  return found[0] ?? '';
};
const names = (address: string, prefix: string) =>
  all(head(address), hasTag('meta'))
    .map((e) => attribute(e, 'name') ?? attribute(e, 'property') ?? '')
    .filter((name) => name.startsWith(prefix));
const title = (address: string) => text(one(head(address), hasTag('title'))).replace('｜章句', '');
/** The title where it stands alone: a note or a printed page says of what. */
const alone = (address: string) =>
  /^\/(?:notes|pages)\/\d/u.test(address)
    ? `〈駐韓美軍與朝鮮半島安全〉${title(address)}`
    : title(address);

const isPrinted = (address: string) => PAGES.includes(address);

describe('on every page', () => {
  test('Dublin Core says what it is, in which language, by whose right, and of what a part', () => {
    // A source's page describes the work (see coins.test.ts).
    for (const address of ALL.filter((a) => !/^\/sources\/./u.test(a))) {
      const isText = TEXTS.includes(address) || /^\/notes\/\d/u.test(address);
      expect(value(address, 'dcterms.language')).toBe('zh-Hant-TW');
      // Printed pages have a byte budget, and say it by their link to the licence.
      const rights = isPrinted(address) ? [] : [expect.stringContaining('著作權屬作者所有')];
      expect(values(address, 'dcterms.rights'), address).toEqual(rights);
      expect(value(address, 'dcterms.creator')).toBe(isText ? '何, 仁傑' : '章句');
      expect(values(address, 'dcterms.date'), address).toEqual(isText ? ['2004'] : []);
      expect(values(address, 'dcterms.isPartOf').length, address).toBeGreaterThan(0);
      const own = address === '/chapter/' ? '第三章　駐韓美軍與朝鮮半島安全' : alone(address);
      expect(value(address, 'dcterms.title')).toBe(own);
    }
    expect(values('/chapter/', 'dcterms.isPartOf')).toEqual([
      '駐韓美軍問題與中國立場之研究',
      'http://ah.lib.nccu.edu.tw/handle/140.119/33717',
    ]);
  });

  test('Open Graph has a title, a description, a kind, and a picture that is there', () => {
    for (const address of ALL) {
      expect(value(address, 'og:title')).toBe(alone(address));
      expect(value(address, 'og:description')).toBe(value(address, 'description'));
      expect(['article', 'website']).toContain(value(address, 'og:type'));
      expect(value(address, 'og:locale')).toBe('zh_TW');
      expect(value(address, 'og:site_name')).toBe('章句');
      expect(value(address, 'og:image:alt').length).toBeGreaterThan(8);
      expect(value(address, 'twitter:card')).toBe('summary_large_image');
      const png = readFileSync(join(DIST, value(address, 'og:image')));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)].map(String);
      expect(
        ['width', 'height'].flatMap((side) => values(address, `og:image:${side}`)),
        address,
      ).toEqual(isPrinted(address) ? [] : size);
    }
    const pictures = new Set(ALL.map((address) => value(address, 'og:image')));
    expect([...pictures].sort()).toEqual(
      files()
        .filter((file) => file.startsWith('og/'))
        .map((file) => `/${file}`),
    );
  });

  test('nothing claims an address for a site that was told none', () => {
    for (const address of ALL) {
      // The address of a work that a source's page describes is the work's own.
      for (const name of ['og:url', 'dcterms.identifier', 'citation_public_url'])
        if (name !== 'dcterms.identifier' || !/^\/sources\/./u.test(address))
          expect(values(address, name), address).toEqual([]);
      expect(all(head(address), (e) => attribute(e, 'rel') === 'canonical')).toEqual([]);
    }
    expect(files()).not.toContain('sitemap.xml');
    expect(readFileSync(join(DIST, 'robots.txt'), 'utf8')).toBe('User-agent: *\nAllow: /\n');
  });

  test('the page for what is missing asks not to be found', () => {
    expect(value('/404.html', 'robots')).toBe('noindex');
    for (const prefix of ['citation_', 'dcterms.', 'og:'])
      expect(names('/404.html', prefix)).toEqual([]);
  });
});

describe('reference managers', () => {
  /** The fields of Zotero to which the tags go that are read one by one. */
  const FIELDS: Record<string, string> = {
    citation_title: 'title',
    citation_publication_date: 'date',
    citation_language: 'language',
    citation_publisher: 'publisher',
    citation_inbook_title: 'publicationTitle',
    citation_dissertation_institution: 'university',
    citation_public_url: 'url',
  };
  /** The tags that decide the kind of item; the last one wins. */
  const KINDS: Record<string, string> = {
    citation_dissertation_institution: 'thesis',
    citation_inbook_title: 'bookSection',
  };

  /**
   * What Zotero's translator “Embedded Metadata” makes of a page (as of June 2026):
   * - the kind of item from the last tag of KINDS;
   * - each tag of FIELDS, trimmed, into its field; of a book section,
   *   `publicationTitle` is the title of the book, and `university` is no field;
   * - `citation_author`, cut at its comma into last and first name;
   * - `citation_firstpage`-`citation_lastpage` into `pages`.
   * Dublin Core and Open Graph only fill what these leave empty. A span of class
   * Z3988 would bring in the translator “COinS”, which comes before this one.
   */
  function imported(address: string): Record<string, unknown> {
    const item: Record<string, unknown> = {};
    for (const name of names(address, 'citation_')) {
      if (KINDS[name]) item['itemType'] = KINDS[name];
      if (FIELDS[name]) item[FIELDS[name]] = value(address, name).trim();
    }
    const [lastName, firstName] = value(address, 'citation_author').split(/, ?/u);
    item['creators'] = [{ lastName, firstName }];
    item['pages'] =
      `${value(address, 'citation_firstpage')}-${value(address, 'citation_lastpage')}`;
    if (item['itemType'] === 'bookSection') delete item['university'];
    return item;
  }
  const CHAPTER = {
    itemType: 'bookSection',
    title: '駐韓美軍與朝鮮半島安全',
    creators: [{ lastName: '何', firstName: '仁傑' }],
    publicationTitle: '駐韓美軍問題與中國立場之研究',
    publisher: '國立政治大學',
    date: '2004',
    pages: '42-83',
    language: 'zh-Hant-TW',
  };

  test.each(['/', '/chapter/', ...PAGES])('take %s for the chapter of the thesis', (address) => {
    expect(imported(address)).toEqual(CHAPTER);
    expect(value(address, 'citation_dissertation_institution')).toBe('國立政治大學');
  });

  test('take a section for itself, with its own pages', () => {
    expect(imported('/sections/4/')).toEqual({
      ...CHAPTER,
      title: '第四節　從不同層面看駐韓美軍問題',
      pages: '65-82',
    });
    const ranges = SECTIONS.map((address) => imported(address)['pages']);
    expect(ranges).toEqual(['42-49', '50-59', '59-65', '65-82', '82-83']);
  });

  test('find no work of the author on other pages', () => {
    const others = addresses().filter((address) => !TEXTS.includes(address));
    const named = readNames(join(ROOT, 'content')).filter(({ id }) => id !== undefined).length;
    expect(others).toHaveLength(NOTES.length + SOURCES.length + named + 15);
    for (const address of others) expect(names(address, 'citation_'), address).toEqual([]);
  });
});

test('a sitemap has every page, and no other address', () => {
  const read = readContent(join(ROOT, 'content'));
  if ('findings' in read) throw new Error('the content has findings');
  const published = publishedAt(new URL('https://example.org'), '/zhangju/');
  const xml = toSitemap(buildChapter(read.content), published);
  const listed = [...xml.matchAll(/<loc>(.*?)<\/loc>/gu)].map((m) => m[1]);
  expect(listed.sort()).toEqual(ALL.map((a) => `https://example.org/zhangju${a}`).sort());
});
