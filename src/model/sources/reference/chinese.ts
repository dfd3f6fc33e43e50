/** References in Chinese, as Taiwanese theses write their bibliographies. */
import { closeSpacing } from '../../../markdown/rehype-spacing.ts';
import { chineseDate } from '../dates.ts';
import { isDescription, type Name, type Source, spoken } from '../source.ts';
import { article, isWhole, join, outlet, plain, type Run, work } from './runs.ts';

const chineseNames = (names: Name[] | undefined, role = ''): string | undefined =>
  names === undefined ? undefined : names.map(spoken).join('、') + role;

/** （台北：台灣綜合研究院，2001年9月14日） */
function chineseImprint(source: Source): string | undefined {
  const place = source['publisher-place'];
  const { publisher, issued } = source;
  const by = [place, publisher].filter((p) => p !== undefined).join('：');
  const inner = [by, issued ? chineseDate(issued) : ''].filter((p) => p !== '').join('，');
  return inner === '' ? undefined : `（${inner}）`;
}

const numbered = (value: string, before: string, after: string): string =>
  /^\d+$/u.test(value) ? `${before}${value}${after}` : value;

/** 第3卷第2期; without a volume, the year leads: 2002年第2期. */
function chineseNumbers({ volume, issue, number, issued }: Source): string {
  const issues = (issue ? numbered(issue, '第', '期') : '') + (number ?? '');
  if (volume) return numbered(volume, '第', '卷') + issues;
  return issued && /^\d{4}$/u.test(issued.date) && issue ? chineseDate(issued) + issues : issues;
}

/** 《大東亞戰爭全史》第1冊（商務印書館） */
function chineseBook(source: Source): Run[] {
  const { volume } = source;
  const imprint = chineseImprint(source);
  return [
    work(source.title) ?? [],
    volume ? plain(numbered(volume, '第', '冊')) : [],
    imprint ? plain(imprint) : [],
  ].flat();
}

/** 《戰略與國際研究》（台北）; a volume of papers has its imprint there. */
function chineseContainer(source: Source): Run[] {
  const name = outlet(source);
  if (!name) return [];
  const place = source['publisher-place'];
  const after = source.publisher ? chineseImprint(source) : place ? `（${place}）` : undefined;
  return after ? [name, plain(after)] : [name];
}

/** A reference in Chinese. */
export function chinese(source: Source): Run[] {
  const { page, issued, publisher, title } = source;
  const whole = isWhole(source);
  const others = source.missing.includes('author-others') ? '等' : '';
  const numbers = whole ? '' : chineseNumbers(source);
  const dated =
    whole || publisher !== undefined || !issued || numbers.includes(chineseDate(issued));
  const parts = join(
    [
      chineseNames(source.author, others) ?? chineseNames(source.editor, '編'),
      chineseNames(source.translator, '譯'),
      whole ? chineseBook(source) : article(title),
      whole ? undefined : chineseContainer(source),
      numbers,
      source.authority,
      title === undefined || isDescription(title) ? undefined : source.genre,
      dated ? undefined : chineseDate(issued),
      page ? (source.type === 'article-newspaper' ? `版${page}` : `頁${page}`) : undefined,
    ],
    '，',
  );
  return [...parts, plain('。')].map((run) => ({ ...run, text: closeSpacing(run.text) }));
}
