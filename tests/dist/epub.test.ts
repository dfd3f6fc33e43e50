/** chapter.epub: what epubcheck says, what a reading system needs, and that its text is the printed text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { stream } from './printed.ts';
import { DIST, NOTES, PAGES, SOURCES } from './site.ts';
import { firstDifference, heads, notePieces, type Piece, piecesByPage } from './source-text.ts';
import { commandOf, run } from './tools.ts';
import {
  elements,
  isElement,
  named,
  readXml,
  textOf,
  type XmlElement,
  type XmlNode,
} from './xml.ts';

const FILE = join(DIST, 'downloads/chapter.epub');
const bytes = readFileSync(FILE);
const files = unzipSync(bytes);
const document = (name: string) => readXml(strFromU8(files[`EPUB/${name}`] ?? new Uint8Array()));
const SECTIONS = [1, 2, 3, 4, 5].map((n) => `section-${n}.xhtml`);
const typed = (type: string) => (e: XmlElement) => e.attributes['epub:type'] === type;
const one = (node: XmlNode, test: (e: XmlElement) => boolean): XmlElement => {
  const found = elements(node, test);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements`);
  return found[0];
};

const epubcheck = commandOf('epubcheck');

test.skipIf(!epubcheck)(
  'epubcheck has neither errors nor warnings (left out where it is not installed)',
  { timeout: 120_000 },
  () => {
    const { status, output } = run(epubcheck ?? [], ['--failonwarnings', FILE]);
    expect(output).toMatch(/0 fatals \/ 0 errors \/ 0 warnings/u);
    expect(status).toBe(0);
  },
);

describe('the rules of EPUBCheck 5, in its port to TypeScript', () => {
  const messages = async (epub: Uint8Array) =>
    (await EpubCheck.validate(epub)).messages.map(({ id, message }) => `${id} ${message}`);

  test('find nothing at all', async () => {
    expect(await messages(bytes)).toEqual([]);
  });

  test('would find a cover that no link reaches, which version 4 does not know', async () => {
    const nav = strFromU8(files['EPUB/nav.xhtml'] ?? new Uint8Array());
    const spoilt = nav.replace(/<li>\s*<a [^>]*href="cover\.xhtml"[^>]*>.*?<\/li>/su, '');
    expect(spoilt).not.toBe(nav);
    const { mimetype = new Uint8Array(), ...others } = files;
    const epub = zipSync({
      mimetype: [mimetype, { level: 0 }],
      ...others,
      'EPUB/nav.xhtml': strToU8(spoilt),
    });
    expect((await messages(epub)).join()).toContain('OPF-096');
  });
});

describe('the archive', () => {
  test('begins with its media type, stored as it is, and says nothing of the clock', () => {
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    // 2026-11-23 00:00:00 in the ZIP's own terms, in every entry.
    const headers = [...bytes.toString('latin1').matchAll(/PK\x03\x04.{6}(.{4})/gsu)];
    expect(headers.length).toBe(Object.keys(files).length);
    for (const [, stamp = ''] of headers)
      expect(Buffer.from(stamp, 'latin1').toString('hex')).toBe('0000775d');
  });
});

/** The text of a section as pieces; its notes apart. */
function pieces(node: XmlNode, notes: Map<number, Piece[]>): Piece[] {
  if (!isElement(node)) return [{ text: node }];
  const { attributes } = node;
  if (attributes['role'] === 'doc-pagebreak') return [{ page: Number(attributes['aria-label']) }];
  if (attributes['role'] === 'doc-noteref')
    return [{ mark: Number(attributes['href']?.replace('#fn', '')) }];
  if (attributes['role'] === 'doc-backlink') return [];
  const inside = node.children.flatMap((child) => pieces(child, notes));
  if (attributes['role'] !== 'doc-footnote') return inside;
  notes.set(Number(attributes['id']?.replace('fn', '')), inside);
  return [];
}

