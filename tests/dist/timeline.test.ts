/** The timeline on the built site: every event is there, and its link leads to its very words and nothing before them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  all,
  attribute,
  DIST,
  type Element,
  hasId,
  hasTag,
  html,
  one,
  page,
  ROOT,
  text,
} from './site.ts';

interface Told {
  id: string;
  at: string;
  date: string;
  when: string;
  text: string;
  same?: string;
  conflicts?: string[];
  reports?: { source: string; issued?: string; daysAfter?: number }[];
}
const events = parse(readFileSync(join(ROOT, 'content/events.yaml'), 'utf8')) as Told[];
const download = (file: string) => readFileSync(join(DIST, 'downloads', file), 'utf8');
const squeezed = (s: string) => s.replace(/\s+/gu, '');
const timeline = page('/timeline/');
const linkOf = (row: Element) =>
  one(row, (e) => e.tagName === 'a' && (attribute(e, 'href') ?? '').includes(':~:'));

/** What a browser does not look into for `:~:text=`. */
const unsearched = (e: Element): boolean =>
  /^(?:script|style|noscript|template|dialog|sup|title)$/u.test(e.tagName) ||
  e.attrs.some(({ name }) => name === 'hidden' || name === 'popover');
const texts = new Map<string, string>();
const textOf = (address: string): string => {
  const known = texts.get(address) ?? text(page(address), unsearched);
  texts.set(address, known);
  return known;
};

test('every event of the text has a row, with its date as printed and in EDTF', () => {
  const rows = all(timeline, (e) => attribute(e, 'data-section') !== undefined);
  expect(rows.map((row) => attribute(row, 'id')).sort()).toEqual(events.map(({ id }) => id).sort());
  for (const { id, date, when, text: words } of events) {
    const row = text(one(timeline, hasId(id)));
    expect(squeezed(row), id).toContain(squeezed(date));
    expect(row, id).toContain(when);
    expect(squeezed(row), id).toContain(squeezed(words));
  }
});

test('every event links to its very words', () => {
  for (const { id, at, text: words } of events) {
    const href = attribute(linkOf(one(timeline, hasId(id))), 'href') ?? '';
    const [address = '', fragment = ''] = href.split('#');
    const [passage, directive = ''] = fragment.split(':~:text=');
    expect(passage, id).toBe(at);
    const [first = '', last = ''] = directive.split(',').map(decodeURIComponent);
    const own = text(one(page(address), hasId(at)), unsearched);
    const whole = textOf(address);
    const begin = own.indexOf(first);
    expect(begin, `${id}: ${first} stands in ${at}`).toBeGreaterThanOrEqual(0);
    expect(whole.indexOf(first), `${id}: nothing before it is ${first}`).toBe(
      whole.indexOf(own) + begin,
    );
    const end = last === '' ? begin + first.length : own.indexOf(last, begin) + last.length;
    expect(squeezed(own.slice(begin, end)), id).toContain(squeezed(words));
    expect(end - begin - words.length, `${id}: not much more than its words`).toBeLessThan(12);
  }
});

test('the picture leads to every year that has events', () => {
  const years = all(timeline, (e) => /^#y\d{4}$/u.test(attribute(e, 'href') ?? ''));
  expect(years.length).toBeGreaterThan(35);
  const ids = all(timeline, (e) => /^y\d{4}$/u.test(attribute(e, 'id') ?? ''));
  expect(years.map((e) => attribute(e, 'href')?.slice(1))).toEqual(
    ids.map((e) => attribute(e, 'id')),
  );
  const marks = all(timeline, (e) => attribute(e, 'data-mark') !== undefined);
  expect(marks).toHaveLength(events.length);
});

test('the title page and the downloads lead to it, and pages of the text stay as light as they were', () => {
  for (const address of ['/', '/downloads/', '/about/'])
    expect(html(address), address).toContain('href="/timeline/"');
  expect(html('/sections/5/')).not.toContain('/timeline/');
});

test('events.json fits its schema and has what the build derived', () => {
  const data = JSON.parse(download('events.json')) as Required<Told>[];
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(download('schema/events.schema.json')));
  expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  expect(data).toHaveLength(events.length);
  const found = (id: string) => data.find((event) => event.id === id);
  expect(found('ev41')?.conflicts).toEqual(['ev198']);
  expect(found('ev120')?.reports).toEqual([
    { source: 'xinhuanet-2004-10-26', note: 65, issued: '2004-10-26', daysAfter: 0 },
  ]);
});

test('events.csv has a row for each event, with the days it goes from and to', () => {
  const { data, errors } = Papa.parse<Record<string, string>>(
    download('events.csv').replace('\uFEFF', ''),
    { header: true, skipEmptyLines: true },
  );
  expect(errors).toEqual([]);
  expect(data).toHaveLength(events.length);
  const armistice = data.find(({ when }) => when === '1953-07-27');
  expect(armistice).toMatchObject({ first_day: '1953-07-27', page: '45', at: 's1-2-p4' });
  const plan = data.find(({ when }) => when === '../1982');
  expect(plan).toMatchObject({ first_day: '', last_day: '1982-12-31', planned: 'true' });
});

test('no table of the timeline is empty', () => {
  for (const table of all(timeline, hasTag('tbody')))
    expect(all(table, hasTag('tr')).length).toBeGreaterThan(1);
});

test('TEI marks each date at its words, and lists the events', () => {
  const tei = download('chapter.xml');
  for (const { id } of events) {
    expect(tei.split(`corresp="#${id}"`), id).toHaveLength(2);
    expect(tei.split(`<event xml:id="${id}"`), id).toHaveLength(2);
  }
  expect(tei).toContain('<date when="1953-07-27"');
  expect(tei).toContain('<date from="2002-08-18" to="2002-08-19"');
});
