/** No date of the text is left out of content/events.yaml; what is no event is named here, with the reason. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildChapter } from '../../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import { emendationHosts } from '../../../../src/model/emendations/hosts.ts';
import { datesIn } from '../../../../src/model/events/printed-dates.ts';
import { runsOf } from '../../../../src/model/events/stretches.ts';
import { textOf } from '../../../../src/model/text/document.ts';

const read = readContent(fileURLToPath(new URL('../../../../content', import.meta.url)));
if ('findings' in read) throw new Error('content/ cannot be read');
const chapter = buildChapter(read.content);
const hosts = emendationHosts(chapter);

/** Dates that date no event. */
const NO_EVENT: readonly [at: string, printed: string, why: string][] = [
  ['table-3-1', '1950 年', 'the caption, which gives the dates of the table their year'],
  ['s2-2-3-1-p3', '1979 年', 'the name of a law, after the fiscal year (FY 1979)'],
  ['s3-1-p6', '1990 年', 'the name of a bill, after the budget year'],
];
/** Years that stand without 年, and are no dates of events. */
const NO_DATE: readonly [at: string, words: string, why: string][] = [
  ['table-3-1', '1879—1953', 'the years of Stalin’s life'],
  ['s1-2-p3', '1880-1964', 'the years of MacArthur’s life'],
  ['s2-2-1-2-p4', 'Act of 1976', 'the name of a law'],
  ['s2-2-3-1-p3', 'FY 1979', 'the name of a law'],
];

/** Passages of the text, and the notes that say something of their own; what notes cite has its date in the source. */
const passages = [...hosts].flatMap(([at, { block, note, inlines }]) => {
  if (note?.kind === 'citation') return [];
  const cited = note?.citations.map(({ text }) => text) ?? [];
  const words = note ? cited.reduce((all, text) => all.replace(text, '　'), textOf(inlines)) : '';
  return [{ at, runs: note ? [words] : runsOf(block) }];
});

const isCovered = (at: string, from: number, to: number): boolean =>
  chapter.events.some((e) => e.at === at && e.dateAt.from <= from && to <= e.dateAt.to);

const excepted = (at: string, printed: string): boolean =>
  NO_EVENT.some(([place, words]) => place === at && words === printed);

test('every printed date is that of an event, or is named here as none', () => {
  const missing = passages.flatMap(({ at, runs }) =>
    datesIn(runs)
      .filter(({ from, to, printed }) => !isCovered(at, from, to) && !excepted(at, printed))
      .map(({ printed }) => `${at}: ${printed}`),
  );
  expect(missing).toEqual([]);
  expect(passages.flatMap(({ runs }) => datesIn(runs)).length).toBeGreaterThan(230);
});

test('no year stands in the text that is neither in a date nor named here', () => {
  const YEAR = /(?<![\d.,])(?:1[89]|20)\d\d(?![\d.,]|\s*(?:億|公里|輛|[～-]\s*\d+\s*公里))/gu;
  const missing = passages.flatMap(({ at, runs }) => {
    const text = runs.join('\n');
    const found = datesIn(runs);
    const shift = (index: number) => text.slice(0, index).split('\n').length - 1;
    return [...text.matchAll(YEAR)].flatMap(({ index, 0: year }) => {
      const place = index - shift(index);
      if (found.some(({ from, to }) => from <= place && place < to)) return [];
      if (isCovered(at, place, place + year.length)) return [];
      const named = NO_DATE.some(
        ([where, words]) => where === at && text.slice(index - 7, index + 11).includes(words),
      );
      return named ? [] : [`${at}: …${text.slice(index - 6, index + 10)}`];
    });
  });
  expect(missing).toEqual([]);
});

test('what is named here as no event stands in the text', () => {
  for (const [at, words] of [...NO_EVENT, ...NO_DATE])
    expect(passages.find((p) => p.at === at)?.runs.join('\n')).toContain(words);
});

test('where two tellings of an event cannot both be right, the page can say so', () => {
  const conflicts = chapter.events.flatMap(({ id, when, conflicts: others }) =>
    others.length > 0 ? [`${id} ${when} ≠ ${others.join(' ')}`] : [],
  );
  expect(conflicts).toEqual([
    'ev41 2000-07 ≠ ev198',
    'ev48 1993 ≠ ev138',
    'ev138 1994 ≠ ev48 ev196',
    'ev174 2000 ≠ ev199',
    'ev196 1993 ≠ ev138',
    'ev198 2000-10 ≠ ev41',
    'ev199 2002-01 ≠ ev174',
  ]);
  const corrected = chapter.events.filter(
    (e) => e.conflicts.length > 0 && e.emendations.length > 0,
  );
  expect(corrected.map(({ id }) => id)).toEqual(['ev41', 'ev174', 'ev199']);
});

test('a work reports an event with the note after its words, and not before it came about', () => {
  const reports = (id: string) =>
    chapter.events.find((e) => e.id === id)?.reports.map(({ source, after }) => [source.id, after]);
  expect(reports('ev120')).toEqual([['xinhuanet-2004-10-26', 0]]);
  expect(reports('ev183')).toEqual([['dacankao-2002-12-15', 1]]);
  expect(reports('ev188')).toEqual([['ettoday-2004-05-14', 63]]);
  expect(chapter.events.filter((e) => e.reports.length > 0).length).toBeGreaterThan(140);
});
