/**
 * A chapter of a book and an article of a journal in the styles that readers write in. English styles
 * and GB/T 7714 are those of the works that a text cites, with slots for the place, the address and the
 * day; what Chinese styles say of the author's own text is written here.
 */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorsOf, hostOf } from '../../model/chapter/host.ts';
import { spoken } from '../../model/sources/name.ts';
import { chicago, shortNote } from '../../model/sources/reference/chicago.ts';
import {
  ended,
  inLanguage,
  type Piece,
  plain,
  type Run,
  together,
} from '../../model/sources/reference/runs.ts';
import { asArticle, asBook } from '../../model/sources/reference/titles.ts';
import { type Source, urlOf } from '../../model/sources/source.ts';
import { SLOTS } from '../../search/cite/locus.ts';
import { STYLE_NAME, type Style } from '../../search/cite/places.ts';
import { pageRange } from '../imprint.ts';
import { apaList, apaText } from './apa.ts';
import { apaTaiwanList, apaTaiwanText } from './apa-taiwan.ts';
import { gbt7714, type Standard } from './gbt7714.ts';
import { mlaList, mlaText } from './mla.ts';
import { chapterSource } from './record.ts';
import { versionOf } from './version.ts';

/** A chapter that is of no thesis. */
type Published = Extract<Chapter, { kind: 'article' | 'book' }>;

const numbered = (value: string | undefined, counter: string): string =>
  value === undefined ? '' : /^[\d–-]+$/u.test(value) ? `第${value}${counter}` : value;

/** 《問題與研究》第40卷第2期; 收入林海編，《渡口文集》第2冊（第2版） */
function hostInChinese(chapter: Published): string {
  if (chapter.kind === 'article') {
    const { title, volume, issue } = chapter.journal;
    return `${asBook(title)}${numbered(volume, '卷')}${numbered(issue, '期')}`;
  }
  const { title, volume, edition, editors = [], series } = chapter.book;
  const by = editors.length > 0 ? `${editors.map(spoken).join('、')}編，` : '';
  const inside = [numbered(edition, '版'), series].filter(Boolean).join('，');
  return `收入${by}${asBook(title)}${numbered(volume, '冊')}${inside && `（${inside}）`}`;
}

/** 臺北：渡口書局，2001; of a journal, the year. */
function imprint(chapter: Published): string {
  const year = chapter.issued.slice(0, 4);
  if (chapter.kind === 'article') return year;
  const { place, publisher } = hostOf(chapter);
  return [[place, publisher].filter(Boolean).join('：'), year].filter(Boolean).join('，');
}

/** The note and the entry of a list in Chinese; 《學刊》第3卷（2001） has its year in brackets, as a book has its imprint. */
function inChinese(chapter: Published, id: 'taiwan' | 'chicago'): Style {
  const by = authorsOf(chapter).map(spoken).join('、');
  const title = asArticle(chapter.title);
  const where = `${hostInChinese(chapter)}（${imprint(chapter)}）`;
  const work = `${by}，${title}，${where}`;
  const range = pageRange(chapter);
  const version = versionOf(chapter).chinese;
  const pages = range ? `，頁${range}` : '';
  return {
    id,
    name: STYLE_NAME[id],
    lang: 'zh',
    forms: {
      note: [plain(`${work}，${SLOTS.printed}，${SLOTS.url}`)],
      ...(version
        ? { versioned: [plain(`${work}，${SLOTS.printed}，${version}，${SLOTS.url}`)] }
        : {}),
      ...(id === 'chicago' ? { short: [plain(`${by}，${title}，${SLOTS.printed}。`)] } : {}),
      list: [plain(id === 'chicago' ? `${by}。${title}。${where}${pages}。` : `${work}${pages}。`)],
    },
    printed: 'zh',
  };
}

const english = (forms: Style['forms']): Style['forms'] =>
  Object.fromEntries(Object.entries(forms).map(([form, runs]) => [form, inLanguage(runs, 'en')]));

/** The work without its pages and its address, for which notes have slots. */
function bare({ page: _, URL: __, ...source }: Source): Source {
  return { ...source, identifiers: [] };
}

