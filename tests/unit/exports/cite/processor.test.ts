/** The chapter's sources beside a processor with the official styles: the same, but for what stands here with its reason. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { stylesOfWork } from '../../../../src/exports/cite/works.ts';
import { type CslItem, toCsl } from '../../../../src/exports/csl-json.ts';
import { closeSpacing } from '../../../../src/markdown/rehype-spacing.ts';
import { buildChapter } from '../../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import type { Source } from '../../../../src/model/sources/source.ts';
import { htmlOf } from '../../../../src/search/cite/runs.ts';
import { comparable, official } from './processor.ts';

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
  of: readonly Source[];
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
const UNDATED =
  'n.d. would say that the work has no date: it is the note that gives none (Chicago and MLA)';

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
    // The newest that a package has is the 17th edition.
    name: 'Chicago 18',
    style: 'chicago-fullnote-bibliography',
    id: 'chicago',
    lang: 'en',
    of: WESTERN,
    differ: {
      [DESCRIBED]: ['habib-1977'],
      [OTHERS]: ['taylor-1990'],
      [EDITION]: ['columbia-encyclopedia-2001'],
      [AUTUMN]: ['michishita-1999', 'taylor-1990', 'youn-1999'],
      [LETTERS]: ['csis-2001', 'washington-times-2003-11-24', 'youn-1999'],
      [UNDATED]: [
        'frus-1969-1976-1',
        'halloran-nd',
        'hku-study-guide-nd',
        'paul-nd',
        'us-dod-nd',
        'wang-qinghong-nd',
        'wu-xinbo-nd',
      ],
      'no place of publication since the 18th edition (14.30)': [
        'bandow-1996',
        'buss-1982',
        'paul-nd',
        'ross-1995',
        'taylor-1992',
      ],
      'reports are set as books are (14.114)': ['csis-2001'],
      'the number counts the series': ['frus-1969-1976-1'],
      'a page that the note gives is not left out (14.89 allows it)': [
        'hovey-1977',
        'oberdorfer-1977',
      ],
      'an untitled article is an entry of its periodical, with the number': [
        'korea-herald-2000-08-02',
        'new-york-times-1977-07-28',
        'state-bulletin-1977-07-11',
        'time-2004-06-21',
      ],
      'where a paper was given is said (14.115)': ['rich-1982', 'us-dod-nd'],
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
      'an untitled work is known by where it stands, not by nothing': [
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
      ],
      'a name in pinyin is not shortened (GB/T 28039)': [
        'wang-qinghong-nd',
        'wu-xinbo-1996',
        'wu-xinbo-nd',
      ],
      'Jr. after a comma, as the standard’s own example has it': ['taylor-1990', 'taylor-1992'],
      'a translator is named (8.1.2)': ['kissinger-2001'],
      'volumes are counted in the language of the work': [
        'dadongya-zhanzheng-nd',
        'frus-1969-1976-1',
      ],
      'the month or day of a magazine tells its number': [
        'nations-business-1977-08',
        'time-2004-06-21',
      ],
      'what was spoken is no archive [A]': ['habib-1977', 'leach-2003', 'truman-1947'],
      'a page on the web has no place of publication': ['ttnn-2003-01-17'],
      'years of a meeting follow it': ['rich-1982'],
      'a report has the month that it gives': ['csis-2001'],
    },
  },
];

describe.each(COMPARED)('$name', ({ style, id, lang, of, differ }) => {
  const theirs = official(style, of.map(itemOf), lang === 'en' ? 'en-US' : 'zh-CN');
  const ours = new Map(
    of.map((source) => {
      const made = stylesOfWork(source).find((s) => s.id === id && s.lang === lang);
      return [source.id, comparable(htmlOf(made?.forms.list ?? []))];
    }),
  );

  test('differs from the official style in these entries alone, for these reasons', () => {
    const different = of
      .map((source) => source.id)
      .filter((source) => ours.get(source) !== closeSpacing(theirs.get(source) ?? ''));
    expect(different.sort()).toEqual([...new Set(Object.values(differ).flat())].sort());
  });
});
