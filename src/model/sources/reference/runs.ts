/** What Chinese and English references are put together from. */
import { isDescription, type Source } from '../source.ts';

/** A stretch of a reference; titles of Latin-letter books and periodicals are in italics. */
export interface Run {
  text: string;
  italic?: boolean;
  /** Language, where it is not that of the page. */
  lang?: 'en';
}

export const HAN = /\p{Script=Han}/u;
export const plain = (text: string): Run => ({ text });
export const italic = (text: string): Run => ({ text, italic: true, lang: 'en' });

/** Joins the parts there are, each a run or several, with a separator. */
export function join(parts: (string | Run | Run[] | undefined)[], separator: string): Run[] {
  const present = parts
    .map((part) => (typeof part === 'string' ? [plain(part)] : [part ?? []].flat()))
    .filter((runs) => runs.some((run) => run.text !== ''));
  return present.flatMap((runs, i) => (i === 0 ? runs : [plain(separator), ...runs]));
}

/** The title of a book or a periodical: 《中國時報》, or in italics. */
export const work = (title: string | undefined): Run | undefined =>
  title === undefined ? undefined : HAN.test(title) ? plain(`《${title}》`) : italic(title);

/** Where an article stands; a wire service or a site is no book, and has no title marks. */
export function outlet(source: Source): Run | undefined {
  const name = source['container-title'];
  if (name === undefined || !HAN.test(name)) return work(name);
  return source.kind === 'wire' || source.kind === 'website' ? plain(name) : work(name);
}

/** The title of an article: 〈…〉, or “…”; a description in brackets as it is. */
export function article(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  if (isDescription(title)) return HAN.test(title) ? `〔${title.slice(1, -1)}〕` : title;
  return HAN.test(title) ? `〈${title}〉` : `“${title}”`;
}

const WHOLE: readonly Source['type'][] = ['book', 'thesis'];
export const isWhole = (source: Source) => WHOLE.includes(source.type);
