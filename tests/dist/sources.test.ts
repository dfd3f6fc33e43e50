/** What a reader gets of the citation model: bibliography, source pages, resolved short forms, robust links. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  all,
  attribute,
  DIST,
  type Element,
  hasId,
  hasRole,
  hasTag,
  NOTES,
  one,
  page,
  ROOT,
  SECTIONS,
  text,
} from './site.ts';

interface NoteJson {
  number: number;
  page: number;
  text: string;
  citations: {
    source: string;
    form: string;
    locator: { value: string } | null;
    antecedent: number | null;
  }[];
  unresolved: { form: string; text: string; reason: string }[];
}
const read = (file: string) => readFileSync(join(DIST, 'downloads', file), 'utf8');
const notes: NoteJson[] = JSON.parse(read('notes.json'));
const sources: { id: string; title?: string; URL?: string }[] = JSON.parse(read('sources.json'));

const hasClass = (name: string) => (e: Element) =>
  (attribute(e, 'class') ?? '').split(' ').includes(name);
const hrefs = (node: Element) => all(node, hasTag('a')).map((a) => attribute(a, 'href') ?? '');
const squeezed = (s: string) => s.replace(/\s+/gu, '');

/** The printed words of each note, from its own page, apparatus left out. */
const printed = new Map(
  NOTES.map((n) => [
    n,
    text(
      one(page(`/notes/${n}/`), hasId(`fn${n}`)),
      (e) => attribute(e, 'data-apparatus') !== undefined,
    ).trim(),
  ]),
);
const notesWith = (words: RegExp) => NOTES.filter((n) => words.test(printed.get(n) ?? ''));

/** Short forms, counted by plain search in the source text. */
const source = readFileSync(join(ROOT, 'content/source/chapter-3.txt'), 'utf8').normalize('NFC');
const SHORT = /Ibid|op\. cit|同上註|前引文/gu;

describe('short forms', () => {
  test('are as many as the source text prints, each resolved or honestly not', () => {
    const printedForms = source.match(SHORT)?.length;
    expect(printedForms).toBe(21);
    const used = notes
      .flatMap((n) => n.citations)
      .filter((c) => /ibid|op-cit|tongshangzhu|qianyinwen/u.test(c.form));
    const unresolved = notes.flatMap((n) => n.unresolved);
    expect(used.length + unresolved.length).toBe(printedForms);
    expect(unresolved).toEqual([
      { form: 'qianyinwen', text: '王純銀，前引文，頁 11。', reason: 'not-cited-earlier' },
    ]);
  });

  test('have their source under them in every list, outside the printed words', () => {
    const short = notesWith(/Ibid|op\. cit|同上註|前引文/u);
    expect(short).toHaveLength(21);
    for (const address of ['/notes/', '/chapter/']) {
      for (const n of NOTES) {
        const note = one(page(address), hasId(`fn${n}`));
        const resolved = all(note, hasClass('resolved'));
        const expected = short.includes(n) || n === 86 ? 1 : 0;
        expect(resolved.length, `${address} ${n}`).toBe(expected);
        for (const line of resolved) expect(attribute(line, 'data-apparatus')).toBeDefined();
      }
    }
  });

  test.each([
    [48, 'niksch-1981', '頁 330', [47, 39]],
    [53, 'taylor-1990', '頁 273', [24]],
    [46, 'niksch-1981', undefined, [45, 39]],
    [82, 'yang-zhiheng-2000', '頁 14–26', [81, 80]],
    [97, 'lai-yizhong-nd', undefined, [95]],
    [22, 'taylor-1992', undefined, [21]],
  ])('note %i says at once which work and page, and by which way', (n, id, locator, way) => {
    const [card] = all(page(`/notes/${n}/`), hasClass('citation'));
    expect(card).toBeDefined();
    const trail = all(card as Element, hasClass('trail'))[0] as Element;
    expect(hrefs(trail)).toEqual(way.map((w) => `/notes/${w}/`));
    expect(hrefs(one(card as Element, hasClass('reference')))).toEqual([`/sources/${id}/`]);
    if (locator) expect(text(card as Element)).toContain(locator);
    const line = one(one(page('/chapter/'), hasId(`fn${n}`)), hasClass('resolved'));
    expect(hrefs(line)).toEqual([`/sources/${id}/`, `/notes/${way.at(-1)}/`]);
    if (locator) expect(text(line)).toContain(locator);
  });

  test('notes 48 and 53 lead to every other note of the same work in one click', () => {
    const siblings = (n: number) =>
      hrefs(all(page(`/notes/${n}/`), hasClass('facts'))[0] as Element);
    const to = (list: number[]) => list.map((n) => `/notes/${n}/`);
    expect(siblings(48)).toEqual(to([39, 40, 45, 46, 47, 50, 51]));
    expect(siblings(53)).toEqual(to([24, 28, 29, 32, 44]));
  });

  test('the unresolved one says so and why, and guesses nothing', () => {
    const card = one(page('/notes/109/'), hasClass('citation'));
    expect(text(card)).toContain('未能查得原書');
    expect(text(card)).toContain('首次引用當在本章之外');
    expect(hrefs(card)).toEqual([]);
    expect(hrefs(one(page('/sources/'), hasId('unresolved')).parentNode as Element)).toEqual([
      '/notes/109/',
    ]);
  });
});

