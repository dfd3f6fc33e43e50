/** chapter.xml: valid TEI P5 whose text is the printed text, and whose citations lead to their sources. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stream } from './printed.ts';
import { DIST, NOTES, PAGES, SOURCES } from './site.ts';
import { firstDifference, heads, notePieces, type Piece, piecesByPage } from './source-text.ts';
import { commandOf, run, schema, temporary } from './tools.ts';
import {
  elements,
  isElement,
  named,
  only,
  readXml,
  textOf,
  type XmlElement,
  type XmlNode,
} from './xml.ts';

const FILE = join(DIST, 'downloads/chapter.xml');
const xml = readFileSync(FILE, 'utf8');
const tei = readXml(xml);
const one = (name: string, within: XmlNode = tei): XmlElement => only(name, within);
const isNote = ({ name, attributes }: XmlElement) =>
  name === 'note' && attributes['place'] === 'foot';

const folder = temporary();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jing = commandOf('jing');
const TEI_ALL = schema('tei_all.rng');

/** The text of nodes as pieces; a note is its mark, and its words are kept apart. */
function pieces(node: XmlNode, notes: Map<number, Piece[]>): Piece[] {
  if (!isElement(node)) return [{ text: node }];
  // What is printed is the error; its correction is ours.
  if (node.name === 'corr') return [];
  const inside = node.children.flatMap((child) => pieces(child, notes));
  if (node.name === 'pb') return [{ page: Number(node.attributes['n']) }];
  if (!isNote(node)) return inside;
  const number = Number(node.attributes['n']);
  notes.set(number, inside);
  return [{ mark: number }];
}

function difference(document: XmlElement): string {
  const notes = new Map<number, Piece[]>();
  const text = pieces(one('body', document), notes);
  return firstDifference(stream(piecesByPage(text), notePieces(text, notes), heads));
}

