/** BibTeX entries of single sources, for programs that know no other dialect. */
import { expect, test } from 'vitest';
import { toBibtex } from '../../../src/exports/bibtex/bibtex.ts';
import type { SourceData } from '../../../src/model/sources/source.ts';
import { source } from '../model/sources/source.ts';

const lines = (data: Partial<SourceData>) => toBibtex([{ id: 'x', ...source(data) }]).split('\n');
const dated = (date: string) => lines({ issued: { date, printed: date } });
const reed = [{ family: 'Reed', given: 'Ann' }];

test.each<[string, Partial<SourceData>, string[]]>([
  [
    'an article has its journal',
    { type: 'article-newspaper', 'container-title': 'The Lamp & Co.' },
    ['@article{x,', '  journal = {The Lamp \\& Co.},'],
  ],
  [
    'an article of no journal is not one: a style would print “In.”',
    { type: 'article-journal', publisher: 'Ferry' },
    ['@misc{x,', '  howpublished = {Ferry},'],
  ],
  [
    'a report has its institution',
    { type: 'report', publisher: 'Ferry', genre: 'Memo', number: '7' },
    ['@techreport{x,', '  institution = {Ferry},', '  type = {Memo},', '  note = {7},'],
  ],
  [
    'a thesis is told by its degree',
    { type: 'thesis', language: 'zh', genre: '碩士論文', publisher: '渡口大學' },
    ['@mastersthesis{x,', '  school = {渡口大學},', '  type = {碩士論文},'],
  ],
  [
    'a paper in no proceedings says where it was read',
    { type: 'paper-conference', 'event-title': 'Lamps', 'event-place': 'Lyon' },
    ['@unpublished{x,', '  note = {Lamps; Lyon},'],
  ],
  [
    'a season is a month in words',
    { issued: { date: '1999', season: 'fall', printed: 'x' } },
    ['  year = {1999},', '  month = {Fall},'],
  ],
  [
    'the place of a book is its address',
    { type: 'book', 'publisher-place': 'Lyon' },
    ['  address = {Lyon},'],
  ],
  ['who wrote nothing is filed by its title', { title: 'The Lamp' }, ['  key = {The Lamp},']],
  ['names are parted', { author: reed }, ['  author = {Reed, Ann},']],
  ['the language is told', { language: 'ko' }, ['  language = {ko},']],
])('%s', (_, data, expected) => {
  expect(lines(data)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['2003', '2003', undefined],
  ['2003-01', '2003', 'jan'],
  ['2003-01-17', '2003', 'jan # "~17"'],
  ['1981/1982', '1981--1982', undefined],
  ['1973-09/1973-10', '1973', 'sep # "--" # oct'],
  ['2003-01-17/2003-01-20', '2003', 'jan # "~17--20"'],
  ['2003-01-30/2003-02-02', '2003', 'jan # "~30--" # feb # "~2"'],
])('the date %s', (date, year, month) => {
  expect(dated(date).find((line) => line.startsWith('  year'))).toBe(`  year = {${year}},`);
  expect(dated(date).find((line) => line.startsWith('  month'))).toBe(
    month && `  month = ${month},`,
  );
});
