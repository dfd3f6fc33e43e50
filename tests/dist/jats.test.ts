/** chapter.jats.xml: valid JATS whose text is the printed text, whose marks lead to their notes and whose citations lead to their sources. */
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

const FILE = join(DIST, 'downloads/chapter.jats.xml');
const xml = readFileSync(FILE, 'utf8');
const jats = readXml(xml);
const one = (name: string, within: XmlNode = jats): XmlElement => only(name, within);

const folder = temporary();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jing = commandOf('jing');
const pandoc = commandOf('pandoc');
const SCHEMA = schema('JATS-archiving.rng');

/** The text of nodes as pieces; a mark is its number, and the labels of notes are left out. */
function pieces(node: XmlNode): Piece[] {
  if (!isElement(node)) return [{ text: node }];
  const { name, attributes, children } = node;
  if (name === 'label') return [];
  if (name === 'target') return [{ page: Number(attributes['specific-use']) }];
  if (attributes['ref-type'] === 'fn') return [{ mark: Number(attributes['rid']?.slice(2)) }];
  return children.flatMap(pieces);
}

function difference(document: XmlElement): string {
  const notes = new Map(
    elements(document, named('fn')).map((fn) => [
      Number(fn.attributes['id']?.slice(2)),
      pieces(fn),
    ]),
  );
  const text = pieces(one('body', document));
  return firstDifference(stream(piecesByPage(text), notePieces(text, notes), heads));
}

test.skipIf(!jing || !SCHEMA)(
  'it is valid JATS (left out where jing or the schema is not at hand)',
  { timeout: 60_000 },
  () => {
    const { status, stdout } = run(jing ?? [], [SCHEMA ?? '', FILE]);
    expect(stdout).toBe('');
    expect(status).toBe(0);
    const spoiled = join(folder, 'spoiled.xml');
    writeFileSync(spoiled, xml.replace('<fn-group', '<fn-list').replace('/fn-group', '/fn-list'));
    expect(run(jing ?? [], [SCHEMA ?? '', spoiled]).status).not.toBe(0);
  },
);

describe('its text', () => {
  test('is the source, character for character, pages and notes included', () => {
    expect(difference(jats)).toBe('none');
  });

  test.each([
    ['a character is changed', /撒離/u, '撤離'],
    [
      'a page break moves by one character',
      /(利)(<target [^>]*specific-use="66"[^>]*><\/target>)/u,
      '$2$1',
    ],
    ['a mark moves by one character', /(。)(<xref [^>]*rid="fn43".*?<\/xref>)/u, '$2$1'],
    ['a note loses a word', 'Ibid., p.', 'Ibid, p.'],
  ])('would not pass when %s', (_, what, by) => {
    const moved = xml.replace(what, by);
    expect(moved).not.toBe(xml);
    expect(difference(readXml(moved))).not.toBe('none');
  });
});

test('has our ids, each once, and every reference inside it leads to one', () => {
  const ids = elements(jats, (e) => 'id' in e.attributes).map((e) => e.attributes['id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const page of PAGES) expect(ids).toContain(`p${page.match(/\d+/u)?.[0]}`);
  for (const id of ['s4-2-1-1', 's4-2-1-1-p3', 'table-3-1', 'fn43', 'fnref43', 'niksch-1981'])
    expect(ids).toContain(id);
  const inside = elements(jats, (e) => 'rid' in e.attributes).map((e) => e.attributes['rid']);
  expect(inside.length).toBeGreaterThan(230);
  expect(inside.filter((to) => !ids.includes(to))).toEqual([]);
});

test('the notes cite what notes.json says, and what leads nowhere says so', () => {
  const json = JSON.parse(readFileSync(join(DIST, 'downloads/notes.json'), 'utf8')) as {
    text: string;
    mark?: string;
    citations: { source: string; form: string }[];
    unresolved: unknown[];
  }[];
  const notes = elements(jats, named('fn'));
  expect(notes.map(({ attributes }) => attributes['id'])).toEqual(NOTES.map((n) => `fn${n}`));
  for (const [i, note] of notes.entries()) {
    const cited = elements(note, (e) => e.attributes['content-type'] === 'citation').map(
      ({ attributes }) => attributes,
    );
    const found = cited.filter(({ rid }) => rid);
    expect(found.map((a) => ({ source: a['rid'], form: a['specific-use'] }))).toEqual(
      json[i]?.citations.map(({ source, form }) => ({ source, form })),
    );
    expect(cited.length - found.length).toBe(json[i]?.unresolved.length);
    expect(textOf(one('p', note)).trim()).toBe(json[i]?.text);
  }
});

test('emendations have their corrections, and say where they are doubtful, as emendations.json does', () => {
  const json = JSON.parse(readFileSync(join(DIST, 'downloads/emendations.json'), 'utf8')) as {
    emendations: { id: string; correction: string | null; certainty: string }[];
  };
  const found = elements(jats, (e) => e.attributes['content-type'] === 'emendation');
  const said = new Map(
    found.map(({ attributes: a }) => [
      a['id'],
      [a['alt'] ?? null, a['specific-use'] ?? 'sure'] as const,
    ]),
  );
  expect(said.size).toBe(json.emendations.length);
  for (const { id, correction, certainty } of json.emendations)
    expect(said.get(id), id).toEqual([correction, certainty]);
});

test('lists every source, and what the chapter is a part of', () => {
  const works = elements(one('ref-list'), named('ref'));
  expect(works.map(({ attributes }) => attributes['id']).sort()).toEqual([...SOURCES].sort());
  const thesis = one('related-object');
  expect(thesis.attributes['xlink:href']).toContain('140.119/33717');
  expect(textOf(thesis)).toContain('國立政治大學碩士論文');
  expect([textOf(one('fpage', one('front'))), textOf(one('lpage', one('front')))]).toEqual([
    '42',
    '83',
  ]);
  expect(textOf(one('license-p'))).toContain('著作權屬作者所有');
});

test.skipIf(!pandoc)('pandoc reads all of it (left out where it is not installed)', () => {
  const read = run(pandoc ?? [], ['-f', 'jats', '-t', 'plain', '--wrap=none', FILE]);
  expect(read.status).toBe(0);
  const bare = (words: string) => words.replace(/[\s*_]+/gu, '');
  const words = bare(read.stdout);
  const paragraphs = elements(one('body'), named('p')).filter(
    (p) => elements(p, named('xref')).length === 0,
  );
  expect(paragraphs.length).toBeGreaterThan(40);
  expect(paragraphs.filter((p) => !words.includes(bare(textOf(p)))).map((p) => textOf(p))).toEqual(
    [],
  );
  const notes = elements(jats, named('fn')).map((fn) => textOf(one('p', fn)));
  expect(notes.filter((note) => !words.includes(bare(note)))).toEqual([]);
});