describe('the sections', () => {
  test('give the source back, character for character, pages and marks included', () => {
    const notes = new Map<number, Piece[]>();
    const text = SECTIONS.flatMap((file) => pieces(one(document(file), named('body')), notes));
    expect([...notes.keys()]).toEqual(NOTES);
    const found = stream(piecesByPage(text), notePieces(text, notes), heads);
    expect(firstDifference(found)).toBe('none');
  });

  test('lead from each mark to a note that can pop up in the same file, and back', () => {
    let seen = 0;
    for (const file of SECTIONS) {
      const root = document(file);
      const ids = new Map(
        elements(root, (e) => 'id' in e.attributes).map((e) => [`#${e.attributes['id']}`, e]),
      );
      for (const mark of elements(root, typed('noteref'))) {
        const note = ids.get(mark.attributes['href'] ?? '');
        expect(note?.name).toBe('aside');
        expect(note?.attributes).toMatchObject({ 'epub:type': 'footnote', role: 'doc-footnote' });
        const back = note && elements(note, (e) => e.attributes['role'] === 'doc-backlink')[0];
        expect(ids.get(back?.attributes['href'] ?? '')).toBe(mark);
        seen += 1;
      }
    }
    expect(seen).toBe(NOTES.length);
  });

  test('have headings in order, named tables and no id twice', () => {
    for (const file of SECTIONS) {
      const root = document(file);
      const ids = elements(root, (e) => 'id' in e.attributes).map((e) => e.attributes['id']);
      expect(new Set(ids).size).toBe(ids.length);
      const levels = elements(root, (e) => /^h\d$/u.test(e.name)).map((e) => Number(e.name[1]));
      for (const [i, level] of levels.entries())
        expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 2) + 1);
      for (const table of elements(root, named('table'))) {
        expect(elements(table, named('caption'))).toHaveLength(1);
        expect(elements(table, named('th')).every((e) => e.attributes['scope'] === 'col')).toBe(
          true,
        );
      }
    }
  });
});

const pandoc = commandOf('pandoc');

/** Notes and words, as pandoc's JSON has them. */
interface PandocNode {
  t?: string;
  c?: unknown;
}
const isPandocNode = (node: unknown): node is PandocNode =>
  typeof node === 'object' && node !== null;
const pandocNotes = (node: unknown): PandocNode[] => {
  if (Array.isArray(node)) return node.flatMap(pandocNotes);
  if (!isPandocNode(node)) return [];
  return node.t === 'Note' ? [node] : pandocNotes(node.c);
};
const pandocWords = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(pandocWords).join('');
  if (!isPandocNode(node)) return '';
  return node.t === 'Str' ? String(node.c) : pandocWords(node.c);
};

test.skipIf(!pandoc)(
  'pandoc has all notes as notes, in the printed words (left out where it is not installed)',
  () => {
    const { stdout } = run(pandoc ?? [], ['-f', 'epub', '-t', 'json', FILE]);
    const { blocks } = JSON.parse(stdout) as { blocks: unknown };
    // All that stands under `titlepage` it leaves out.
    expect(pandocWords(blocks)).toContain(
      textOf(one(document('title.xhtml'), typed('abstract'))).trim(),
    );
    const notes = pandocNotes(blocks).map((note) => pandocWords(note.c).replace(/\s/gu, ''));
    const file = readFileSync(join(DIST, 'downloads/notes.json'), 'utf8');
    const printed = (JSON.parse(file) as { text: string }[]).map(({ text }) =>
      text.replace(/\s/gu, ''),
    );
    // Version 2 leaves the number in the note, version 3 takes it out.
    const numbered = (i: number) => `${i + 1}${printed[i]}`;
    expect(notes.map((words, i) => (words === numbered(i) ? printed[i] : words))).toEqual(printed);
  },
);

describe('navigation', () => {
  const nav = document('nav.xhtml');
  const links = (type: string) =>
    elements(
      one(nav, (e) => e.name === 'nav' && typed(type)(e)),
      named('a'),
    );
  const leads = (href = '') => {
    const [file = '', id] = href.split('#');
    return id === undefined
      ? `EPUB/${file}` in files
      : elements(document(file), (e) => e.attributes['id'] === id).length === 1;
  };

  test('lists every printed page, in order, where it begins', () => {
    const numbers = PAGES.map((address) => address.match(/\d+/u)?.[0]);
    const isNote = (a: XmlElement) => textOf(a).includes('註');
    const ofText = links('page-list').filter((a) => !isNote(a));
    expect(ofText.map((a) => textOf(a))).toEqual(numbers);
    expect(ofText.map((a) => a.attributes['href']?.split('#')[1])).toEqual(
      numbers.map((n) => `p${n}`),
    );
    // A note that runs on upon the next page has that page's break once more.
    expect(links('page-list').flatMap((a) => (isNote(a) ? [textOf(a)] : []))).toEqual([
      '64（註 66）',
      '68（註 76）',
    ]);
    const breaks = SECTIONS.flatMap((file) =>
      elements(document(file), typed('pagebreak')).map((e) => `${file}#${e.attributes['id']}`),
    );
    expect(links('page-list').map((a) => a.attributes['href'])).toEqual(breaks);
  });

  test('leads somewhere from every entry', () => {
    for (const type of ['toc', 'page-list', 'landmarks'])
      for (const link of links(type))
        expect(leads(link.attributes['href']), link.attributes['href']).toBe(true);
    expect(links('toc').map((a) => textOf(a))).toContain('（一）朝鮮半島安全環境');
    expect(links('landmarks').map((a) => a.attributes['epub:type'])).toEqual([
      'cover',
      'toc',
      'bodymatter',
      'bibliography',
    ]);
  });
});

