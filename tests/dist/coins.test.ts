/** COinS: one span a source, on the bibliography and on its own page, saying what sources.json says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toCoins } from '../../src/exports/metadata/coins.ts';
import { sourceSchema } from '../../src/model/sources/source.ts';
import { addresses, all, attribute, DIST, type Element, hasTag, one, page } from './site.ts';

const BARE = { kind: 'government', language: 'en', title: 'A Title' };

interface Name {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
}
interface Item {
  id: string;
  type: string;
  author?: Name[];
  issued?: { 'date-parts': number[][] };
  [variable: string]: unknown;
}
const sources: Item[] = JSON.parse(readFileSync(join(DIST, 'downloads/sources.json'), 'utf8'));
const isCoins = (e: Element) => attribute(e, 'class') === 'Z3988';
const spans = all(page('/sources/'), isCoins);

/** Keys that Zotero writes and reads in every format. */
const ZOTERO = ['language', 'volume'];
/** The keys of the KEV formats (info:ofi/fmt:kev:mtx:…) that are in use. */
const NAMES = ['aulast', 'aufirst', 'ausuffix', 'au', 'aucorp'];
const KEYS: Record<string, string[]> = {
  journal: [
    ...NAMES,
    'genre',
    'atitle',
    'jtitle',
    'issue',
    'ssn',
    'chron',
    'spage',
    'epage',
    'date',
    ...ZOTERO,
    // A magazine's article is a journal's in KEV, and one of a kind of its own for Zotero.
    'type',
  ],
  book: [
    ...NAMES,
    'genre',
    'atitle',
    'btitle',
    'edition',
    'series',
    'place',
    'pub',
    'spage',
    'epage',
    'date',
    ...ZOTERO,
  ],
  dissertation: [...NAMES, 'title', 'inst', 'degree', 'date', ...ZOTERO],
  dc: [
    ...['title', 'creator', 'source', 'publisher', 'language', 'type', 'date'],
    ...['aucorp', 'place', 'volume', 'issue', 'spage', 'epage'],
  ],
};

/** A context object: its format, and the values of each key. */
function decode(span: Element) {
  const pairs = new URLSearchParams(attribute(span, 'title'));
  expect(pairs.get('ctx_ver')).toBe('Z39.88-2004');
  const format = /^info:ofi\/fmt:kev:mtx:(\w+)$/u.exec(pairs.get('rft_val_fmt') ?? '')?.[1] ?? '';
  const get = (key: string) => pairs.get(`rft.${key}`) ?? undefined;
  return { format, pairs, get };
}

const FORMATS: Record<string, [format: string, kind: string]> = {
  'article-journal': ['journal', 'article'],
  'article-magazine': ['journal', 'article'],
  'article-newspaper': ['dc', 'newspaperArticle'],
  book: ['book', 'book'],
  chapter: ['book', 'bookitem'],
  hearing: ['dc', 'hearing'],
  'paper-conference': ['book', 'proceeding'],
  report: ['book', 'report'],
  speech: ['dc', 'presentation'],
  webpage: ['dc', 'webpage'],
};

const parted = ({ literal, family, given, suffix }: Name) =>
  literal ?? [family, given, suffix].filter(Boolean).join(', ');

test('one for each source, inside its entry and on its own page, on no page of the text', () => {
  expect(spans.map((e) => attribute(e.parentNode as Element, 'id')).sort()).toEqual(
    sources.map(({ id }) => id).sort(),
  );
  for (const address of addresses().filter((a) => a !== '/sources/')) {
    const id = /^\/sources\/([^/]+)\/$/u.exec(address)?.[1];
    const own = spans.filter((e) => attribute(e.parentNode as Element, 'id') === id);
    const found = all(page(address), (e) => /\bZ3988\b/u.test(attribute(e, 'class') ?? ''));
    expect(
      found.map((e) => attribute(e, 'title')),
      address,
    ).toEqual(own.map((e) => attribute(e, 'title')));
  }
  // Nothing of it is seen, read out or copied.
  for (const span of spans) expect(span.childNodes).toEqual([]);
});

test.each(sources.map((item) => [item.id, item] as const))('%s', (id, item) => {
  const span = spans.find((e) => attribute(e.parentNode as Element, 'id') === id) as Element;
  const { format, pairs, get } = decode(span);
  expect([format, get('genre') ?? get('type')]).toEqual(FORMATS[item.type]);
  for (const key of pairs.keys())
    if (key.startsWith('rft.')) expect(KEYS[format], id).toContain(key.slice(4));

  const title =
    get('atitle') ?? (get('genre') === 'bookitem' ? undefined : get('btitle')) ?? get('title');
  // What has no title gets its reference, in square brackets: Zotero would leave it out.
  if (item['title'] === undefined) expect(title).toMatch(/^\[.{4,}\]$/u);
  else expect(title).toBe(item['title']);

  const first = { family: get('aulast'), given: get('aufirst'), suffix: get('ausuffix') };
  const authors = [
    ...(first.family ? [parted(first as Name)] : []),
    ...pairs.getAll('rft.au'),
    ...pairs.getAll('rft.creator'),
  ];
  expect(authors).toEqual((item.author ?? []).map(parted));

  const date = get('date')?.split('-').map(Number);
  expect(date).toEqual(item.issued?.['date-parts'][0]);
  expect(pairs.get('rft_id') ?? undefined).toBe(item['URL']);
  const isPart = item.type === 'chapter' || item.type === 'paper-conference';
  const outlet = get('jtitle') ?? get('source') ?? (isPart ? get('btitle') : get('series'));
  expect(outlet).toBe(
    (item.type === 'report' ? item['collection-title'] : undefined) ??
      item['container-title'] ??
      (isPart ? item['event-title'] : item['collection-title']),
  );
  expect(get('pub') ?? get('publisher')).toBe(format === 'journal' ? undefined : item['publisher']);
  expect(get('volume')).toBe(item['volume']);
  if (format !== 'book') expect(get('issue')).toBe(item['issue']);
  const [from, to] = String(item['page'] ?? '').split(/(?<=\d)-(?=\d)/u);
  expect([get('spage'), get('epage')]).toEqual([from || undefined, to]);
});

