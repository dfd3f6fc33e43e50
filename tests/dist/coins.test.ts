/** COinS: one span a source, on the bibliography and nowhere else, saying what sources.json says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addresses, all, attribute, DIST, type Element, page } from './site.ts';

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

/** The keys of the KEV formats (info:ofi/fmt:kev:mtx:…) that are in use. */
const NAMES = ['aulast', 'aufirst', 'ausuffix', 'au'];
const KEYS: Record<string, string[]> = {
  journal: [
    ...NAMES,
    'genre',
    'atitle',
    'jtitle',
    'volume',
    'issue',
    'ssn',
    'chron',
    'spage',
    'epage',
    'date',
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
  ],
  dissertation: [...NAMES, 'title', 'inst', 'degree', 'date'],
  dc: ['title', 'creator', 'source', 'publisher', 'language', 'type', 'date'],
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

test('one for each source, inside its entry, on no other page', () => {
  expect(spans.map((e) => attribute(e.parentNode as Element, 'id')).sort()).toEqual(
    sources.map(({ id }) => id).sort(),
  );
  for (const address of addresses().filter((a) => a !== '/sources/'))
    expect(all(page(address), (e) => /\bZ3988\b/u.test(attribute(e, 'class') ?? ''))).toEqual([]);
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
  if (format === 'journal')
    expect([get('volume'), get('issue')]).toEqual([item['volume'], item['issue']]);
  if (format === 'journal' || format === 'book') {
    const [from, to] = String(item['page'] ?? '').split('-');
    expect([get('spage'), get('epage')]).toEqual([from || undefined, to]);
  }
});