describe('each source', () => {
  test('stands once in the bibliography, with its id', () => {
    const list = one(page('/sources/'), hasRole('doc-bibliography'));
    const ids = all(list, hasTag('li')).map((li) => attribute(li, 'id'));
    expect(ids.sort()).toEqual(sources.map((s) => s.id).sort());
  });

  test.each(sources.map((s) => s.id))(
    '%s lists every note that cites it, in order, with its paragraph',
    (id) => {
      const expected = notes
        .filter((n) => n.citations.some((c) => c.source === id))
        .map((n) => n.number);
      const uses = all(page(`/sources/${id}/`), hasClass('use'));
      const ofNotes = uses.filter((use) => all(use, hasClass('sentence')).length > 0);
      const numbers = ofNotes.map((use) => attribute(one(use, hasClass('number')), 'href'));
      expect(numbers).toEqual(expected.map((n) => `/notes/${n}/`));
      for (const use of uses) {
        const [, , block] = hrefs(one(use, hasClass('head')));
        expect(block).toMatch(/^\/sections\/\d\/#(?:s[\d-]+-p\d+|table-3-\d)$/u);
      }
      expect(uses.length).toBeGreaterThan(0);
    },
  );

  test('leads on to catalogues by plain links, which ask for nothing before they are followed', () => {
    const names = new Set<string>();
    for (const { id, title = '' } of sources) {
      const [row] = all(page(`/sources/${id}/`), hasClass('lookups'));
      const links = row ? all(row, hasTag('a')) : [];
      for (const link of links) {
        names.add(text(link));
        const { protocol, search } = new URL(attribute(link, 'href') ?? '');
        expect(protocol, id).toBe('https:');
        expect((attribute(link, 'rel') ?? '').split(' '), id).toEqual(
          expect.arrayContaining(['noopener', 'noreferrer']),
        );
        // What only opens a catalogue says so.
        const opensOnly = text(row as Element).includes(`${text(link)}（檢索頁）`);
        expect(search.includes(encodeURIComponent(title).slice(0, 9)), id).toBe(!opensOnly);
      }
      // A description is no title that a catalogue could know.
      if (!/^\[/u.test(title)) expect(links.length, id).toBeGreaterThan(0);
    }
    expect([...names].sort()).toEqual([
      'Google Scholar',
      'WorldCat',
      '國家圖書館（全國圖書書目資訊網）',
      '國家圖書館（臺灣期刊論文索引）',
      '華藝線上圖書館',
    ]);
  });

  test('is cited on its page in every style, each form said to be what it is', () => {
    const NAMES = /^(?:(?:^|、)(?:註腳|再引註腳|夾註|書目))+$/u;
    for (const { id } of sources) {
      const [work] = all(page(`/sources/${id}/`), hasClass('cite-work'));
      const styles = all(work as Element, hasClass('style')).map((e) => text(one(e, hasTag('h3'))));
      expect(
        styles.filter((name) => /臺灣|Chicago|APA|MLA|GB\/T/u.test(name)),
        id,
      ).toEqual(styles);
      expect(styles.length, id).toBeGreaterThanOrEqual(6);
      const forms = all(work as Element, hasClass('form')).map((e) => text(e));
      expect(
        forms.filter((name) => NAMES.test(name)),
        id,
      ).toEqual(forms);
      for (const li of all(work as Element, hasTag('li'))) {
        const words = text(one(li, hasTag('p')));
        expect(words, id).toBe(words.trim());
        expect(words, id).not.toMatch(/undefined|https?:\/\/\S+[，。、；）】〕]|\(\)|（）/u);
      }
    }
  });

  test('stands in the bibliography with its addresses', () => {
    const list = one(page('/sources/'), hasRole('doc-bibliography'));
    for (const { id, URL: url } of sources) {
      const [entry] = all(list, hasId(id));
      if (url) expect(hrefs(entry as Element), id).toContain(url);
    }
  });

  test('shows the words of the note, as printed', () => {
    for (const use of all(page('/sources/niksch-1981/'), hasClass('use'))) {
      const n = Number(attribute(one(use, hasClass('number')), 'href')?.match(/\d+/u)?.[0]);
      const words = squeezed(text(one(use, (e) => e.tagName === 'blockquote')));
      expect(squeezed(printed.get(n) ?? '')).toContain(words);
    }
  });

  test('a work seen only in another says so, and so does the other', () => {
    expect(hrefs(one(page('/sources/dadongya-zhanzheng-nd/'), hasTag('dl')))).toContain(
      '/sources/lu-junyuan-1996/',
    );
    expect(hrefs(one(page('/sources/lu-junyuan-1996/'), hasTag('dl')))).toContain(
      '/sources/dadongya-zhanzheng-nd/',
    );
    expect(hrefs(one(page('/sources/habib-1977/'), hasTag('dl')))).toContain(
      '/sources/state-bulletin-1977-07-11/',
    );
  });

  test('differing printed titles of one work are recorded where it is shown', () => {
    expect(text(one(page('/sources/cna-2003-11-24-iraq/'), hasTag('dl')))).toContain(
      '美報稱美國將把部份駐韓美軍調往伊克',
    );
  });
});

describe('lists by outlet, author and year', () => {
  const listing = (section: string, name: string) => {
    const list = one(
      one(page('/sources/'), hasId(section)).parentNode as Element,
      hasClass('listings'),
    );
    const item = all(list, hasTag('li')).find(
      (li) => text(one(li, hasClass('name'))).trim() === name,
    );
    if (!item) throw new Error(`no ${name}`);
    return hrefs(item).flatMap((h) => Number(/^\/notes\/(\d+)\//u.exec(h)?.[1]) || []);
  };

  test.each([
    ['中央社', /中央社/u],
    ['自由時報', /自由時報/u],
    ['新華網', /新華網/u],
    ['東森新聞報', /東森新聞報/u],
    ['戰略與國際研究', /戰略與國際研究|^同上註，頁\s*1/u],
    ['The New York Times', /New York Times|紐約時報/u],
    ['Asian Survey', /Asian Survey|Niksch|^Ibid\.{2}|^Ibid\., p\. 330/u],
  ])('%s is in every note that prints it, or means it', (name, words) => {
    expect(listing('outlets', name)).toEqual(notesWith(words));
  });

  test.each([
    ['Niksch, Larry A.', [39, 40, 45, 46, 47, 48, 50, 51]],
    ['劉德海', [12, 78, 111]],
    ['王傳劍', [34, 114]],
    ['韓春愛', [115]],
  ])('%s is found under authors', (name, expected) => {
    expect(listing('authors', name)).toEqual(expected);
  });

  test('no outlet stands in two forms', () => {
    const list = one(
      one(page('/sources/'), hasId('outlets')).parentNode as Element,
      hasClass('listings'),
    );
    const names = all(list, hasClass('name')).map((e) =>
      text(e).toLowerCase().replace(/^the /u, '').replace('台', '臺'),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('the table of years counts every source once', () => {
    const figure = one(
      page('/sources/'),
      (e) => attribute(e, 'aria-labelledby') === 'figure-years',
    );
    const cells = all(figure, hasTag('td'))
      .filter((td) => !hasClass('links')(td))
      .map((td) => Number(text(td)) || 0);
    expect(cells.reduce((a, b) => a + b, 0)).toBe(sources.length);
    const squares = all(figure, (e) => e.tagName === 'rect' && !hasClass('hit')(e));
    expect(squares).toHaveLength(sources.length);
  });

  test('a Republic date counts as its Western year', () => {
    const row = one(page('/sources/'), hasId('year-2003'));
    expect(hrefs(row)).toContain('/notes/13/');
    expect(squeezed(printed.get(13) ?? '')).toContain('92年1月17日');
  });
});

test('the strip has a tick for every note that cites a much-cited source', () => {
  const figure = one(page('/sources/'), (e) => attribute(e, 'aria-labelledby') === 'figure-strips');
  const cited = sources.map(
    ({ id }) =>
      new Set(notes.filter((n) => n.citations.some((c) => c.source === id)).map((n) => n.number))
        .size,
  );
  const expected = cited.filter((n) => n > 1).reduce((a, b) => a + b, 0);
  expect(all(figure, hasClass('tick'))).toHaveLength(expected);
  expect(text(one(figure, hasTag('title')))).not.toBe('');
  const rows = all(one(figure, hasTag('tbody')), hasTag('tr'));
  expect(rows).toHaveLength(cited.filter((n) => n > 1).length);
});

describe('links to the web', () => {
  const places = [...NOTES.map((n) => `/notes/${n}/`), ...SECTIONS, '/chapter/'];
  const outside = (address: string) =>
    all(
      one(page(address), hasTag('article')),
      (e) => e.tagName === 'a' && attribute(e, 'data-originalurl') !== undefined,
    );

  test('of the text are as many as the source text prints', () => {
    const links = NOTES.flatMap((n) => outside(`/notes/${n}/`));
    const inNotes = [...printed.values()].join('\n').match(/https?:\/\//gu)?.length;
    expect(links).toHaveLength(inNotes ?? 0);
    expect(source.match(/https?:\/\//gu)?.length).toBe(
      links.length +
        SECTIONS.flatMap((s) =>
          outside(s).filter((a) =>
            all(one(page(s), hasTag('article')), hasClass('table-source')).some(
              (p) => all(p, (e) => e === a).length > 0,
            ),
          ),
        ).length,
    );
  });

  test('lead to the address of their source and have an archived copy nearest its date', () => {
    const addresses = new Set(sources.flatMap((s) => s.URL ?? []));
    addresses.add('http://atchinese.com/930korea.htm');
    for (const place of places) {
      for (const link of outside(place)) {
        const url = attribute(link, 'href') ?? '';
        const day = attribute(link, 'data-versiondate') ?? '';
        expect(addresses.has(url), `${place} ${url}`).toBe(true);
        expect(attribute(link, 'data-originalurl')).toBe(url);
        expect(day).toMatch(/^\d{4}-\d\d-\d\d$/u);
        expect(attribute(link, 'data-versionurl')).toBe(
          `https://web.archive.org/web/${day.replaceAll('-', '')}/${url}`,
        );
        const after = link.parentNode?.childNodes ?? [];
        const [stop, behind] = after.slice(after.indexOf(link) + 1);
        // A full stop closes the note before the copy is told of.
        const closes = stop !== undefined && 'value' in stop && /^[。.]$/u.test(stop.value);
        const next = (closes ? behind : stop) as Element;
        expect(attribute(next, 'data-apparatus'), `${place} ${url}`).toBeDefined();
        const rest = after[after.indexOf(next) + 1];
        expect(rest && 'value' in rest ? rest.value : '').not.toMatch(/^[。.]/u);
        expect(hrefs(next)).toEqual([attribute(link, 'data-versionurl')]);
      }
    }
  });

  test('are looked up as of the printed date, Republic years converted', () => {
    const dayIn = (n: number) =>
      attribute(outside(`/notes/${n}/`)[0] as Element, 'data-versiondate');
    expect([dayIn(2), dayIn(23), dayIn(28), dayIn(77), dayIn(9)]).toEqual([
      '2004-07-01',
      '2004-11-30',
      '2002-04-01',
      '2003-03-01',
      '2005-08-31',
    ]);
  });
});
