/** The JSON-LD of the built pages: types and properties of schema.org, ids that are addresses, nothing untrue. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectSchemaOrg, type JsonNode, nodesIn } from './schema-org.ts';
import {
  addresses,
  all,
  attribute,
  DIST,
  hasId,
  NOTES,
  one,
  PAGES,
  page,
  SECTIONS,
  text,
} from './site.ts';

const HANDLE = 'http://ah.lib.nccu.edu.tw/handle/140.119/33717';
const read = (file: string) => JSON.parse(readFileSync(join(DIST, 'downloads', file), 'utf8'));
const ALL = addresses().filter((address) => address !== '/404.html');

interface Block {
  '@graph': JsonNode[];
}
const isBlock = (e: Parameters<typeof attribute>[0]) =>
  attribute(e, 'type') === 'application/ld+json' && e.tagName === 'script';
const blocks = new Map<string, Block>(
  ALL.map((address) => [address, JSON.parse(text(one(page(address), isBlock)))]),
);
const graph = (address: string) => blocks.get(address)?.['@graph'] ?? [];

/** The page's own node, and the one of its subject. */
const own = (address: string) => graph(address)[0] ?? {};
const subject = (address: string) => graph(address)[1] ?? {};

/** Whether an address below the root is a page of the site, and has the id. */
function stands(id: string): boolean {
  const [path = '', fragment] = id.split('#');
  return (
    ALL.includes(path) && (fragment === undefined || all(page(path), hasId(fragment)).length === 1)
  );
}

test('every block holds only what schema.org has, where it has it', () => {
  for (const [address, block] of blocks) expectSchemaOrg(block, address);
  expectSchemaOrg(read('chapter.jsonld'), 'chapter.jsonld');
});

test('every id is an address of the site that stands, or the identifier of the thesis', () => {
  const known = new Map<unknown, boolean>([[HANDLE, true]]);
  for (const block of [...blocks.values(), read('chapter.jsonld') as Block]) {
    for (const { '@id': id } of nodesIn(block['@graph'])) {
      if (id === undefined) continue;
      if (!known.has(id)) known.set(id, stands(String(id)));
      expect(known.get(id), String(id)).toBe(true);
      // Resolved against the address of its page, as JSON-LD has it, it is a whole address.
      expect(new URL(String(id), 'https://example.org/x/').protocol).toMatch(/^https?:$/u);
    }
  }
  expect(known.size).toBeGreaterThan(500);
});

test('every page is a page of the site, and has the way to it', () => {
  for (const address of ALL.filter((a) => a !== '/')) {
    const self = own(address);
    expect([self['@id'], self['url']]).toEqual([address, address]);
    expect(self['isPartOf']).toEqual({ '@type': 'WebSite', '@id': '/', name: '章句' });
    const steps = nodesIn(self['breadcrumb']).filter((n) => n['@type'] === 'ListItem');
    expect(steps.map((n) => n['position'])).toEqual(steps.map((_, i) => i + 1));
    expect([steps[0]?.['item'], steps.at(-1)?.['item']]).toEqual(['/', address]);
    expect(steps.every((n) => ALL.includes(String(n['item'])))).toBe(true);
  }
  expect(own('/')['@type']).toBe('WebSite');
  // How it is searched can only be said with a whole address.
  expect(own('/')['potentialAction']).toBeUndefined();
  const types = ['/about/', '/notes/', '/search/', '/sources/'].map((a) => own(a)['@type']);
  expect(types).toEqual(['AboutPage', 'CollectionPage', 'SearchResultsPage', 'CollectionPage']);
});

describe('the text', () => {
  const thesis = {
    '@type': 'Thesis',
    '@id': HANDLE,
    name: '駐韓美軍問題與中國立場之研究',
    inSupportOf: '碩士',
    sourceOrganization: { name: '國立政治大學', alternateName: 'National Chengchi University' },
    datePublished: '2004',
    inLanguage: 'zh-Hant-TW',
    identifier: [{ propertyID: 'handle', value: '140.119/33717' }],
    author: { '@type': 'Person', name: '何仁傑', familyName: '何', givenName: '仁傑' },
  };
  const chapter = {
    '@type': 'Chapter',
    '@id': '/chapter/#ch3',
    name: '第三章　駐韓美軍與朝鮮半島安全',
    pageStart: '42',
    pageEnd: '83',
    pagination: '42–83',
    isPartOf: thesis,
  };

  test('is a chapter in a thesis, on its pages', () => {
    for (const address of ['/', '/chapter/']) {
      expect(subject(address)).toMatchObject(chapter);
      expect(own(address)['mainEntity']).toEqual({ '@id': '/chapter/#ch3' });
    }
  });

  test('has sections with their own pages, in the chapter', () => {
    for (const [i, address] of SECTIONS.entries()) {
      const section = subject(address);
      expect(section).toMatchObject({
        '@type': 'Chapter',
        '@id': `${address}#s${i + 1}`,
        isPartOf: { '@type': 'Chapter', '@id': '/chapter/#ch3', isPartOf: { '@type': 'Thesis' } },
      });
      const breaks = all(page(address), (e) => attribute(e, 'role') === 'doc-pagebreak');
      expect(section['pageEnd']).toBe(attribute(breaks.at(-1) as never, 'title'));
      expect(section['pagination']).toBe(`${section['pageStart']}–${section['pageEnd']}`);
    }
  });

  test('has printed pages, each in its section', () => {
    for (const [i, address] of PAGES.entries()) {
      const printed = subject(address);
      expect(printed).toMatchObject({ '@id': `${address}#p${42 + i}`, position: 42 + i });
      const [whole, section] = printed['isPartOf'] as JsonNode[];
      const { '@type': type, '@id': id, name } = chapter as JsonNode;
      expect(whole).toEqual({ '@type': type, '@id': id, name });
      expect(Number(section?.['pageStart'])).toBeLessThanOrEqual(42 + i);
      expect(Number(section?.['pageEnd'])).toBeGreaterThanOrEqual(42 + i);
    }
  });
});

