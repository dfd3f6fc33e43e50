/** chapter.docx and the sections as Word files: the printed text with real footnotes, read out of the file itself and by other programs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { stream } from './printed.ts';
import { DIST, NOTES, PAGES, SECTIONS } from './site.ts';
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

const FILE = join(DIST, 'downloads/chapter.docx');
const OURS = '校記（本站所加）';
const soffice = commandOf('soffice');
const folder = mkdtempSync(join(tmpdir(), 'zhangju-docx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parts = (file: string) => unzipSync(readFileSync(file));
const part = (file: string, name: string): XmlElement =>
  readXml(strFromU8(parts(file)[name] ?? new Uint8Array()));

/** A printed page whose bookmark this is (LibreOffice renames those in notes); undefined for other elements. */
const pageOf = (name: string | undefined): number | undefined => {
  const number = /^(?:fn\d+_)?p(\d+)(?: Copy \d+)?$/u.exec(name ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

/** The paragraphs that are printed: from the first heading to the list of emendations. */
function printed(paragraphs: XmlElement[], isHeading: (p: XmlElement) => boolean): XmlElement[] {
  const first = paragraphs.findIndex(isHeading);
  const last = paragraphs.findIndex((p) => textOf(p) === OURS);
  return paragraphs.slice(first, last < 0 ? undefined : last);
}

function wordPieces(node: XmlNode): Piece[] {
  if (!isElement(node)) return [];
  const { name, attributes, children } = node;
  if (name === 'w:t') return [{ text: textOf(node) }];
  if (name === 'w:footnoteReference') return [{ mark: Number(attributes['w:id']) }];
  const page = name === 'w:bookmarkStart' ? pageOf(attributes['w:name']) : undefined;
  return page === undefined ? children.flatMap(wordPieces) : [{ page }];
}

const difference = (text: Piece[], notes: Map<number, Piece[]>) =>
  firstDifference(stream(piecesByPage(text), notePieces(text, notes), heads));

describe('chapter.docx', () => {
  const document = part(FILE, 'word/document.xml');
  const paragraphs = elements(document, named('w:p'));
  const styleOf = (p: XmlElement) => elements(p, named('w:pStyle'))[0]?.attributes['w:val'] ?? '';

  test('gives the source back, character for character, pages and notes included', () => {
    const text = printed(paragraphs, (p) => styleOf(p) === 'Heading1').flatMap(wordPieces);
    const notes = new Map(
      elements(part(FILE, 'word/footnotes.xml'), named('w:footnote'))
        .filter(({ attributes }) => Number(attributes['w:id']) > 0)
        // The distance between the mark and its note.
        .map((note) => [Number(note.attributes['w:id']), wordPieces(note).slice(1)]),
    );
    expect([...notes.keys()]).toEqual(NOTES);
    expect(difference(text, notes)).toBe('none');
  });

  test('has headings, tables whose first row is repeated, and a bookmark for every block and page', () => {
    expect(paragraphs.filter((p) => styleOf(p) === 'Heading2').map((p) => textOf(p))).toHaveLength(
      6,
    );
    const tables = elements(document, named('w:tbl'));
    expect(tables).toHaveLength(2);
    for (const table of tables) expect(elements(table, named('w:tblHeader'))).toHaveLength(1);
    const names = elements(document, named('w:bookmarkStart')).map((b) => b.attributes['w:name']);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['s4_2_1_1_p3', 'table_3_1', 'fnref43', 'p57']));
    expect(names.filter((name) => /^p\d+$/u.test(name ?? ''))).toHaveLength(PAGES.length);
  });

  test('is set as Chinese of Taiwan, and says in a list what was found amiss', () => {
    const defaults = elements(part(FILE, 'word/styles.xml'), named('w:rPrDefault'))[0];
    const lang = defaults && elements(defaults, named('w:lang'))[0];
    expect(lang?.attributes['w:eastAsia']).toBe('zh-TW');
    const from = paragraphs.findIndex((p) => textOf(p) === OURS);
    const emendations = JSON.parse(
      readFileSync(join(DIST, 'downloads/emendations.json'), 'utf8'),
    ) as { emendations: unknown[] };
    expect(paragraphs.slice(from + 1)).toHaveLength(emendations.emendations.length);
    expect(paragraphs.slice(from + 1).map((p) => textOf(p))).toContainEqual(
      expect.stringMatching(/^頁 43　?「l947」校正：1947。/u),
    );
  });

  test.skipIf(!soffice)(
    'LibreOffice gives the text back, character for character (left out where it is not installed)',
    { timeout: 120_000 },
    () => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, FILE];
      expect(run(soffice ?? [], args).status).toBe(0);
      const odt = readXml(readFileSync(join(folder, 'chapter.fodt'), 'utf8'));
      const notes = new Map<number, Piece[]>();
      const read = (node: XmlNode): Piece[] => {
        if (!isElement(node)) return [{ text: node }];
        const { name, attributes, children } = node;
        if (name === 'text:s') return [{ text: ' '.repeat(Number(attributes['text:c'] ?? 1)) }];
        if (name === 'text:note') {
          const [citation, body] = ['text:note-citation', 'text:note-body'].map(
            (part) => elements(node, named(part))[0],
          );
          const mark = Number(citation && textOf(citation));
          const words = body ? elements(body, named('text:p')).flatMap(read) : [];
          notes.set(mark, words);
          return [{ mark }];
        }
        const page =
          name.startsWith('text:bookmark') && !name.endsWith('-end')
            ? pageOf(attributes['text:name'])
            : undefined;
        return page === undefined ? children.flatMap(read) : [{ page }];
      };
      const [body] = elements(odt, named('office:text'));
      const isText = ({ name }: XmlElement) => name === 'text:p' || name === 'text:h';
      const all = body ? elements(body, isText) : [];
      // Those of notes come with their marks.
      const inNotes = new Set(
        elements(body ?? odt, named('text:note')).flatMap((n) => elements(n, isText)),
      );
      const own = printed(
        all.filter((p) => !inNotes.has(p)),
        ({ name }) => name === 'text:h',
      );
      const text = own.flatMap(read);
      for (const words of notes.values())
        if (words[0] && 'text' in words[0]) words[0].text = words[0].text.replace(/^ /u, '');
      expect(notes.size).toBe(NOTES.length);
      expect(difference(text, notes)).toBe('none');
    },
  );
});

test('each section is a file of its own, whose notes begin with their printed number', () => {
  const all = SECTIONS.map((path) => join(DIST, path, 'section.docx'));
  const starts = all.map(
    (file) =>
      elements(part(file, 'word/document.xml'), named('w:numStart'))[0]?.attributes['w:val'],
  );
  expect(starts).toEqual([undefined, '24', '52', '73', undefined]);
  const counts = all.map(
    (file) => elements(part(file, 'word/document.xml'), named('w:footnoteReference')).length,
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(NOTES.length);
});