/** Chicago 18, 14.8–14 (a chapter of a book), 14.67–86 (an article). */
function chicagoEnglish(source: Source, version: string | undefined): Style {
  const url = urlOf(source);
  const list = chicago(source, 'list');
  const work = ended(chicago(bare(source), 'note'), ',');
  const note = (at: string): Run[] => together(work, ` ${at}, ${SLOTS.url}.`);
  return {
    id: 'chicago',
    name: STYLE_NAME.chicago,
    lang: 'en',
    forms: english({
      note: note(SLOTS.printed),
      ...(version ? { versioned: note(`${SLOTS.printed}, ${version}`) } : {}),
      short: together(ended(shortNote(source), ','), ` ${SLOTS.printed}.`),
      list: url ? together(list, ` ${url}.`) : list,
    }),
    printed: 'en',
  };
}

/** A citation in the text, (Lin, 2001), with what its last bracket is preceded by. */
function within(runs: readonly Run[], place: string): Run[] {
  return runs.map((run, index) =>
    index === runs.length - 1 ? { ...run, text: run.text.replace(/(?=[)）]$)/u, place) } : run,
  );
}

/** Title. 《學刊》，第3卷，第2期，2001，頁1–4，https://… (MLA 9, 5.31) */
function mlaChinese(chapter: Published, source: Source): Style {
  const by = authorsOf(chapter).map(spoken).join('、');
  const range = pageRange(chapter);
  const parts: (string | undefined)[] =
    chapter.kind === 'article'
      ? [
          asBook(chapter.journal.title),
          numbered(chapter.journal.volume, '卷'),
          numbered(chapter.journal.issue, '期'),
        ]
      : [
          asBook(chapter.book.title),
          chapter.book.editors && `${chapter.book.editors.map(spoken).join('、')}編`,
          numbered(chapter.book.edition, '版'),
          numbered(chapter.book.volume, '冊'),
          chapter.book.publisher,
        ];
  const url = urlOf(source);
  const all = [...parts, chapter.issued.slice(0, 4), range && `頁${range}`, url];
  const words = `${by}。${asArticle(chapter.title)}。${all.filter(Boolean).join('，')}`;
  return {
    id: 'mla',
    name: STYLE_NAME.mla,
    lang: 'zh',
    forms: {
      text: [plain(`（${by}，${SLOTS.printed}）`)],
      list: [plain(url ? words : `${words}。`)],
    },
    printed: 'zh',
  };
}

function gbt(source: Source, standard: Standard): Style {
  const read = standard === '2015' ? SLOTS.accessed : '';
  // Where the work is online, the day on which it was read follows the pages.
  const list = urlOf(source)
    ? { ...source, page: `${source.page ?? ''}${read}` || undefined }
    : source;
  const note = { ...source, page: SLOTS.printed + read, URL: SLOTS.url };
  const shown = (work: Source): Piece[] => [gbt7714(work, standard)];
  return {
    id: standard === '2025' ? 'gbt7714' : 'gbt7714-2015',
    name: `GB/T 7714—${standard}`,
    lang: 'zh',
    forms: { note: together(...shown(note)), list: together(...shown(list as Source)) },
    printed: 'gb',
  };
}

/** The styles of a chapter of a book or an article of a journal, the one most readers write in first. */
export function publishedStyles(chapter: Published): Style[] {
  const source: Source = { ...chapterSource(chapter), title: chapter.title };
  const apa = { id: 'apa', name: STYLE_NAME.apa } as const;
  return [
    inChinese(chapter, 'taiwan'),
    inChinese(chapter, 'chicago'),
    chicagoEnglish(source, versionOf(chapter).english),
    {
      ...apa,
      lang: 'zh',
      forms: {
        text: within(apaTaiwanText(source), `，${SLOTS.printed}`),
        list: apaTaiwanList(source),
      },
      printed: 'zh',
    },
    {
      ...apa,
      lang: 'en',
      forms: english({
        text: within(apaText(source), `, ${SLOTS.printed}`),
        list: apaList(source),
      }),
      printed: 'pp',
    },
    mlaChinese(chapter, source),
    {
      id: 'mla',
      name: STYLE_NAME.mla,
      lang: 'en',
      forms: english({ text: within(mlaText(source), ` ${SLOTS.printed}`), list: mlaList(source) }),
      printed: 'en',
    },
    gbt(source, '2025'),
    gbt(source, '2015'),
  ];
}
