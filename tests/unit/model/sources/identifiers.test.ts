/** Identifiers pass their own checks, and arrive in every form that has a place for them. */

import { expect, test } from 'vitest';
import type { Element } from 'xast';
import { toBiblatex } from '../../../../src/exports/bibtex/biblatex.ts';
import { toBibtex } from '../../../../src/exports/bibtex/bibtex.ts';
import { cslItemSchema, toCsl } from '../../../../src/exports/csl-json.ts';
import { toCoins } from '../../../../src/exports/metadata/coins.ts';
import { workNode } from '../../../../src/exports/metadata/json-ld-works.ts';
import { toRis } from '../../../../src/exports/ris.ts';
import { biblStruct } from '../../../../src/exports/tei/sources.ts';
import { xmlDocument } from '../../../../src/exports/xml.ts';
import {
  type Identifier,
  identifierFault,
  identifierUrl,
  workIdentifiersSchema,
} from '../../../../src/model/sources/identifiers.ts';
import type { Source, SourceData } from '../../../../src/model/sources/source.ts';
import { source } from './source.ts';

// Of the standards' own examples and of works that this text does not cite.
test.each([
  ['doi', '10.1000/182'],
  ['doi', '10.1002/(SICI)1097-4571(199806)49:8'],
  ['isbn', '0-306-40615-2'],
  ['isbn', '080442957X'],
  ['isbn', '978-0-306-40615-7'],
  ['isbn', '9789570000009'],
  ['issn', '0317-8471'],
  ['issn', '2434-561X'],
  ['pmid', '12345678'],
  ['wikidata', 'Q42'],
  ['viaf', '102333412'],
  ['orcid', '0000-0002-1825-0097'],
  ['orcid', '0000-0002-1694-233X'],
] as const)('%s %s is one', (type, value) => {
  expect(identifierFault(type, value)).toBeUndefined();
});

test.each([
  ['doi', 'doi:10.1000/182', 'stands alone'],
  ['doi', '10.1000/182.', 'without a point after it'],
  ['doi', '10.1000', 'has a slash'],
  ['isbn', '0-306-40615-3', 'should be 2'],
  ['isbn', '9780306406158', 'should be 7'],
  ['isbn', '977-0-306-40615-7', '978 or 979'],
  ['isbn', '0--306406152', 'hyphens may part them'],
  ['issn', '03178471', 'is written 1234-5679'],
  ['issn', '0317-8472', 'should be 1'],
  ['pmid', '012', 'a PMID is a number'],
  ['wikidata', 'q42', 'Q and a number'],
  ['viaf', 'viaf/1', 'without its address'],
  ['orcid', 'https://orcid.org/0000-0002-1825-0097', 'without its address'],
  ['orcid', '0000-0002-1825-009X', 'should be 7'],
] as const)('%s %s is none', (type, value, says) => {
  expect(identifierFault(type, value)).toContain(says);
});

test('the day is one, in quotation marks or not', () => {
  const of = (when: unknown) =>
    workIdentifiersSchema.parse([{ type: 'doi', value: '10.1000/182', by: 'x', when }])[0]?.when;
  expect([of('2026-11-28'), of(new Date('2026-11-28')), of(undefined)]).toEqual([
    '2026-11-28',
    '2026-11-28',
    undefined,
  ]);
  expect(() => of('28.11.2026')).toThrow();
});

test('a DOI keeps its slash in an address, and loses what would end it', () => {
  expect(identifierUrl({ type: 'doi', value: '10.1002/a#b<c>/d' })).toBe(
    'https://doi.org/10.1002/a%23b%3Cc%3E/d',
  );
  expect(identifierUrl({ type: 'isbn', value: '0-306-40615-2' })).toMatch(/bn:0306406152$/u);
});

