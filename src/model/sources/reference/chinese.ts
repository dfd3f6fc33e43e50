/**
 * References in Chinese, as theses and journals in Taiwan write their notes and lists: names, title,
 * place and numbers with full-width commas. Works in Japanese and Korean are given in the same frame,
 * their own words marked as such.
 */
import { closeSpacing } from '../../../markdown/rehype-spacing.ts';
import { chineseDate, yearsOf } from '../dates.ts';
import { CJK, type Name, spoken } from '../name.ts';
import type { Source } from '../source.ts';
import { pages } from './english.ts';
import { join, type Piece, plain, type Run, runsOf, together } from './runs.ts';
import { type SaidField, type Telling, telling } from './telling.ts';
import { article, work as book, described, isWhole } from './titles.ts';

interface Work {
  source: Source;
  account: Telling;
}

/** Words of the work itself are in its language. */
function own({ source: { language } }: Work, piece: Piece): Run[] {
  const lang = language === 'zh' || language === 'en' ? undefined : language;
  return runsOf(piece).map((run) =>
    lang && run.lang === undefined && CJK.test(run.text) ? { ...run, lang } : run,
  );
}

/** Words in Latin letters within a Chinese reference. */
const words = (work: Work, text: string | undefined): Run[] =>
  text === undefined ? [] : own(work, plain(text));

function people(work: Work, names: readonly Name[] | undefined, role = ''): Piece {
  if (!names) return undefined;
  const one = (name: Name): Run =>
    CJK.test(spoken(name)) ? plain(spoken(name)) : { text: spoken(name), lang: 'en' };
  return together(own(work, join(names.map(one), '、')), role);
}

const numbered = (value: string, before: string, after: string): string =>
  /^\d+$/u.test(value) ? `${before}${value}${after}` : value;

/** 「第六版」 of “6”; what is in words stays as it is. */
const nth = (value: string): string => numbered(value, '第', '版');

type Made = Record<SaidField, (work: Work) => Piece>;

/** How each field is said where it has no place of its own in a type. */
const MADE: Made = {
  author: () => undefined,
  title: () => undefined,
  'container-author': (work) => people(work, work.account.tell('container-author')),
  editor: (work) => people(work, work.account.tell('editor'), '編'),
  translator: (work) => people(work, work.account.tell('translator'), '譯'),
  'container-title': (work) => {
    const name = work.account.tell('container-title');
    return name && own(work, isUnmarked(work.source) && CJK.test(name) ? name : book(name));
  },
  edition: ({ account }) => {
    const words = account.tell('edition');
    return words && nth(words);
  },
  'collection-title': (work) => {
    const series = work.account.tell('collection-title');
    return (
      series && own(work, CJK.test(series) ? `收入《${series}》` : { text: series, lang: 'en' })
    );
  },
  volume: ({ account, source }) => {
    const volume = account.tell('volume');
    return (
      volume && numbered(volume, '第', isWhole(source) || source.type === 'chapter' ? '冊' : '卷')
    );
  },
  issue: ({ account }) => {
    const issue = account.tell('issue');
    return issue && numbered(issue, '第', '期');
  },
  number: (work) => words(work, work.account.tell('number')),
  genre: (work) => words(work, work.account.tell('genre')),
  authority: (work) => words(work, work.account.tell('authority')),
  'event-title': (work) => {
    const event = words(work, work.account.tell('event-title'));
    const place = words(work, work.account.tell('event-place'));
    return place.length > 0 ? together(event, '（', place, '）') : event;
  },
  'event-place': (work) => words(work, work.account.tell('event-place')),
  'publisher-place': (work) => words(work, work.account.tell('publisher-place')),
  publisher: (work) => words(work, work.account.tell('publisher')),
  issued: ({ account, source }) => {
    const issued = account.tell('issued');
    return issued && (source.type === 'thesis' ? yearsOf(issued) : chineseDate(issued));
  },
  page: ({ account, source }) => {
    const range = pages(account.tell('page'));
    return range && (source.type === 'article-newspaper' ? `版${range}` : `頁${range}`);
  },
};

/** A wire service or a site is no book, and has no title marks. */
const isUnmarked = ({ kind }: Source): boolean => kind === 'wire' || kind === 'website';

