/**
 * The chapter's sources beside a processor with the official styles: the same, but for what stands here
 * with its reason. Where no npm package has a style, what the processor printed on a machine that had it
 * is kept in `official/`; where the style is found, it is printed again and compared.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { stylesOfWork } from '../../../../src/exports/cite/works.ts';
import { type CslItem, toCsl } from '../../../../src/exports/csl-json.ts';
import { closeSpacing } from '../../../../src/markdown/rehype-spacing.ts';
import { buildChapter } from '../../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import type { Source } from '../../../../src/model/sources/source.ts';
import { htmlOf } from '../../../../src/search/cite/runs.ts';
import { comparable, digestOf, official, styleFile, updatedOf } from './processor.ts';

const read = readContent(fileURLToPath(new URL('../../../../content', import.meta.url)));
if ('findings' in read) throw new Error('content/ cannot be read');
const { sources } = buildChapter(read.content);

/** What CSL has of a source: not what is ours alone, nor the title that our files supply. */
function itemOf(source: Source): CslItem {
  const { custom: _, title, ...item } = toCsl(source);
  return { ...item, ...(source.title ? { title } : {}) } as CslItem;
}

interface Compared {
  name: string;
  /** The style's id with its maker. */
  style: string;
  id: string;
  lang: 'zh' | 'en';
  form?: 'note';
  of: readonly Source[];
  /** The file in `official/` that keeps what the processor printed. */
  kept?: string;
  /** Sources whose entries differ, by the reason. */
  differ: Record<string, string[]>;
}

const WESTERN = sources.filter(({ language }) => language === 'en');

/** The same in every style. */
const DESCRIBED = 'a description in brackets is no title, and is not set as one';
const OTHERS = 'CSL cannot say that there are authors whom the note does not name';
const EDITION = '“Sixth Edition” is the 6th ed. in every manual; CSL knows it from a number alone';
const AUTUMN = 'a season is named as the note names it: Autumn 1999, Summer/Fall 1990';
const LETTERS = 'capital letters stay as the note prints them; CSL sets headline style';
const SEASON = 'a season in the place of a number stands in brackets, as a number does';
const PINYIN = 'a name in pinyin is not shortened (GB/T 28039)';
const JUNIOR = 'Jr. after a comma, as the standard’s own example has it';
const VOLUMES = 'volumes are counted in the language of the work';
const NAMELESS = 'an untitled work is known by where it stands, not by nothing';
const UNTITLED = [
  'china-times-2000-08-01',
  'china-times-2000-08-03',
  'dacankao-2002-12-15',
  'global-times-2003-01-20',
  'halloran-nd',
  'korea-herald-2000-08-02',
  'liberty-times-2002-12-20',
  'new-york-times-1977-07-28',
  'state-bulletin-1977-07-11',
  'time-2004-06-21',
  'xinhua-2002-09-04',
  'xinhuanet-2004-10-26',
  'zhishi-tongxun-2004-11-15',
];

/** The list and the notes of Chicago differ in the same. */
const CHICAGO: Compared['differ'] = {
  [DESCRIBED]: ['habib-1977'],
  [OTHERS]: ['taylor-1990'],
  [EDITION]: ['columbia-encyclopedia-2001'],
  [LETTERS]: ['csis-2001', 'washington-times-2003-11-24', 'youn-1999'],
  'the month or season stands before the year, as it may beside a number (14.67–78)': [
    'christensen-1999',
    'finnegan-1999',
    'han-sungjoo-1978',
    'kim-ilpyong-1995',
    'michishita-1999',
    'nam-1987',
    'niksch-1981',
    'odom-2000',
    'staley-1973',
    'taylor-1990',
    'youn-1999',
  ],
  'n.d. would say that the work has no date: it is the note that gives none': [
    'frus-1969-1976-1',
    'halloran-nd',
    'paul-nd',
  ],
  'the number counts the series': ['frus-1969-1976-1'],
  'a report has the month that it gives': ['csis-2001'],
  'a page that the note gives is said, though a newspaper does without (14.89)': [
    'hovey-1977',
    'oberdorfer-1977',
  ],
  'the number of a meeting and the place of an event are said (14.115)': ['rich-1982', 'us-dod-nd'],
};

