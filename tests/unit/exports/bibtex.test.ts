/** BibTeX entries of single sources. */
import { expect, test } from 'vitest';
import { toBibtex } from '../../../src/exports/bibtex.ts';
import type { SourceData } from '../../../src/model/sources/source.ts';
import { source } from '../model/sources/source.ts';

const lines = (data: Partial<SourceData>) => toBibtex([{ id: 'x', ...source(data) }]).split('\n');
const reed = [{ family: 'Reed', given: 'Ann' }];

test.each<[string, Partial<SourceData>, string[]]>([
  [
    'keeps the capital letters of an English title',
    { title: 'The Lamp' },
    ['  title = {{The Lamp}},'],
  ],
  ['leaves a Chinese title', { language: 'zh', title: '燈' }, ['  title = {燈},']],
  ['escapes what TeX reads', { title: 'A & B_{c} 5%' }, ['  title = {{A \\& B\\_\\{c\\} 5\\%}},']],
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
    { type: 'report', language: 'zh' },
    ['  type = {研究報告},'],
  ],
  ['notes the place of a journal', { 'publisher-place': '台北' }, ['  note = {台北},']],
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
