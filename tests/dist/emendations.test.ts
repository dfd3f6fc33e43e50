/** The emendations on the built site: each emendation marked where it is printed, in the list, in TEI and in JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  addresses,
  all,
  attribute,
  DIST,
  type Element,
  hasId,
  html,
  NOTES,
  one,
  PAGES,
  page,
  ROOT,
  SECTIONS,
  text,
} from './site.ts';
import { elements, named, readXml, textOf } from './xml.ts';

interface Entry {
  id: string;
  at: string;
  printed: string;
  correction?: string;
  certainty: string;
  reason: string;
}
const content = (file: string) =>
  parse(readFileSync(join(ROOT, 'content', file), 'utf8')) as Entry[];
const entries = content('emendations.yaml');
const figures = content('editor-notes.yaml');
const download = (file: string) => readFileSync(join(DIST, 'downloads', file), 'utf8');
const squeezed = (s: string) => s.replace(/\s+/gu, '');
const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();

const emendationOf = (e: Element) => attribute(e, 'data-emendation');
const emendationsOn = (address: string) => all(page(address), (e) => emendationOf(e) !== undefined);
const inNotes = entries.filter(({ at }) => at.startsWith('fn'));

describe('each emendation is marked, once, with its printed reading', () => {
  test.each<[string, string[], Entry[]]>([
    ['/sections/*', SECTIONS, entries],
    ['/chapter/', ['/chapter/'], entries],
    ['/pages/*', PAGES, entries],
    ['/notes/', ['/notes/'], inNotes],
    ['/notes/*', NOTES.map((n) => `/notes/${n}/`), inNotes],
  ])('on %s', (_, view, expected) => {
    const found = view.flatMap(emendationsOn);
    expect(found.map(emendationOf).sort()).toEqual(ids(expected));
    for (const element of found) {
      const entry = entries.find(({ id }) => id === emendationOf(element));
      expect(squeezed(text(element)), entry?.id).toBe(squeezed(entry?.printed ?? ''));
      expect(element.attrs.map(({ name }) => name)).toEqual(['data-emendation']);
    }
  });

  test('at its place: inside the element whose id it names', () => {
    for (const { id, at } of entries) {
      const place = one(page('/chapter/'), hasId(at));
      expect(
        all(place, (e) => emendationOf(e) === id),
        id,
      ).toHaveLength(1);
    }
  });
});

describe('/emendations/', () => {
  const list = page('/emendations/');

  test('has every emendation and every computed figure, with its id', () => {
    for (const { id, reason } of entries)
      expect(squeezed(text(one(list, hasId(id)))), id).toContain(squeezed(reason));
    for (const { id } of figures) expect(all(list, hasId(id))).toHaveLength(1);
  });

  test('leads from each to its place, and says which are doubtful', () => {
    for (const { id, at, certainty } of entries) {
      const item = one(list, hasId(id));
      const to = all(item, (e) => (attribute(e, 'href') ?? '').endsWith(`#${at}`));
      expect(to, id).toHaveLength(1);
      expect(text(item).includes('存疑'), id).toBe(certainty === 'doubtful');
    }
  });

  test('counts them', () => {
    const sure = entries.filter((e) => e.certainty === 'sure').length;
    expect(squeezed(text(list))).toContain(
      `共${entries.length}處：確定${sure}處，存疑${entries.length - sure}處`,
    );
  });

  test('sets formulas as MathML alone, without styles, fonts or errors', () => {
    const source = html('/emendations/');
    expect(source.match(/<math\b/gu)?.length).toBeGreaterThan(20);
    expect(source).not.toMatch(/katex-error|katex-html|\sstyle="|@font-face[^}]*KaTeX/u);
  });

  test('is led to from the sections, the page about the site, and the notes that have emendations', () => {
    const leads = (address: string) => html(address).includes('href="/emendations/');
    const from = [...SECTIONS, '/about/', ...inNotes.map(({ at }) => `/notes/${at.slice(2)}/`)];
    for (const address of from) expect(leads(address), address).toBe(true);
    expect(addresses()).toContain('/emendations/');
  });
});

test('chapter.xml has every emendation in sic, and every correction in corr', () => {
  const tei = readXml(download('chapter.xml'));
  const corrected = entries.filter((e) => e.correction !== undefined);
  const choices = elements(tei, named('choice'));
  expect(choices.map((c) => c.attributes['xml:id'] ?? '').sort()).toEqual(ids(corrected));
  expect(elements(tei, named('sic'))).toHaveLength(entries.length);
  for (const choice of choices) {
    const entry = entries.find(({ id }) => id === choice.attributes['xml:id']);
    const [sic, corr] = ['sic', 'corr'].map((name) => elements(choice, named(name))[0]);
    if (!sic || !corr || !entry) throw new Error('a choice lacks sic or corr');
    expect(squeezed(textOf(sic))).toBe(squeezed(entry.printed));
    expect(squeezed(textOf(corr))).toBe(squeezed(entry.correction ?? ''));
    expect(corr.attributes['cert']).toBe(entry.certainty === 'sure' ? 'high' : 'low');
  }
});

test('emendations.json fits its schema, has all entries, and counts characters of the text', () => {
  const data = JSON.parse(download('emendations.json')) as {
    emendations: (Entry & { from: number; to: number })[];
    editorNotes: Entry[];
  };
  const ajv = new Ajv2020();
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(download('schema/emendations.schema.json')));
  expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...data, extra: 1 })).toBe(false);
  expect(ids(data.emendations)).toEqual(ids(entries));
  expect(ids(data.editorNotes)).toEqual(ids(figures));
  const notes = JSON.parse(download('notes.json')) as { number: number; text: string }[];
  for (const { at, from, to, printed } of data.emendations.filter((e) => e.at.startsWith('fn'))) {
    const note = notes.find(({ number }) => `fn${number}` === at);
    expect(squeezed(note?.text.slice(from, to) ?? '')).toBe(squeezed(printed));
  }
});
