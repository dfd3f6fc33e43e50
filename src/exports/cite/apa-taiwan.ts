/**
 * Works in Chinese after APA 7 as it is written in Taiwan: full-width marks, names whole and parted by
 * 、, titles of books and periodicals (and the volume) in bold where English has italics, no title marks.
 */
import { chineseDate, yearsOf } from '../../model/sources/dates.ts';
import { type Name, spoken } from '../../model/sources/name.ts';
import { pages } from '../../model/sources/reference/english.ts';
import {
  join,
  type Piece,
  plain,
  type Run,
  runsOf,
  together,
} from '../../model/sources/reference/runs.ts';
import { described, isWhole } from '../../model/sources/reference/titles.ts';
import { type Source, urlOf } from '../../model/sources/source.ts';
import { isPart } from './apa.ts';

const bold = (text: string | undefined): Piece => text && { text, bold: true };

const names = (list: readonly Name[] | undefined, role = ''): string =>
  list ? list.map(spoken).join('、') + role : '';

const DATED: readonly Source['type'][] = [
  'article-magazine',
  'article-newspaper',
  'webpage',
  'speech',
  'paper-conference',
  'hearing',
];

function dateOf({ issued, type }: Source): string {
  if (!issued) return '無日期';
  return DATED.includes(type) && /-/u.test(issued.date) ? chineseDate(issued) : yearsOf(issued);
}

const standsAlone = (source: Source): boolean =>
  isWhole(source) ||
  ['webpage', 'thesis', 'speech', 'hearing'].includes(source.type) ||
  (source.type === 'paper-conference' && !isPart(source));

/** 第二版，第1冊 */
function counted(source: Source): string {
  const edition =
    source.edition && (/^\d+$/u.test(source.edition) ? `第${source.edition}版` : source.edition);
  const volume =
    source.volume && !source.type.startsWith('article-')
      ? /^\d+$/u.test(source.volume)
        ? `第${source.volume}冊`
        : source.volume
      : '';
  return [edition, volume].filter(Boolean).join('，');
}

/** （朱邦賢譯；第二版，第1冊）; of a part of a book, the book is counted where it is named. */
function details(source: Source): string {
  const numbers = isPart(source) ? '' : counted(source);
  const people = [
    source.author && !isPart(source) ? names(source.editor, '編') : '',
    names(source.translator, '譯'),
  ];
  const inside = [...people, numbers].filter(Boolean).join('；');
  return inside && `（${inside}）`;
}

/** 〔碩士論文，國立政治大學〕, 〔論文發表〕 */
function bracket(source: Source): string {
  const { type, genre, publisher } = source;
  if (type === 'thesis')
    return `〔${[genre ?? '學位論文', publisher].filter(Boolean).join('，')}〕`;
  if (type === 'paper-conference' && !isPart(source)) return '〔論文發表〕';
  return genre ? `〔${genre}〕` : '';
}

/** **戰略與國際研究**，**3**（2），1–20 */
function periodical(source: Source): Run[] {
  const { volume, issue, page } = source;
  const number = together(volume && bold(volume), issue && `（${issue}）`);
  const name = source.title === undefined ? undefined : bold(source['container-title']);
  return join([name, number, pages(page)], '，');
}

/** 載於李大華（主編），**書**（頁1–20） */
function within(source: Source): Run[] {
  const by = source.editor
    ? `${names(source.editor)}（主編），`
    : source['container-author']
      ? `${names(source['container-author'])}，`
      : '';
  const inside = [counted(source), source.page && `頁${pages(source.page)}`].filter(Boolean);
  const page = inside.length > 0 && `（${inside.join('，')}）`;
  return together('載於', by, bold(source['container-title']), page);
}

function sourceOf(source: Source): Piece[] {
  if (source.type.startsWith('article-')) return [periodical(source)];
  if (isPart(source)) return [within(source), source.publisher];
  if (source.type === 'thesis') return [];
  const event = [source['event-title'], source['event-place']].filter(Boolean).join('，');
  const [author] = source.author ?? [];
  const isOwn = author && 'literal' in author && author.literal === source.publisher;
  // What has no title is known by where it stands, which is said already.
  const where = source.title === undefined ? undefined : source['container-title'];
  return [where, event, source.authority, isOwn ? undefined : source.publisher];
}

/** Each part ends in a full stop, unless it ends in a mark of its own. */
const stopped = (pieces: readonly Piece[]): Run[] =>
  pieces
    .map(runsOf)
    .filter((runs) => runs.length > 0)
    .flatMap((runs) =>
      /[。？！]$/u.test(runs.at(-1)?.text ?? '') ? runs : [...runs, plain('。')],
    );

/** An entry of the list; nothing follows its address. */
export function apaTaiwanList(source: Source): Run[] {
  const others = source.missing.includes('author-others') ? '等人' : '';
  const editors = isPart(source) ? '' : names(source.editor, '（主編）');
  const by = source.author ? names(source.author) + others : editors;
  const name = source.title && (described(source.title) ?? source.title);
  const title = together(
    standsAlone(source) && name === source.title ? bold(name) : name,
    details(source),
    name && bracket(source),
  );
  const container = source.title === undefined && bold(source['container-title']);
  const date = `（${dateOf(source)}）`;
  const address = urlOf(source) ?? '';
  if (by)
    return together(stopped([`${by}${date}`, title, container, ...sourceOf(source)]), address);
  return together(stopped([together(title, container, date), ...sourceOf(source)]), address);
}

/** （劉德海，2001）: in the text, where the writer adds the page. */
export function apaTaiwanText(source: Source): Run[] {
  const all = source.author ?? source.editor ?? [];
  const many = all.length > 2 || source.missing.includes('author-others');
  const [first] = all;
  const by = first && many ? `${spoken(first)}等人` : names(all);
  const title = source.title ?? source['container-title'] ?? '';
  const marked =
    source.title && !standsAlone(source)
      ? (described(source.title) ?? `〈${source.title}〉`)
      : bold(title);
  const year = source.issued ? yearsOf(source.issued) : '無日期';
  return together('（', by || marked, `，${year}）`);
}
