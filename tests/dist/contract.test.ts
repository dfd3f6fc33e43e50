/** The contract of DESIGN §2 and §3 on the built site: addresses, ids, roles, figures. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { START, START_LONG } from '../../src/layouts/start.ts';
import { readNames } from '../../src/model/names/read.ts';
import {
  addresses,
  all,
  attribute,
  DIST,
  type Element,
  hasId,
  hasRole,
  hasTag,
  html,
  NOTES,
  one,
  PAGES,
  page,
  ROOT,
  SECTIONS,
  SOURCES,
  text,
} from './site.ts';

const READING = [...SECTIONS, '/chapter/', ...PAGES];
const ids = (address: string) =>
  all(page(address), (e) => attribute(e, 'id') !== undefined).map((e) => attribute(e, 'id') ?? '');
const articleHeadings = (address: string) =>
  all(
    one(page(address), hasTag('article')),
    (e) => /^h[1-6]$/u.test(e.tagName) && attribute(e, 'data-apparatus') === undefined,
  );

test('every address of the plan is a page', () => {
  const expected = [
    '/',
    '/sections/',
    ...SECTIONS,
    '/chapter/',
    '/pages/',
    ...PAGES,
    '/downloads/',
    '/downloads/schema/',
    '/dts/',
    '/notes/',
    ...NOTES.map((n) => `/notes/${n}/`),
    '/sources/',
    ...SOURCES.map((id) => `/sources/${id}/`),
    '/search/',
    '/about/',
    '/emendations/',
    '/versions/',
    '/timeline/',
    '/names/',
    ...readNames(`${ROOT}/content`).flatMap(({ id }) => (id ? [`/names/${id}/`] : [])),
    '/offline/',
    '/404.html',
  ];
  expect(addresses().sort()).toEqual(expected.sort());
});

describe('the chapter is whole', () => {
  test('5 sections, 38 headings, 2 tables, 116 notes, 116 marks, 42 printed pages', () => {
    const chapter = page('/chapter/');
    const count = (of: (e: Element) => boolean) => all(chapter, of).length;
    expect(articleHeadings('/chapter/').filter((h) => h.tagName === 'h2')).toHaveLength(5);
    // 38, not 36: 1 章, 5 節, 11 一、, 12 （一）, 9 1. — counted in the source by tests/unit/import.
    expect(articleHeadings('/chapter/')).toHaveLength(38);
    expect(count(hasTag('table'))).toBe(2);
    expect(count(hasRole('doc-noteref'))).toBe(116);
    expect(count((e) => /^fn\d+$/u.test(attribute(e, 'id') ?? ''))).toBe(116);
    expect(count(hasRole('doc-pagebreak'))).toBe(42);
  });

  test('sections together hold the same ids as the chapter', () => {
    const ofText = (address: string) =>
      ids(address).filter((i) => !['main', 'endnotes', 'menu', 'quick'].includes(i));
    expect(SECTIONS.flatMap(ofText).sort()).toEqual(ofText('/chapter/').sort());
  });

  test('each printed page begins with its own break and has its own notes', () => {
    for (const [i, address] of PAGES.entries()) {
      const breaks = all(page(address), hasRole('doc-pagebreak')).map((e) => attribute(e, 'id'));
      expect(breaks, address).toEqual([`p${42 + i}`]);
      const refs = all(page(address), hasRole('doc-noteref')).map((e) => attribute(e, 'href'));
      const notes = all(page(address), (e) => /^fn\d+$/u.test(attribute(e, 'id') ?? ''));
      expect(
        notes.map((e) => `#${attribute(e, 'id')}`),
        address,
      ).toEqual(refs);
    }
  });
});

describe('ids', () => {
  test('are unique on every page', () => {
    for (const address of addresses()) {
      const found = ids(address);
      expect(
        found.filter((x, i) => found.indexOf(x) !== i),
        address,
      ).toEqual([]);
    }
  });

  test('of the text have the forms of the plan', () => {
    const forms =
      /^(ch3|s\d(-\d+){0,3}(-p\d+)?|table-3-[12](-source)?|fnref\d+|fn\d+|p\d\d|main|menu|endnotes|quick)$/u;
    for (const address of [...SECTIONS, '/chapter/', ...PAGES]) {
      expect(
        ids(address).filter((i) => !forms.test(i)),
        address,
      ).toEqual([]);
    }
  });

  test('of paragraphs count under the nearest heading', () => {
    const blocks = ids('/chapter/').filter((i) => /^(ch3|s[\d-]+)(-p\d+)?$/u.test(i));
    let heading = '';
    let due = 1;
    for (const block of blocks) {
      const [, under, number] = /^(.*)-p(\d+)$/u.exec(block) ?? [];
      if (number === undefined) {
        heading = block;
        due = 1;
      } else {
        expect([under, Number(number)]).toEqual([heading, due]);
        due += 1;
      }
    }
  });

  test('published ones are all still there', () => {
    const registry = readFileSync(join(ROOT, 'content/permalinks.txt'), 'utf8');
    const published = registry.split('\n').filter((l) => l.startsWith('/'));
    expect(published.length).toBeGreaterThan(1300);
    for (const link of published) {
      const [path = '', fragment] = link.split('#');
      const file = path.endsWith('/') ? join(path, 'index.html') : path;
      expect(existsSync(join(DIST, file)), link).toBe(true);
      if (fragment) expect(ids(path), link).toContain(fragment);
    }
  });
});

describe('roles', () => {
  test('a noteref is a labelled link whose number copied text does not hold', () => {
    for (const ref of all(page('/chapter/'), hasRole('doc-noteref'))) {
      const number = attribute(ref, 'data-number');
      expect(ref.tagName).toBe('a');
      expect(attribute(ref, 'aria-label')).toBe(`註 ${number}`);
      expect(text(ref)).toBe(number);
    }
  });

  test('a page break is an empty span named by its title', () => {
    for (const mark of all(page('/chapter/'), hasRole('doc-pagebreak'))) {
      expect([mark.tagName, mark.childNodes.length, attribute(mark, 'id')]).toEqual([
        'span',
        0,
        `p${attribute(mark, 'title')}`,
      ]);
    }
  });

  test('notes stand in a list under doc-endnotes, each with a backlink of its own label', () => {
    for (const address of [...READING, '/notes/']) {
      const refs = all(page(address), hasRole('doc-noteref')).length;
      const lists = all(page(address), hasRole('doc-endnotes'));
      if (address !== '/notes/') expect(lists, address).toHaveLength(refs > 0 ? 1 : 0);
      const backlinks = lists.flatMap((l) => all(l, hasRole('doc-backlink')));
      const items = lists.flatMap((l) => all(l, (e) => e.tagName === 'li'));
      expect(
        items.every(
          (li) => li.parentNode && 'tagName' in li.parentNode && li.parentNode.tagName === 'ol',
        ),
      ).toBe(true);
      expect(backlinks).toHaveLength(items.length);
      expect(new Set(backlinks.map((b) => attribute(b, 'aria-label'))).size).toBe(items.length);
    }
  });

  test('headings are real and skip no level, one h1 on each page', () => {
    for (const address of addresses()) {
      const levels = all(page(address), (e) => /^h[1-6]$/u.test(e.tagName)).map((h) =>
        Number(h.tagName[1]),
      );
      expect(
        levels.filter((l) => l === 1),
        address,
      ).toHaveLength(1);
      for (const [i, level] of levels.entries())
        expect(level - (levels[i - 1] ?? 0), `${address} heading ${i}`).toBeLessThanOrEqual(1);
    }
  });

  test('the article is in the language of the text', () => {
    for (const address of READING) {
      expect(attribute(one(page(address), hasTag('article')), 'lang')).toBe('zh-Hant-TW');
    }
  });
});

describe('the tables', () => {
  test('are real tables with a caption, column and row headers, and a source line', () => {
    for (const [id, columns, rows] of [
      ['table-3-1', 2, 12],
      ['table-3-2', 3, 5],
    ] as const) {
      const table = one(page('/chapter/'), hasId(id));
      expect(table.tagName).toBe('table');
      expect(all(table, hasTag('caption'))).toHaveLength(1);
      expect(all(table, (e) => attribute(e, 'scope') === 'col')).toHaveLength(columns);
      expect(all(table, (e) => attribute(e, 'scope') === 'row')).toHaveLength(rows);
      expect(all(table, hasTag('td'))).toHaveLength(rows * (columns - 1));
      expect(text(one(page('/chapter/'), hasId(`${id}-source`)))).toMatch(/^資料來源：/u);
    }
  });

  test('note 8 stands on the caption of 表 3-1', () => {
    const caption = one(one(page('/chapter/'), hasId('table-3-1')), hasTag('caption'));
    expect(all(caption, hasId('fnref8'))).toHaveLength(1);
  });

  test('表 3-1 is cut between rows 04.25 and 05.13, both whole', () => {
    const rows = (address: string) =>
      all(one(page(address), hasId('table-3-1')), (e) => attribute(e, 'scope') === 'row').map((e) =>
        text(e),
      );
    expect(rows('/pages/44/').at(-1)).toBe('04.25');
    expect(rows('/pages/45/')).toEqual(['05.13', '06.12', '06.23', '06.25凌晨4時']);
  });

  test('the reference to 表 3-1 is a link, that to 表 4-1 stays as printed', () => {
    const links = all(page('/chapter/'), (e) => e.tagName === 'a' && /^表\s*\d/u.test(text(e)));
    expect(links.map((e) => [text(e).replace(' ', ''), attribute(e, 'href')])).toEqual([
      ['表3-1', '#table-3-1'],
    ]);
    expect(text(one(page('/chapter/'), hasTag('article'))).replace(/\s/gu, '')).toContain(
      '(如表4-1)',
    );
  });
});

/** Relations that say something of a page, and that no browser follows. */
const STATEMENTS = ['cite-as', 'type', 'schema.dcterms'];