const COMPARED: Compared[] = [
  {
    name: 'APA 7',
    style: 'apa',
    id: 'apa',
    lang: 'en',
    of: WESTERN,
    differ: {
      [DESCRIBED]: ['habib-1977'],
      [OTHERS]: ['taylor-1990'],
      [EDITION]: ['columbia-encyclopedia-2001'],
      'CSL writes “Retrieved” before the address of an undated work, of which no day is known': [
        'frus-1969-1976-1',
        'hku-study-guide-nd',
        'us-dod-nd',
        'wang-qinghong-nd',
        'wu-xinbo-nd',
      ],
      'names in their own order are inverted too (9.8)': [
        'wang-qinghong-nd',
        'wu-xinbo-1996',
        'wu-xinbo-nd',
      ],
      'what has neither author nor title begins with the periodical, not with a date (9.12)': [
        'korea-herald-2000-08-02',
        'new-york-times-1977-07-28',
        'state-bulletin-1977-07-11',
        'time-2004-06-21',
      ],
      'a paper that was given is called one, with the number of its meeting (10.5)': ['rich-1982'],
      'a volume stands in brackets (9.19), the kind of a work beside its title (9.21)': [
        'frus-1969-1976-1',
        'us-dod-nd',
      ],
    },
  },
  {
    name: 'MLA 9',
    style: 'modern-language-association',
    id: 'mla',
    lang: 'en',
    of: WESTERN,
    differ: {
      [DESCRIBED]: ['habib-1977'],
      [OTHERS]: ['taylor-1990'],
      [EDITION]: ['columbia-encyclopedia-2001'],
      [AUTUMN]: ['michishita-1999', 'taylor-1990', 'youn-1999'],
      [LETTERS]: ['csis-2001', 'washington-times-2003-11-24', 'youn-1999'],
      'academic presses are shortened (5.54–67)': ['paul-nd'],
      'series, kind, event and city are said at their places, which the packed style leaves out': [
        'csis-2001',
        'frus-1969-1976-1',
        'rich-1982',
        'taylor-1990',
        'us-dod-nd',
        'wu-xinbo-nd',
      ],
    },
  },
  {
    name: 'Chicago 18, list',
    style: 'chicago-notes-bibliography',
    kept: 'chicago-18-list',
    id: 'chicago',
    lang: 'en',
    of: WESTERN,
    differ: CHICAGO,
  },
  {
    name: 'Chicago 18, notes',
    style: 'chicago-notes-bibliography',
    kept: 'chicago-18-notes',
    id: 'chicago',
    lang: 'en',
    form: 'note',
    of: WESTERN,
    differ: CHICAGO,
  },
  {
    name: 'GB/T 7714—2025',
    style: 'china-national-standard-gb-t-7714-2025-numeric',
    kept: 'gbt7714-2025',
    id: 'gbt7714',
    lang: 'zh',
    of: sources,
    differ: {
      [OTHERS]: ['taylor-1990'],
      [EDITION]: ['columbia-encyclopedia-2001'],
      [NAMELESS]: UNTITLED,
      [PINYIN]: ['wang-qinghong-nd', 'wu-xinbo-1996', 'wu-xinbo-nd'],
      [JUNIOR]: ['taylor-1990', 'taylor-1992'],
      'a translator of a work in Chinese is 译, which the style says in English': [
        'kissinger-2001',
      ],
      [VOLUMES]: ['dadongya-zhanzheng-nd', 'frus-1969-1976-1'],
      'what was spoken has its day and where': ['habib-1977'],
      'the last year of a meeting stands without brackets, its number beside the title': [
        'rich-1982',
      ],
      'a report has the month that it gives': ['csis-2001'],
      [SEASON]: ['weinstein-1977', 'wu-xinbo-1996'],
    },
  },
  {
    name: 'GB/T 7714—2015',
    style: 'china-national-standard-gb-t-7714-2015-numeric',
    id: 'gbt7714-2015',
    lang: 'zh',
    of: sources,
    differ: {
      [OTHERS]: ['taylor-1990'],
      [EDITION]: ['columbia-encyclopedia-2001'],
      [NAMELESS]: UNTITLED,
      [PINYIN]: ['wang-qinghong-nd', 'wu-xinbo-1996', 'wu-xinbo-nd'],
      [JUNIOR]: ['taylor-1990', 'taylor-1992'],
      'a translator is named': ['kissinger-2001'],
      [VOLUMES]: ['dadongya-zhanzheng-nd', 'frus-1969-1976-1'],
      'the month or day of a magazine tells its number': [
        'nations-business-1977-08',
        'time-2004-06-21',
      ],
      'what was spoken is no archive [A]': ['habib-1977', 'leach-2003', 'truman-1947'],
      'a page on the web has no place of publication': ['ttnn-2003-01-17'],
      'years of a meeting follow it': ['rich-1982'],
      'a report has the month that it gives': ['csis-2001'],
      [SEASON]: ['weinstein-1977'],
    },
  },
];