describe('chapter.xml', () => {
  test.skipIf(!jing || !TEI_ALL)(
    'is valid against tei_all (left out where jing or the schema is not at hand)',
    { timeout: 120_000 },
    () => {
      const { status, stdout } = run(jing ?? [], [TEI_ALL ?? '', FILE]);
      expect(stdout).toBe('');
      expect(status).toBe(0);
      const spoiled = join(folder, 'spoiled.xml');
      writeFileSync(spoiled, xml.replace('<citedRange unit=', '<citedRange kind='));
      expect(run(jing ?? [], [TEI_ALL ?? '', spoiled]).status).not.toBe(0);
    },
  );

  test('gives the source back, character for character, pages and notes included', () => {
    expect(difference(tei)).toBe('none');
  });

  test.each([
    ['a character is changed', /撒離/u, '撤離'],
    ['a page break moves by one character', /(利)(<pb n="66"[^>]*><\/pb>)/u, '$2$1'],
    ['a note moves by one character', /(。)(<note place="foot"[^>]*n="43".*?<\/note>)/u, '$2$1'],
    ['a note loses a word', 'Ibid., p.', 'Ibid, p.'],
  ])('would not pass when %s', (_, what, by) => {
    const moved = xml.replace(what, by);
    expect(moved).not.toBe(xml);
    expect(difference(readXml(moved))).not.toBe('none');
  });

  test('has our ids, each once, and every pointer inside it leads to one', () => {
    const ids = elements(tei, (e) => 'xml:id' in e.attributes).map((e) => e.attributes['xml:id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const page of PAGES) expect(ids).toContain(`p${page.match(/\d+/u)?.[0]}`);
    for (const id of ['s4-2-1-1', 's4-2-1-1-p3', 'table-3-1', 'fn43', 'niksch-1981'])
      expect(ids).toContain(id);
    const pointers = elements(tei, () => true).flatMap(({ attributes }) =>
      ['target', 'corresp', 'source'].flatMap((key) => attributes[key] ?? []),
    );
    const inside = pointers.filter((to) => to.startsWith('#'));
    expect(inside.length).toBeGreaterThan(130);
    expect(inside.filter((to) => !ids.includes(to.slice(1)))).toEqual([]);
  });

  test('has the notes at their marks, and what they cite as in notes.json', () => {
    const notes = elements(one('body'), isNote);
    expect(notes.map((note) => Number(note.attributes['n']))).toEqual(NOTES);
    const json = JSON.parse(readFileSync(join(DIST, 'downloads/notes.json'), 'utf8')) as {
      text: string;
      citations: { source: string; form: string; locator: { value: string } | null }[];
      unresolved: { form: string; reason: string }[];
    }[];
    for (const [i, note] of notes.entries()) {
      const bibls = elements(note, named('bibl'));
      const cited = bibls.filter((b) => b.attributes['corresp']);
      expect(
        cited.map((b) => ({
          source: b.attributes['corresp']?.slice(1),
          form: b.attributes['type'],
          range: elements(b, named('citedRange')).map((r) =>
            [...new Set([r.attributes['from'], r.attributes['to']])].join('-'),
          ),
        })),
      ).toEqual(
        json[i]?.citations.map(({ source, form, locator }) => ({
          source,
          form,
          range: locator ? [locator.value.replace(/\s+/gu, '')] : [],
        })),
      );
      const open = bibls.filter((b) => !b.attributes['corresp']);
      expect(open.map((b) => [b.attributes['type'], b.attributes['subtype']])).toEqual(
        json[i]?.unresolved.map(({ form, reason }) => [form, reason]),
      );
      expect(open.every((b) => b.attributes['cert'] === 'unknown')).toBe(true);
      expect(textOf(note, named('corr')).trim()).toBe(json[i]?.text);
    }
  });

  test('lists every source, with the title and the printed date that the notes give', () => {
    const works = elements(one('back'), named('biblStruct'));
    expect(works.map((w) => w.attributes['xml:id']).sort()).toEqual([...SOURCES].sort());
    const niksch = works.find((w) => w.attributes['xml:id'] === 'niksch-1981');
    expect(niksch && textOf(niksch)).toContain('U.S. Troop Withdrawal from South Korea');
    expect(niksch && elements(niksch, named('date'))[0]?.attributes).toEqual({ when: '1981-03' });
  });

  test('says whose it is, what it was made from and how, and bears no date of its building', () => {
    const header = one('teiHeader');
    expect(textOf(one('availability', header))).toContain('著作權屬作者所有');
    expect(textOf(one('sourceDesc', header))).toContain('140.119/33717');
    expect(textOf(one('editorialDecl', header))).toMatch(/NFC.*空白.*換頁/su);
    expect(elements(header, named('citeStructure')).map((e) => e.attributes['unit'])).toEqual([
      'section',
      'subsection',
      'subsubsection',
      'item',
      'page',
    ]);
    expect(one('change', header).attributes['when']).toBe('2026-11-23');
  });

  /**
   * TEI Stylesheets 7.58 number a note to which a `ptr` leads by counting all `note`s from the
   * beginning of the file, print a name and a date at one that leads to a work, and take the
   * language of the page from the root.
   */
  test('has nothing by which programs miscount its notes, print pointers as words or miss its language', () => {
    const all = elements(tei, named('note'));
    expect(all.slice(0, NOTES.length).map((note) => note.attributes['n'])).toEqual(
      NOTES.map(String),
    );
    const notes = elements(one('body'), isNote).map((note) => `#${note.attributes['xml:id']}`);
    const pointers = elements(one('body'), named('ptr')).map((ptr) => ptr.attributes['target']);
    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((target) => !notes.includes(target ?? ''))).toEqual([]);
    expect(tei.attributes['xml:lang']).toBe('zh-Hant-TW');
    // What those notes and pointers said is said elsewhere.
    const header = one('teiHeader');
    expect(textOf(one('creation', header))).toMatch(/2004 年.*2005 年/u);
    expect(textOf(one('term', header))).toBe('碩士論文');
    const seenIn = elements(one('body'), (e) => 'source' in e.attributes);
    expect(seenIn.map((e) => e.attributes['source'])).toContain('#lu-junyuan-1996');
  });

  test('wraps the printed page in citedRange wherever the note prints it with its label', () => {
    const empty = elements(one('body'), named('citedRange')).filter((e) => textOf(e) === '');
    expect(empty).toEqual([]);
  });
});
