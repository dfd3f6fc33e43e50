/** BibTeX, BibLaTeX, RIS and CSL-JSON carry the same works with the same fields; readers that are not ours lose none. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DIST } from './site.ts';
import { commandOf, run, temporary } from './tools.ts';

type Item = Record<string, unknown> & { id: string };
type Name = { family?: string; given?: string; suffix?: string; literal?: string };

const path = (file: string) => join(DIST, 'downloads', file);
const items = JSON.parse(readFileSync(path('sources.json'), 'utf8')) as Item[];
const pandoc = commandOf('pandoc');
const biber = commandOf('biber');
const bibtex = commandOf('bibtex');
const reads = (format: string) =>
  pandoc !== undefined &&
  run(pandoc, ['--list-input-formats']).stdout.split(/\s+/u).includes(format);

const folder = temporary();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What pandoc makes of a file. */
function converted(format: string, file: string): Map<string, Item> {
  const { stdout } = run(pandoc ?? [], ['-f', format, '-t', 'csljson', path(file)]);
  return new Map((JSON.parse(stdout) as Item[]).map((item) => [item.id, item]));
}

const TEXTS = [
  'title',
  'container-title',
  'collection-title',
  'event-title',
  'event-place',
  'authority',
  'genre',
  'edition',
  'volume',
  'issue',
  'number',
  'page',
  'publisher',
  'publisher-place',
  'URL',
];
const NAMES = ['author', 'editor', 'translator', 'container-author'];

/** Where else a value may be read: formats have fewer fields, and none of a value's characters may go. */
const ELSEWHERE: Record<string, string[]> = {
  'container-title': ['publisher', 'genre'],
  'collection-title': ['genre', 'publisher', 'note'],
  'event-title': ['event', 'note'],
  'event-place': ['note'],
  'publisher-place': ['note'],
  publisher: ['note'],
  authority: ['publisher', 'note'],
  genre: ['note'],
  number: ['note'],
};

const shownName = ({ family, given, suffix, literal }: Name) =>
  [literal, family, given, suffix].filter((part) => part !== undefined).join('|');

/** The values of an item that another lacks. */
function lost(item: Item, found: Item | undefined): string[] {
  if (!found) return [`${item.id} as a whole`];
  const missing = TEXTS.filter((key) => {
    const value = item[key];
    if (value === undefined || found[key] === value) return false;
    // The data model of biblatex has volumes in Arabic numerals alone.
    if (key === 'volume' && value === 'I' && found[key] === '1') return false;
    // A season is an issue of its own there, and pandoc puts both into one.
    if (key === 'issue' && String(found[key]).startsWith(`${value}, `)) return false;
    return !(ELSEWHERE[key] ?? []).some((other) =>
      String(found[other] ?? '').includes(String(value)),
    );
  });
  const names = NAMES.filter((key) => {
    const own = ((item[key] ?? []) as Name[]).map(shownName);
    // “and others” is a name to some readers.
    const read = ((found[key] ?? []) as Name[]).map(shownName).filter((n) => n !== 'others');
    return own.join(';') !== read.join(';');
  });
  return [...missing, ...names].map(
    (key) => `${item.id}: ${key} ${JSON.stringify(item[key])} → ${JSON.stringify(found[key])}`,
  );
}

/** Years, months and days of a date, a season as the month that EDTF makes of it left out. */
function dateOf(item: Item | undefined): number[][] | undefined {
  const issued = item?.['issued'] as { 'date-parts'?: number[][] } | undefined;
  return issued?.['date-parts']?.map((parts) =>
    parts.map(Number).filter((n, i) => i !== 1 || n < 13),
  );
}