describe('the page of a source is taken for the work', () => {
  /** The item types of Zotero. */
  const ITEMS: Record<string, string> = {
    'article-journal': 'journalArticle',
    'article-magazine': 'magazineArticle',
    'article-newspaper': 'newspaperArticle',
    book: 'book',
    chapter: 'bookSection',
    hearing: 'hearing',
    'paper-conference': 'conferencePaper',
    report: 'report',
    speech: 'presentation',
    webpage: 'webpage',
  };
  const GENRES: Record<string, string> = {
    bookitem: 'bookSection',
    proceeding: 'conferencePaper',
    report: 'report',
  };

  /**
   * What Zotero's translator “COinS” (as of June 2026), which comes before “Embedded
   * Metadata”, makes of a page with one context object. The kind of item is that of the
   * format and the genre, until a key `rft.type` names another; a title goes by the kind
   * that stands when it is read. Names are parted at the first comma, else before the last
   * word; a body's (`aucorp`) are kept.
   */
  function imported(span: Element) {
    const { format, pairs, get } = decode(span);
    const byFormat: Record<string, string> = { journal: 'journalArticle', dc: 'webpage' };
    const item: Record<string, unknown> = {
      itemType: byFormat[format] ?? GENRES[get('genre') ?? ''] ?? 'book',
    };
    const creators: string[][] = pairs.getAll('rft.aucorp').map((name) => [name]);
    for (const [key, value] of pairs) {
      const type = String(item['itemType']);
      const isPart = ['journalArticle', 'bookSection', 'conferencePaper'].includes(type);
      if (key === 'rft.btitle') item[isPart ? 'publicationTitle' : 'title'] = value;
      if (key === 'rft.atitle' && isPart) item['title'] = value;
      if (key === 'rft.title') item['title'] = value;
      if (key === 'rft.jtitle' && type === 'journalArticle') item['publicationTitle'] = value;
      if (key === 'rft.source') item['publicationTitle'] = value;
      if (key === 'rft.type') item['itemType'] = value;
      if (key === 'rft.language') item['language'] = value;
      if (key === 'rft.aulast') creators.push([value, get('aufirst') ?? '']);
      if (key === 'rft.au' || key === 'rft.creator') {
        const names = value.includes(',')
          ? value.split(/, ?/u).slice(0, 2)
          : [/\S+$/u.exec(value)?.[0] ?? '', ...(/^(.*) \S+$/u.exec(value)?.slice(1, 2) ?? [])];
        creators.push(names);
      }
    }
    return { ...item, creators };
  }

  test.each(sources.map((item) => [item.id, item] as const))('%s', (id, item) => {
    const [span] = all(page(`/sources/${id}/`), isCoins);
    if (!span) throw new Error('no context object');
    const container = item['container-title'] ?? item['event-title'];
    const isPart = !['book', 'report'].includes(item.type);
    expect(imported(span)).toEqual({
      itemType: ITEMS[item.type],
      title: item['title'],
      language: item['language'],
      creators: (item.author ?? []).map(({ literal, family, given }) =>
        literal === undefined ? [family, given] : [literal],
      ),
      ...(isPart && container ? { publicationTitle: container } : {}),
    });
    const head = one(page(`/sources/${id}/`), hasTag('head'));
    const metas = all(head, hasTag('meta'));
    const named = (name: string) =>
      metas
        .filter((e) => (attribute(e, 'name') ?? attribute(e, 'property')) === name)
        .map((e) => attribute(e, 'content'));
    // Who reads Dublin Core instead finds the work there too, and no web page of the site's.
    expect(named('dcterms.title')).toEqual([item['title']]);
    expect(named('dcterms.type')).toEqual([ITEMS[item.type]]);
    expect(named('dcterms.language')).toEqual([item['language']]);
    expect(named('dcterms.creator')).toEqual((item.author ?? []).map(parted));
    expect(named('dcterms.identifier')).toEqual(item['URL'] === undefined ? [] : [item['URL']]);
    expect(named('dcterms.rights')).toEqual([]);
    expect(named('og:type')).toEqual(['article']);
  });

  test('a body whose name has a comma or a blank stays one', () => {
    const body = { literal: 'U.S. Congress, House Committee on Foreign Affairs' };
    for (const type of ['book', 'hearing'] as const) {
      const source = sourceSchema.parse({ ...BARE, type, author: [body] });
      expect(new URLSearchParams(toCoins({ ...source, id: 'x' })).getAll('rft.aucorp')).toEqual([
        body.literal,
      ]);
    }
  });
});