describe('notes and sources', () => {
  const notes: { number: number; citations: { source: string }[] }[] = read('notes.json');
  const sources: JsonNode[] = read('sources.json');

  test('a note is a part of the chapter, and cites what it cites', () => {
    for (const number of NOTES) {
      const { citations = [] } = notes.find((n) => n.number === number) ?? {};
      const cited = new Set(citations.map(({ source }) => source));
      expect(subject(`/notes/${number}/`)).toMatchObject({
        '@type': 'CreativeWork',
        '@id': `/notes/${number}/#fn${number}`,
        position: number,
        isPartOf: { '@type': 'Chapter', '@id': '/chapter/#ch3' },
        citation: [...cited].map((id) => ({ '@id': `/sources/#${id}` })),
      });
    }
  });

  const TYPES: Record<string, string> = {
    'article-journal': 'ScholarlyArticle',
    'article-magazine': 'Article',
    'article-newspaper': 'NewsArticle',
    book: 'Book',
    chapter: 'Chapter',
    'paper-conference': 'ScholarlyArticle',
    report: 'Report',
    webpage: 'WebPage',
  };

  test('a source is the kind of work it is, with its title, authors, date and outlet', () => {
    for (const source of sources) {
      const node = subject(`/sources/${source['id']}/`);
      expect(node['@type']).toBe(TYPES[String(source['type'])] ?? 'CreativeWork');
      expect(node['@id']).toBe(`/sources/#${source['id']}`);
      const title = source['title'] as string | undefined;
      expect(node['name'] ?? node['description']).toBe(title?.replace(/^\[(.*)\]$/u, '$1'));
      const families = (source['author'] as JsonNode[] | undefined)?.map((a) => a['family']);
      const authors = node['author'] as JsonNode[] | undefined;
      expect(authors?.map((a) => a['familyName'])).toEqual(families);
      const [first] = (source['issued'] as { 'date-parts': number[][] })?.['date-parts'] ?? [];
      if (node['datePublished'])
        expect(String(node['datePublished']).split('-').map(Number)).toEqual(first);
      const outlet = source['container-title'];
      const hosts = nodesIn([node['isPartOf'], node['publisher']]).map((n) => n['name']);
      if (outlet) expect(hosts, String(source['id'])).toContain(outlet);
    }
  });

  test('an article stands in the issue of the volume of its journal', () => {
    expect(subject('/sources/niksch-1981/')['isPartOf']).toEqual({
      '@type': 'PublicationIssue',
      issueNumber: '3',
      isPartOf: {
        '@type': 'PublicationVolume',
        volumeNumber: '21',
        isPartOf: { '@type': 'Periodical', name: 'Asian Survey' },
      },
    });
  });

  test('chapter.jsonld has the chapter, its sections, their names and every source once', () => {
    const [whole = {}, ...rest] = (read('chapter.jsonld') as Block)['@graph'];
    const isName = (node: JsonNode) => String(node['@id']).startsWith('/names/');
    const works = rest.filter((node) => !isName(node));
    expect((whole['hasPart'] as JsonNode[]).map((n) => n['@id'])).toEqual(
      SECTIONS.map((address, i) => `${address}#s${i + 1}`),
    );
    const mentions = (whole['hasPart'] as { mentions: JsonNode[] }[]).map((n) => n.mentions);
    expect(mentions.map((own) => own.length)).toEqual(SECTIONS.map(() => 8));
    expect(mentions.every((own) => own.some((n) => n['@id'] === '/names/united-states/'))).toBe(
      true,
    );
    const named = rest.filter(isName).map((n) => n['@id']);
    expect(named).toEqual([...new Set(mentions.flat().map((n) => n['@id']))]);
    const ids = sources.map(({ id }) => `/sources/#${id}`).sort();
    expect(works.map((n) => n['@id']).sort()).toEqual(ids);
    expect((whole['citation'] as JsonNode[]).map((n) => n['@id']).sort()).toEqual(ids);
  });
});