describe.skipIf(!pandoc)('pandoc (left out where it is not installed)', { timeout: 60_000 }, () => {
  test.each([
    ['csljson', 'sources.json'],
    ['biblatex', 'sources.biblatex.bib'],
    ['bibtex', 'sources.bib'],
  ])('reads as %s what is in %s, and loses no work, no field and no character', (format, file) => {
    const found = converted(format, file);
    expect([...found.keys()].sort()).toEqual(items.map(({ id }) => id).sort());
    expect(items.flatMap((item) => lost(item, found.get(item.id)))).toEqual([]);
    for (const item of items) expect(dateOf(found.get(item.id)), item.id).toEqual(dateOf(item));
  });

  // What /downloads/ says of programs (src/model/downloads/programs.ts).
  test('keeps all types and languages of CSL-JSON alone, and seasons of BibLaTeX alone', () => {
    const seasonal = items.filter(({ issued }) => (issued as { season?: string })?.season);
    expect(seasonal.length).toBeGreaterThan(5);
    const kept = (format: string, file: string) => {
      const found = converted(format, file);
      const same = (key: string) =>
        items.filter((item) => found.get(item.id)?.[key] === item[key]).length;
      const seasons = seasonal.filter(({ id, issued }) =>
        String(found.get(id)?.['issue']).includes((issued as { season: string }).season),
      );
      return [same('type'), same('language'), seasons.length];
    };
    expect(kept('csljson', 'sources.json')).toEqual([items.length, items.length, 0]);
    const [types = 0, , seasons] = kept('biblatex', 'sources.biblatex.bib');
    // Pandoc prints the name of an issue beside its number, and drops one that stands alone.
    expect(seasons).toBe(seasonal.filter(({ issue }) => issue !== undefined).length);
    expect(types).toBeLessThan(items.length);
    expect(kept('bibtex', 'sources.bib')[0]).toBeLessThan(types);
  });

  test('reads from BibLaTeX the same types, but for what it has no type for', () => {
    const found = converted('biblatex', 'sources.biblatex.bib');
    const other = items.filter(({ id, type }) => found.get(id)?.['type'] !== type);
    // A paper in no proceedings, an article of no journal, reports of no institution.
    const unfit = ['rich-1982', 'wu-xinbo-zh-nd', 'li-huaqiu-2003', 'guan-zhong-2002'];
    const rest = other.filter(({ id }) => !unfit.includes(id));
    expect([...new Set(rest.map(({ type }) => type))].sort()).toEqual(['hearing', 'speech']);
  });
});

test.skipIf(!reads('ris'))(
  'pandoc reads sources.ris and loses nothing (left out: this pandoc has no reader for RIS)',
  () => {
    const found = converted('ris', 'sources.ris');
    expect(items.flatMap((item) => lost(item, found.get(item.id)))).toEqual([]);
  },
);

describe('sources.ris, read by the letter', () => {
  const records = readFileSync(path('sources.ris'), 'utf8')
    .split(/^ER {2}- \r\n/mu)
    .filter((record) => record !== '')
    .map((record) =>
      record.split('\r\n').flatMap((line): [string, string][] => {
        const [, tag = '', value = ''] = /^([A-Z][A-Z\d]) {2}- (.*)$/u.exec(line) ?? [];
        return line === '' ? [] : [[tag, value]];
      }),
    );
  const byId = new Map(
    records.map((lines) => [lines.find(([tag]) => tag === 'ID')?.[1] ?? '', lines]),
  );
  const TAGS: Record<string, string[]> = {
    title: ['TI'],
    'container-title': ['T2'],
    'collection-title': ['T3'],
    'event-title': ['T2'],
    'event-place': ['CY'],
    authority: ['PB'],
    genre: ['M3'],
    edition: ['ET'],
    volume: ['VL'],
    issue: ['IS'],
    number: ['N1'],
    publisher: ['PB'],
    'publisher-place': ['CY'],
    URL: ['UR'],
  };
  const risName = ({ family, given, suffix, literal }: Name) =>
    literal ?? [family, given, suffix].filter((part) => part !== undefined).join(', ');

  test('begins each record with its type, and has only lines of RIS', () => {
    for (const lines of records) {
      expect(lines[0]?.[0]).toBe('TY');
      expect(lines.filter(([tag]) => tag === '')).toEqual([]);
    }
  });

  test('has the same works with the same fields', () => {
    expect([...byId.keys()].sort()).toEqual(items.map(({ id }) => id).sort());
    const missing = items.flatMap((item) => {
      const lines = byId.get(item.id) ?? [];
      const values = (tags: string[]) =>
        lines.flatMap(([tag, v]) => (tags.includes(tag) ? [v] : []));
      const texts = Object.entries(TAGS).filter(
        ([key, tags]) => item[key] !== undefined && !values(tags).includes(String(item[key])),
      );
      const pages = item['page'] === undefined || values(['SP', 'EP']).join('-') === item['page'];
      const people = NAMES.filter((key) =>
        ((item[key] ?? []) as Name[]).some(
          (name) => !values(['AU', 'ED', 'A2', 'A4']).includes(risName(name)),
        ),
      );
      const year = dateOf(item)?.[0]?.[0];
      return [
        ...texts.map(([key]) => `${item.id}: ${key}`),
        ...people.map((key) => `${item.id}: ${key}`),
        ...(pages ? [] : [`${item.id}: page`]),
        ...(values(['PY']).join('') === String(year ?? '') ? [] : [`${item.id}: year`]),
      ];
    });
    expect(missing).toEqual([]);
  });
});