const by = '林小舟';
const found = (
  ...all: [Identifier<'doi' | 'isbn' | 'issn' | 'pmid' | 'wikidata'>['type'], string][]
) => all.map(([type, value]) => ({ type, value, by }));
const article = (data: Partial<SourceData> = {}): Source => ({
  id: 'lamp',
  ...source({
    title: 'Lamps',
    'container-title': 'River Quarterly',
    identifiers: found(
      ['doi', '10.5555/a_b'],
      ['issn', '0317-8471'],
      ['pmid', '123'],
      ['wikidata', 'Q42'],
    ),
    ...data,
  }),
});
const book = (data: Partial<SourceData> = {}): Source =>
  article({
    type: 'book',
    kind: 'book',
    'container-title': undefined,
    author: [{ family: 'Reed', given: 'Ann' }],
    identifiers: found(['isbn', '0-306-40615-2'], ['doi', '10.5555/b']),
    ...data,
  });

test('CSL-JSON has its variables, and who found them', () => {
  const item = toCsl(article());
  expect(item).toMatchObject({ DOI: '10.5555/a_b', ISSN: '0317-8471', PMID: '123' });
  expect(item.custom.identifiers).toContainEqual({ type: 'wikidata', value: 'Q42', by });
  expect(toCsl(book())).toMatchObject({ ISBN: '0-306-40615-2' });
  expect(() => cslItemSchema.parse(item)).not.toThrow();
  expect(toCsl(book({ identifiers: [] })).custom).not.toHaveProperty('identifiers');
});

test('RIS has DO, SN and AN', () => {
  const lines = toRis([article()]).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining(['DO  - 10.5555/a_b', 'SN  - 0317-8471', 'AN  - 123']),
  );
  expect(toRis([book()])).toContain('SN  - 0-306-40615-2\r\n');
});

test('both .bib dialects have them as each knows them', () => {
  expect(toBibtex([article()])).toMatch(
    /doi = \{10\.5555\/a_b\},\n {2}issn = \{0317-8471\},\n {2}pmid = \{123\}/u,
  );
  const modern = toBiblatex([article()]);
  expect(modern).toContain('doi = {10.5555/a_b}');
  expect(modern).toContain('issn = {0317-8471}');
  expect(modern).toMatch(/eprint = \{123\},\n {2}eprinttype = \{pubmed\}/u);
  expect(toBiblatex([book()])).toContain('isbn = {0-306-40615-2}');
  // The data model of biblatex has no ISBN of a report: it is noted.
  const report = toBiblatex([book({ type: 'report', publisher: 'Lamp' })]);
  expect(report).toContain('note = {ISBN 0-306-40615-2}');
  expect(report).not.toContain('isbn =');
});

test('COinS names the DOI first, as Zotero takes the first', () => {
  const pairs = new URLSearchParams(toCoins(article({ URL: 'https://lamp.example/' })));
  expect(pairs.getAll('rft_id')).toEqual([
    'info:doi/10.5555/a_b',
    'info:pmid/123',
    'https://lamp.example/',
  ]);
  expect(pairs.get('rft.issn')).toBe('0317-8471');
  expect(new URLSearchParams(toCoins(book())).get('rft.isbn')).toBe('0-306-40615-2');
});

test('schema.org has the work elsewhere, and the ISSN of its journal', () => {
  const node = workNode(article(), { origin: undefined, base: '' });
  expect(node['sameAs']).toEqual([
    'https://doi.org/10.5555/a_b',
    'https://pubmed.ncbi.nlm.nih.gov/123/',
    'https://www.wikidata.org/wiki/Q42',
  ]);
  expect(node['isPartOf']).toMatchObject({ name: 'River Quarterly', issn: '0317-8471' });
  expect(node['identifier']).toContainEqual({
    '@type': 'PropertyValue',
    propertyID: 'DOI',
    value: '10.5555/a_b',
  });
  expect(workNode(book(), { origin: undefined, base: '' })['isbn']).toBe('0-306-40615-2');
});

test('TEI has an article’s own in analytic, and its journal’s in monogr', () => {
  const xml = xmlDocument(biblStruct(article()) as Element);
  expect(xml).toMatch(/<analytic>.*<idno type="DOI">10\.5555\/a_b<\/idno>.*<\/analytic>/su);
  expect(xml).toMatch(/<monogr>.*<idno type="ISSN">0317-8471<\/idno>.*<\/monogr>/su);
  expect(xml).toContain('<note type="identifier" subtype="doi">林小舟</note>');
});
