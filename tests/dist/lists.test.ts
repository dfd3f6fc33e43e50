/** /sections/, /pages/ and /downloads/: what one finds who cuts an address, or looks for what there is to take away. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_DOWNLOADS } from '../../src/model/downloads/downloads.ts';
import {
  addresses,
  all,
  attribute,
  DIST,
  type Element,
  hasRole,
  hasTag,
  one,
  PAGES,
  page,
  SECTIONS,
  text,
} from './site.ts';

/** Where the links of a part of a page lead, in order. */
const linksIn = (address: string, tag: string): string[] =>
  all(page(address), hasTag(tag)).flatMap((part) =>
    all(part, hasTag('a')).map((a) => attribute(a, 'href') ?? ''),
  );

test('/sections/ has every section, as printed and in Simplified characters', () => {
  const sections = (address: string) =>
    linksIn(address, 'main').filter((to) => /\/sections\/\d+\/$/u.test(to));
  expect(sections('/sections/')).toEqual(SECTIONS);
  expect(sections('/zh-hans/sections/')).toEqual(SECTIONS.map((a) => `/zh-hans${a}`));
});

test('/sections/ tells what helps to choose one: its headings, pages and notes, and its own files', () => {
  const entries = all(page('/sections/'), hasTag('a'))
    .filter((a) => attribute(a, 'class') === 'section')
    .map((a) => a.parentNode as Element);
  expect(entries.length).toBe(SECTIONS.length);
  for (const [i, entry] of entries.entries()) {
    const section = SECTIONS[i] as string;
    const to = all(entry, hasTag('a')).map((a) => attribute(a, 'href') ?? '');
    const own = all(page(section), hasTag('h3')).map((h) => `${section}#${attribute(h, 'id')}`);
    expect(
      to.filter((href) => href.includes('#s')),
      section,
    ).toEqual(own);
    expect(to.filter((href) => href.startsWith('/pages/')).length, section).toBe(1);
    for (const file of ['section.docx', 'index.md']) expect(to).toContain(section + file);
    expect(text(entry)).toMatch(/頁 \d+–\d+/u);
  }
  const notes = linksIn('/sections/', 'main').filter((href) => href.startsWith('/notes/'));
  expect(notes).toEqual(['s1', 's2', 's3', 's4'].map((id) => `/notes/#notes-${id}`));
});

test('a section leads at its end to its pages, its emendations and its files', () => {
  for (const section of SECTIONS) {
    const below = all(page(section), hasTag('nav')).find(
      (nav) => attribute(nav, 'class') === 'printed',
    );
    const to = all(below as Element, hasTag('a')).map((a) => attribute(a, 'href') ?? '');
    expect(to, section).toContain(`${section}section.docx`);
    expect(
      to.some((href) => /^\/pages\/\d+\/$/u.test(href)),
      section,
    ).toBe(true);
    expect(
      to.some((href) => href.startsWith('/emendations/#')),
      section,
    ).toBe(true);
  }
});

test('/pages/ has every printed page, and the words with which it begins', () => {
  const rows = all(page('/pages/'), hasTag('li')).filter((li) =>
    all(li, hasTag('a')).some((a) => /^\/pages\/\d+\/$/u.test(attribute(a, 'href') ?? '')),
  );
  const squeezed = (s: string) => s.replace(/\s/gu, '');
  const first = (address: string) =>
    squeezed(
      text(
        one(page(address), hasTag('article')),
        (e) => hasRole('doc-noteref')(e) || attribute(e, 'data-apparatus') !== undefined,
      ),
    );
  expect(rows.map((li) => attribute(one(li, hasTag('a')), 'href'))).toEqual(PAGES);
  for (const [i, li] of rows.entries()) {
    const opening = squeezed(/^\s*頁\s*\d+\s*(.*?)……/su.exec(text(li))?.[1] ?? '');
    expect(opening.length, PAGES[i]).toBeGreaterThan(8);
    expect(first(PAGES[i] as string), PAGES[i]).toContain(opening);
  }
  // What begins on a page is named too.
  const named = (address: string) => text(rows[PAGES.indexOf(address)] as Element);
  expect(named('/pages/65/')).toContain('第四節　從不同層面看駐韓美軍問題');
  expect(named('/pages/47/')).toContain('四、駐韓美軍之角色；（一）維持朝鮮半島權力平衡');
  // None is cut within a word.
  expect(rows.map((li) => text(li)).join('')).toContain('(Mutual Defense Treaty……');
});