/** Fields that the data model of biblatex wants, and the variables of CSL that would fill them. */
const WANTED: Record<string, string[]> = {
  author: ['author'],
  editor: ['editor'],
  title: ['title'],
  journaltitle: ['container-title'],
  booktitle: ['container-title'],
  institution: ['publisher', 'authority'],
  'date, year': ['issued'],
};

describe.skipIf(!biber)('biber (left out where it is not installed)', () => {
  const check = (file: string, ...options: string[]) => {
    cpSync(path(file), join(folder, 'sources.bib'));
    const args = ['--tool', ...options, '-O', 'out.bib', 'sources.bib'];
    const { status, output } = run(biber ?? [], args, folder);
    expect(status).toBe(0);
    return output.split('\n').filter((line) => /^(?:WARN|ERROR)/u.test(line));
  };

  test.each(['sources.biblatex.bib', 'chapter.biblatex.bib'])(
    'reads %s without an error or a warning',
    { timeout: 60_000 },
    (file) => {
      expect(check(file)).toEqual([]);
    },
  );

  test('misses in its data model only what no note gives', { timeout: 60_000 }, () => {
    const found = check('sources.biblatex.bib', '--validate-datamodel').filter((line) => {
      const id = /Entry '([^']+)'/u.exec(line)?.[1];
      const field = /Missing mandatory field (?:'([^']+)'|- one of '([^']+)')/u.exec(line);
      const item = items.find((i) => i.id === id);
      const wanted = WANTED[field?.[1] ?? field?.[2] ?? ''];
      return !item || !wanted || wanted.some((key) => item[key] !== undefined);
    });
    expect(found).toEqual([]);
  });
});

/** Fields of BibTeX that are not called as the variables of CSL are. */
const VARIABLES: Record<string, string> = { journal: 'container-title', year: 'issued' };

describe.skipIf(!bibtex)('BibTeX with its style plain (left out where it is not installed)', () => {
  /** What BibTeX says when it lists all works of a file as all.bbl. */
  function listed(file: string): string {
    cpSync(path(file), join(folder, 'sources.bib'));
    writeFileSync(
      join(folder, 'all.aux'),
      '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{sources}\n',
    );
    return run(bibtex ?? [], ['all'], folder).output;
  }

  test('finds neither years nor journals in the file of the other dialect', () => {
    const output = listed('sources.biblatex.bib');
    for (const field of ['journal', 'year'])
      expect(output.match(new RegExp(`empty ${field} in`, 'gu'))?.length).toBeGreaterThan(50);
  });

  test('lists all works, and misses only what no note gives', { timeout: 60_000 }, () => {
    const output = listed('sources.bib');
    expect(readFileSync(join(folder, 'all.bbl'), 'utf8').match(/^\\bibitem/gmu)).toHaveLength(
      items.length,
    );
    const found = output.split('\n').filter((line) => {
      if (!/^(?:Warning|.*error)/u.test(line)) return false;
      const [, lacks = '', id] =
        /^Warning--(?:empty|there's a number but no) (.+) in (\S+)$/u.exec(line) ?? [];
      const item = items.find((i) => i.id === id);
      const given = lacks.split(' and ').filter((field) => item?.[VARIABLES[field] ?? field]);
      return !item || given.length > 0;
    });
    expect(found).toEqual([]);
  });
});
