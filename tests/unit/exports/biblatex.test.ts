/** BibLaTeX entries of single sources. */
import { expect, test } from 'vitest';
import { toBiblatex } from '../../../src/exports/bibtex/biblatex.ts';
import type { SourceData } from '../../../src/model/sources/source.ts';
import { source } from '../model/sources/source.ts';

const lines = (data: Partial<SourceData>) => toBiblatex([{ id: 'x', ...source(data) }]).split('\n');
const reed = [{ family: 'Reed', given: 'Ann' }];

test.each<[string, Partial<SourceData>, string[]]>([
  [
    'keeps the capital letters of an English title',
    { title: 'The Lamp' },
    ['  title = {{The} {Lamp}},'],
  ],
  ['leaves a Chinese title', { language: 'zh', title: '燈' }, ['  title = {燈},']],
  [
    'escapes what TeX reads',
    { title: 'A & B_{c} 5%' },
    ['  title = {{A} \\& {B\\_\\{c\\}} 5\\%},'],
  ],
  [
    'names the kind of an article',
    { type: 'article-newspaper' },
    ['  entrysubtype = {newspaper},'],
  ],
  [
    'has a site as organization',
    { type: 'webpage', 'container-title': 'Lamps' },
    ['@online{x,', '  organization = {Lamps},'],
  ],
  [
    'has the series of a report as its type',
    { type: 'report', author: reed, 'container-title': 'Papers', publisher: 'Ferry' },
    ['@report{x,', '  type = {Papers},', '  institution = {Ferry},'],
  ],
  [
    'calls a report without one a report',
    { type: 'report', language: 'zh', publisher: '渡口' },
    ['  type = {研究報告},'],
  ],
  [
    'notes the place of a journal',
    { 'container-title': 'Lamps', 'publisher-place': '台北' },
    ['  note = {台北},'],
  ],
  [
    'has a season as an issue, and the date as a plain year',
    { type: 'article-journal', issued: { date: '1999', season: 'summer/fall', printed: 'x' } },
    ['  issue = {Summer–Fall},', '  date = {1999},'],
  ],
  [
    'has a paper in no proceedings as unpublished',
    { type: 'paper-conference', 'event-title': 'Lamps', 'event-place': 'Lyon' },
    ['@unpublished{x,', '  eventtitle = {{Lamps}},', '  venue = {Lyon},'],
  ],
  [
    'has a hearing and who published it',
    { type: 'hearing', publisher: 'Ferry' },
    ['@misc{x,', '  howpublished = {Ferry},'],
  ],
  [
    'has a report of nobody as what is online',
    { type: 'report', 'container-title': 'Papers', URL: 'https://a.example/' },
    ['@online{x,', '  organization = {Papers},'],
  ],
  [
    'leaves no brace without its partner',
    { URL: 'https://a.example/{x' },
    ['  url = {https://a.example/%7Bx},'],
  ],
  [
    'has the reference for a title',
    { title: undefined, author: reed },
    ['  author = {Reed, Ann},'],
  ],
  ['writes a Roman volume in Arabic numerals', { type: 'book', volume: 'IV' }, ['  volume = {4},']],
  [
    'calls a book without an author and with an editor a collection',
    { type: 'book', editor: reed },
    ['@collection{x,', '  editor = {Reed, Ann},'],
  ],
  [
    'calls a chapter of a book by an author inbook',
    { type: 'chapter', 'container-author': reed },
    ['@inbook{x,', '  bookauthor = {Reed, Ann},'],
  ],
])('%s', (_, data, expected) => {
  expect(lines(data)).toEqual(expect.arrayContaining(expected));
});