/** What a processor printed of items, and what the style and the items were. */
interface Kept {
  updated: string;
  entries: Record<string, { item: string; printed: string }>;
}

/** What is kept of a comparison; nothing, where it is to be made. */
function keptOf(name: string): Kept {
  const file = fileURLToPath(new URL(`official/${name}.json`, import.meta.url));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { updated: '', entries: {} };
}

const printed = ({ style, of, lang, form }: Compared): Map<string, string> =>
  official(style, of.map(itemOf), lang === 'en' ? 'en-US' : 'zh-CN', form);

/** Whether a style is on this machine, and as old as the one that is kept, if one is. */
const isHere = ({ style, kept = '' }: Compared): boolean =>
  styleFile(style) !== undefined && ['', updatedOf(style)].includes(keptOf(kept).updated);

describe.each(COMPARED)('$name', (compared) => {
  const { id, lang, of, differ, kept, form = 'list' } = compared;
  const entries = kept === undefined ? undefined : keptOf(kept).entries;
  const theirs = entries
    ? new Map(Object.entries(entries).map(([source, entry]) => [source, entry.printed]))
    : printed(compared);
  const ours = new Map(
    of.map((source) => {
      const made = stylesOfWork(source).find((s) => s.id === id && s.lang === lang);
      return [source.id, comparable(htmlOf(made?.forms[form] ?? []))];
    }),
  );

  test('differs from the official style in these entries alone, for these reasons', () => {
    const different = of
      .map((source) => source.id)
      .filter((source) => ours.get(source) !== closeSpacing(theirs.get(source) ?? ''));
    expect(different.sort()).toEqual([...new Set(Object.values(differ).flat())].sort());
  });
});

describe.each(COMPARED.filter(({ kept }) => kept !== undefined))(
  '$name, as it is kept',
  (compared) => {
    const { kept = '', of, style } = compared;

    test('was printed of the sources as they are: else see “Official styles” in tests/README.md', () => {
      const { entries } = keptOf(kept);
      const items = Object.fromEntries(Object.entries(entries).map(([id, { item }]) => [id, item]));
      expect(items).toEqual(
        Object.fromEntries(of.map(itemOf).map((item) => [item.id, digestOf(item)])),
      );
    });

    test('is what the processor prints with that style', async ({ skip }) => {
      skip(!isHere(compared), `${style}.csl of the same day is not on this machine`);
      const now = printed(compared);
      const entries = of.map((source) => [
        source.id,
        { item: digestOf(itemOf(source)), printed: now.get(source.id) },
      ]);
      const all = { updated: updatedOf(style), entries: Object.fromEntries(entries) };
      await expect(`${JSON.stringify(all, null, 2)}\n`).toMatchFileSnapshot(
        `official/${kept}.json`,
      );
    });
  },
);