test('each emendation leads to its place, those in notes too', () => {
  const entries = elements(document('emendations.xhtml'), named('li'));
  expect(entries.length).toBeGreaterThan(100);
  for (const entry of entries) {
    const [link] = elements(entry, named('a'));
    const [file = '', id] = link?.attributes['href']?.split('#') ?? [];
    expect(
      file && elements(document(file), (e) => e.attributes['id'] === id),
      entry.attributes['id'],
    ).toHaveLength(1);
  }
  const inNote = entries.find((e) => e.attributes['id'] === 'em1');
  expect(inNote && textOf(inNote)).toMatch(/^頁 42，註 \d/u);
});

test('no line of the cover ends within a word, or has no room', () => {
  const lines = elements(document('cover.svg'), named('text'));
  expect(lines.map((e) => textOf(e)).slice(1, 3)).toEqual(['駐韓美軍', '與朝鮮半島安全']);
  for (const line of lines)
    expect(textOf(line).length * Number(line.attributes['font-size'])).toBeLessThanOrEqual(1100);
});

test('no link is told by its colour alone', () => {
  const css = strFromU8(files['EPUB/style.css'] ?? new Uint8Array());
  expect(css).not.toMatch(/text-decoration:\s*none/u);
});

test('everything outside the reading order is reached by a link (EPUBCheck 5, OPF-096)', () => {
  const opf = document('package.opf');
  const idsOut = elements(opf, (e) => e.attributes['linear'] === 'no').map(
    (e) => e.attributes['idref'],
  );
  const out = elements(opf, (e) => e.name === 'item' && idsOut.includes(e.attributes['id']));
  expect(out.map((e) => e.attributes['href'])).toEqual(['cover.xhtml']);
  const reached = elements(document('nav.xhtml'), named('a')).map((a) => a.attributes['href']);
  for (const { attributes } of out) expect(reached).toContain(attributes['href']);
});

describe('the package', () => {
  const opf = document('package.opf');
  const metas = (property: string) =>
    elements(opf, (e) => e.attributes['property'] === property).map((e) => textOf(e));
  const text = (name: string) => elements(opf, named(name)).map((e) => textOf(e));

  test('says what the book is, in both scripts, and from what print its pages are', () => {
    expect(text('dc:title')).toEqual(['第三章　駐韓美軍與朝鮮半島安全']);
    expect(text('dc:creator')).toEqual(['何仁傑']);
    expect(metas('alternate-script')).toEqual(['Ho, Jen-Chieh']);
    expect(text('dc:language')).toEqual(['zh-Hant-TW']);
    expect(text('dc:source')).toEqual(['http://ah.lib.nccu.edu.tw/handle/140.119/33717']);
    expect(metas('source-of')).toEqual(['pagination']);
    expect(metas('dcterms:modified')).toEqual(['2026-11-23T00:00:00Z']);
  });

  test('says how accessible it is', () => {
    expect(metas('schema:accessMode')).toEqual(['textual']);
    expect(metas('schema:accessibilityHazard')).toEqual(['none']);
    for (const feature of [
      'tableOfContents',
      'pageNavigation',
      'readingOrder',
      'structuralNavigation',
    ])
      expect(metas('schema:accessibilityFeature')).toContain(feature);
    expect(metas('schema:accessibilitySummary')[0]).toMatch(/\p{Script=Han}{10}/u);
  });

  test('has all its files, a cover, and every source in the bibliography', () => {
    const listed = elements(opf, named('item')).map((e) => `EPUB/${e.attributes['href']}`);
    expect([...listed, 'mimetype', 'META-INF/container.xml', 'EPUB/package.opf'].sort()).toEqual(
      Object.keys(files).sort(),
    );
    const cover = one(opf, (e) => e.attributes['properties'] === 'cover-image');
    expect(cover.attributes['href']).toBe('cover.svg');
    const ids = elements(document('bibliography.xhtml'), named('li')).map(
      (e) => e.attributes['id'],
    );
    expect(ids.sort()).toEqual([...SOURCES].sort());
  });
});