test('/downloads/ has every file, once, with its size and its use', () => {
  const rows = all(page('/downloads/'), hasTag('li')).filter((li) =>
    all(li, hasTag('a')).some((a) => attribute(a, 'download') !== undefined),
  );
  const files = rows.map((li) => (attribute(one(li, hasTag('a')), 'href') ?? '').slice(11));
  const made = ALL_DOWNLOADS.filter((f) =>
    statSync(join(DIST, 'downloads', f), { throwIfNoEntry: false }),
  );
  expect(files.toSorted()).toEqual(made.toSorted());
  for (const [i, li] of rows.entries()) {
    const bytes = readFileSync(join(DIST, 'downloads', files[i] as string)).length;
    const size = bytes < 1000 ? `${bytes} 位元組` : `${Math.round(bytes / 1000)} KB`;
    expect(text(li), files[i]).toContain(size);
    expect(text(li).trim().length, files[i]).toBeGreaterThan((files[i]?.length ?? 0) + 12);
  }
});

test('/downloads/ says which file serves which program, and leads to it', () => {
  const rows = all(
    page('/downloads/'),
    (e) => attribute(e, 'aria-labelledby') === 'programs',
  ).flatMap((list) => all(list, hasTag('li')));
  expect(rows.map((li) => text(one(li, hasTag('strong'))))).toEqual([
    'Zotero',
    'EndNote、Mendeley',
    'JabRef',
    'LaTeX',
    'Pandoc',
    'Word',
  ]);
  for (const li of rows) {
    const files = all(li, hasTag('a')).map((a) => attribute(a, 'href') ?? '');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(statSync(join(DIST, file)).size).toBeGreaterThan(0);
    expect(text(one(li, hasTag('span'))).length).toBeGreaterThan(20);
  }
});

test('/downloads/schema/ and /dts/ lead to the files below them', () => {
  const below = (address: string) =>
    linksIn(address, 'main').filter((to) => to.startsWith(address) && to !== address);
  const schemas = ALL_DOWNLOADS.filter((file) => file.startsWith('schema/'));
  expect(below('/downloads/schema/')).toEqual(schemas.map((file) => `/downloads/${file}`));
  expect(below('/dts/')[0]).toBe('/dts/index.json');
  expect(below('/dts/').length).toBe(4);
  for (const to of below('/dts/')) expect(statSync(join(DIST, to)).size, to).toBeGreaterThan(0);
  for (const address of ['/downloads/schema/', '/dts/'])
    expect(linksIn(address, 'main')).toContain('/downloads/');
});

test('downloads, emendations and reading offline are found without being told', () => {
  const wanted = ['/downloads/', '/emendations/', '/offline/'];
  for (const address of addresses())
    expect(linksIn(address, 'footer'), address).toEqual(expect.arrayContaining(wanted));
  expect(linksIn('/', 'main')).toEqual(expect.arrayContaining(wanted));
  expect(linksIn('/about/', 'main')).toEqual(expect.arrayContaining(wanted));
});

test('every list says that it is one: none has markers, and Safari asks for them or for the role', () => {
  const isList = (e: Element) => hasTag('ul')(e) || hasTag('ol')(e);
  const silent = addresses().flatMap((address) => {
    // Within a `nav` it takes a list for one in any case.
    const inNav = new Set(all(page(address), hasTag('nav')).flatMap((nav) => all(nav, isList)));
    return all(page(address), isList)
      .filter((list) => attribute(list, 'role') !== 'list' && !inNav.has(list))
      .map((list) => `${address} ${attribute(list, 'class') ?? text(list).trim().slice(0, 20)}`);
  });
  expect(silent).toEqual([]);
});
