/** names.json and names.csv of a small chapter: forms told apart, places that hold the very words. */
import { expect, test } from 'vitest';
import { toJsonLd } from '../../../src/exports/metadata/chapter-json-ld.ts';
import { toNamesCsv } from '../../../src/exports/names-csv.ts';
import { namesFileSchema, toNames } from '../../../src/exports/names-json.ts';
import { publishedAt } from '../../../src/exports/published.ts';
import { namesSchema } from '../../../src/model/names/schema.ts';
import { textOf } from '../../../src/model/text/document.ts';
import { chapterOf, LAMPS } from './chapter.ts';

const chapter = chapterOf({
  body: '守燈人阿水（Ann Reed）在渡口。[^1]渡口{pb 8}學堂。 {#s1-p1}\n\n阿水走了。 {#s1-p2}',
  notes: [{ text: 'Ann Reed，「燈」，渡口報。', citations: [] }],
  sources: { 'reed-1999': LAMPS },
  names: namesSchema.parse([
    {
      id: 'reed',
      name: '阿水',
      kind: 'person',
      other: ['水伯'],
      latin: ['Ann Reed', 'Reed'],
      gloss: '守燈人',
    },
    { id: 'ford', name: '渡口', kind: 'place' },
    { id: 'school', name: '渡口學堂', kind: 'body' },
    { name: '油', kind: 'term', other: ['燈油'] },
  ]),
});

test('a name has its forms, where the text says who it is, and works', () => {
  const [reed] = namesFileSchema.parse(toNames(chapter));
  expect(reed).toMatchObject({
    id: 'reed',
    printed: ['阿水', 'Ann Reed'],
    elsewhere: ['水伯', 'Reed'],
    latin: ['Ann Reed', 'Reed'],
    gloss: '守燈人',
    told: 's1-p1',
    sources: ['reed-1999'],
    count: 4,
  });
});

test('every occurrence is the form at its characters, across marks and pages', () => {
  const texts = new Map([
    ...chapter.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        'inlines' in block ? [[block.id, textOf(block.inlines)] as const] : [],
      ),
    ),
    ...chapter.notes.map((note) => [`fn${note.number}`, textOf(note.inlines)] as const),
  ]);
  const all = toNames(chapter).flatMap(({ id, occurrences }) =>
    occurrences.map(({ at, from, to, form }) => {
      expect(texts.get(at)?.slice(from, to)).toBe(form);
      return `${id} ${at}`;
    }),
  );
  expect(all).toEqual([
    'reed s1-p1',
    'reed s1-p1',
    'reed fn1',
    'reed s1-p2',
    'ford ch2',
    'ford s1',
    'ford s1-p1',
    'ford fn1',
    'school s1-p1',
  ]);
});

test('names that stand in one passage more than once are neighbours', () => {
  expect(toNames(chapter)[0]?.neighbours).toEqual([{ id: 'ford', passages: 2 }]);
});

test('the table has a row a name', () => {
  const [head, first] = toNamesCsv(chapter).split('\r\n');
  expect(head).toBe(
    '\uFEFFid,name,kind,gloss,printed,elsewhere,latin,identifiers,sources,count,places',
  );
  expect(first).toBe(
    'reed,阿水,person,守燈人,阿水; Ann Reed,水伯; Reed,Ann Reed; Reed,,reed-1999,4,s1-p1; fn1; s1-p2',
  );
});

test('the JSON-LD of the chapter says whom each section mentions, the most first', () => {
  const published = publishedAt(new URL('https://example.org'), '/z/');
  const at = (id: string) => `https://example.org/z/names/${id}/`;
  const told = JSON.parse(JSON.stringify(toJsonLd(chapter, published)));
  const [whole, ...nodes] = told['@graph'];
  expect(whole.hasPart[0].mentions).toEqual(
    ['reed', 'ford', 'school'].map((id) => ({ '@id': at(id) })),
  );
  expect(nodes[0]).toEqual({
    '@type': 'Person',
    '@id': at('reed'),
    url: at('reed'),
    name: '阿水',
    alternateName: ['Ann Reed'],
    description: '守燈人',
  });
  expect(nodes.slice(1, 3).map((node: object) => Object.values(node)[0])).toEqual([
    'Place',
    'Organization',
  ]);
  const nameless = JSON.stringify(toJsonLd(chapterOf({ body: '甲。 {#s1-p1}\n' }), published));
  expect(nameless).not.toContain('mentions');
});