/** The fields that there are and that are not said yet. */
const make = (work: Work, ...fields: SaidField[]): Piece[] =>
  fields.flatMap((field) => (work.account.left().includes(field) ? [MADE[field](work)] : []));

const bracketed = (piece: Run[]): Piece => piece.length > 0 && together('（', piece, '）');

/** In brackets, a year stands alone: 2004. */
function imprintDate(work: Work): Piece {
  const [date] = make(work, 'issued');
  return typeof date === 'string' ? date.replace(/^(\d{4})年$/u, '$1') : date;
}

/** （台北：台灣綜合研究院，2001年9月14日） */
function imprint(work: Work): Piece {
  const by = join(make(work, 'publisher-place', 'publisher'), '：');
  return bracketed(join([by, imprintDate(work)], '，'));
}

/** 《大東亞戰爭全史》第1冊（第2版）（台北：商務印書館，1975年） */
const wholeBook = (work: Work, title: Piece): Piece =>
  together(
    title,
    ...(work.source['collection-title'] ? [] : make(work, 'volume')),
    ...make(work, 'edition').map((piece) => bracketed(runsOf(piece))),
    imprint(work),
  );

/** （國立政治大學碩士論文，2004年） */
function thesis(work: Work): Piece {
  // Korean parts its words.
  const school = join(make(work, 'publisher', 'genre'), work.source.language === 'ko' ? ' ' : '');
  const by = join([...make(work, 'publisher-place'), school], '：');
  return bracketed(join([by, imprintDate(work)], '，'));
}

/** 李大華編，《戰略與國際研究》（台北）; a volume of papers has its imprint there. */
function container(work: Work): Piece[] {
  const { source } = work;
  const isVolume = source.type === 'chapter' || source.type === 'paper-conference';
  const by = isVolume ? make(work, 'container-author', 'editor') : [];
  const [name] = make(work, 'container-title');
  const edition = isVolume ? make(work, 'edition').map((piece) => bracketed(runsOf(piece))) : [];
  const inside = isVolume ? [...make(work, 'volume'), ...edition] : [];
  const after = source.publisher
    ? imprint(work)
    : bracketed(join(make(work, 'publisher-place'), ''));
  return [...by, together(name, ...inside, after)];
}

/** 第3卷第2期; without a volume, the year leads: 2002年第2期. */
function numbers(work: Work): Piece {
  const { source } = work;
  const { issued, volume } = source;
  const counted = make(work, 'volume', 'issue');
  const [number] = make(work, 'number').map(runsOf);
  const apart = number && counted.length > 0 ? bracketed(number) : number;
  const yearLeads =
    !volume && source.issue && issued && /^\d{4}$/u.test(issued.date) && !issued.season;
  return together(...(yearLeads ? make(work, 'issued') : []), ...counted, apart);
}

/** The parts between title and what has no place of its own. */
function partsOf(work: Work, title: Piece): Piece[] {
  const { source } = work;
  if (source.type === 'thesis') return [together(title, thesis(work))];
  if (isWhole(source)) return [...make(work, 'editor'), wholeBook(work, title)];
  return [title, ...container(work), numbers(work)];
}

/** A reference in Chinese without its full stop; a note is the same, with the pages it cites after it. */
export function taiwan(source: Source): Run[] {
  const work: Work = { source, account: telling(source) };
  const { tell, left } = work.account;
  const title = tell('title');
  const others = source.missing.includes('author-others') ? '等' : '';
  // Beside a translator, the author is said to have written the work.
  const role = source.translator ? `${others}著` : others;
  const by = people(work, tell('author'), role) ?? (isWhole(source) && make(work, 'editor')[0]);
  const whole = isWhole(source) || source.type === 'thesis';
  const isDescribed = title !== undefined && described(title) !== undefined;
  const marked = title && own(work, whole && !isDescribed ? book(title) : article(title));
  // A description says what kind of work it is.
  if (isDescribed) tell('genre');
  const parts = [by, ...make(work, 'translator'), ...partsOf(work, marked)];
  const last: readonly SaidField[] = ['issued', 'page'];
  const more = make(work, ...left().filter((field) => !last.includes(field)));
  const runs = join([...parts, ...more, ...make(work, ...left())], '，');
  return runs.map((run) => ({ ...run, text: closeSpacing(run.text) }));
}