describe('the head of every page', () => {
  test('has a title and a description of its own', () => {
    const seen = new Map<string, string>();
    for (const address of addresses()) {
      const title = text(one(one(page(address), hasTag('head')), hasTag('title')));
      const description =
        attribute(
          one(page(address), (e) => attribute(e, 'name') === 'description'),
          'content',
        ) ?? '';
      expect(description.length, address).toBeGreaterThan(8);
      expect(seen.get(title), `${address} has the title of another page`).toBeUndefined();
      seen.set(title, address);
    }
  });

  // That no page needs them, tests/browser/search/plain.spec.ts holds.
  test('holds no code but what applies settings: modules in files of the site, and one block of data', () => {
    for (const address of addresses()) {
      const scripts = all(page(address), hasTag('script'));
      const [start, ...blocks] = scripts.filter((s) => attribute(s, 'src') === undefined);
      const long = html(address).includes('content-visibility:auto');
      expect(start && text(start), address).toBe(long ? START_LONG : START);
      for (const block of blocks)
        expect(block.attrs, address).toEqual([{ name: 'type', value: 'application/ld+json' }]);
      expect(blocks.length, address).toBe(address === '/404.html' ? 0 : 1);
      const modules = scripts.filter((s) => attribute(s, 'src') !== undefined);
      expect(modules.length, address).toBeGreaterThan(0);
      for (const script of modules) {
        const source = attribute(script, 'src') ?? '';
        expect([attribute(script, 'type'), text(script)], address).toEqual(['module', '']);
        expect(source, address).toMatch(/^\/assets\/[\w.-]+\.js$/u);
        expect(existsSync(join(DIST, source)), `${address}: ${source}`).toBe(true);
      }
    }
  });

  test('runs nothing from attributes either', () => {
    const isHandler = (e: Element) => e.attrs.some(({ name }) => name.startsWith('on'));
    const isCode = (e: Element) =>
      ['href', 'src', 'action'].some((name) => /^javascript:/iu.test(attribute(e, name) ?? ''));
    for (const address of addresses())
      expect(
        all(page(address), (e) => isHandler(e) || isCode(e)),
        address,
      ).toEqual([]);
  });

  test('asks nothing of another site', () => {
    for (const address of addresses()) {
      const loaded = all(page(address), (e) =>
        ['link', 'img', 'source', 'iframe'].includes(e.tagName),
      );
      for (const e of loaded.filter((e) => !STATEMENTS.includes(attribute(e, 'rel') ?? '')))
        expect(attribute(e, 'href') ?? attribute(e, 'src'), address).toMatch(/^\/(?!\/)/u);
    }
  });
});
